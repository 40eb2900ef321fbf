//! Where a secret stands, as a person finds it.

use ramplay_sql::CredentialKind;
use ramplay_text::Lines;
use serde_json::Value;

use crate::Secret;

/// A place in a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// What the secret is.
    pub kind: CredentialKind,
    /// Its first characters and `****`.
    pub masked: String,
    /// What it stands in.
    pub place: Place,
    /// The line in the text of a policy or draft, from 1.
    pub line: u32,
}

/// What a secret stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A policy, by its name, or `#` and its number.
    Policy(String),
    /// A policy as it was before the change that is reviewed.
    Base(String),
    /// A Flink SQL draft.
    Draft(String),
    /// A field of the scenario, as a JSON pointer.
    Field(String),
}

/// Where a secret stands in a content.
pub fn spot(secret: &Secret, content: &Value) -> Spot {
    let text = content.pointer(&secret.path).and_then(Value::as_str).unwrap_or_default();
    let line = Lines::new(text).position(secret.span.start).line;
    Spot { kind: secret.kind, masked: secret.masked.clone(), place: place(&secret.path, content), line }
}

fn place(path: &str, content: &Value) -> Place {
    let lists = [
        ("/policies/", "/document", Place::Policy as fn(String) -> Place),
        ("/base/", "/document", Place::Base),
        ("/jobs/drafts/", "/text", Place::Draft),
    ];
    for (list, field, of) in lists {
        let index = path.strip_prefix(list).and_then(|rest| rest.strip_suffix(field));
        if let Some(index) = index.and_then(|index| index.parse::<usize>().ok()) {
            let name = content.pointer(&format!("{list}{index}/name")).and_then(Value::as_str);
            let name = name.filter(|name| !name.is_empty());
            return of(name.map_or_else(|| format!("#{}", index + 1), str::to_owned));
        }
    }
    Place::Field(path.to_owned())
}
