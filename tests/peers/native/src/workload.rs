//! What is measured: policies of RAM and a request, from which each engine's own form is made.

use std::fmt::Write as _;

use serde::Deserialize;

use crate::{Result, timing};

/// Policies and a request.
#[derive(Debug, Deserialize)]
pub struct Workload {
    /// A name for the tables.
    pub name: String,
    /// Identity-based policies, as text.
    pub documents: Vec<String>,
    /// The action that is asked for.
    pub action: String,
    /// The resource that is asked for.
    pub resource: String,
    /// Whether the time from the text on is wanted, too.
    from_text: bool,
    /// What every engine must answer, or it cannot be compared.
    probes: Vec<Probe>,
}

/// A request and its answer.
#[derive(Debug, Deserialize)]
pub struct Probe {
    action: String,
    resource: String,
    allowed: bool,
}

/// A pattern that is hard to match.
#[derive(Debug, Deserialize)]
pub struct Hostile {
    /// With `*` alone as wildcard.
    pub pattern: String,
    /// What it does not match.
    pub text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Document {
    statement: Vec<Statement>,
}

/// A statement that allows, without a condition: what every engine can express.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Statement {
    effect: String,
    action: OneOrMany,
    resource: OneOrMany,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    fn all(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

impl Workload {
    /// An error unless the engine answers every probe as it must.
    pub fn check(&self, mut allows: impl FnMut(&str, &str) -> Result<bool>) -> Result<()> {
        for Probe { action, resource, allowed } in &self.probes {
            if allows(action, resource)? != *allowed {
                return Err(format!("{action} on {resource} is not {allowed}").into());
            }
        }
        Ok(())
    }

    /// Times what begins with the text, if that is wanted.
    pub fn time_text<T>(&self, call: impl FnMut() -> T) -> Option<f64> {
        self.from_text.then(|| timing::micros(call))
    }

    /// The statements of all documents.
    pub fn statements(&self) -> Result<Vec<Statement>> {
        let mut all = Vec::new();
        for text in &self.documents {
            all.extend(serde_json::from_str::<Document>(text)?.statement);
        }
        match all.iter().find(|statement| statement.effect != "Allow") {
            Some(other) => Err(format!("a statement has the effect {}", other.effect).into()),
            None => Ok(all),
        }
    }
}

impl Statement {
    /// The patterns for actions.
    pub fn actions(&self) -> &[String] {
        self.action.all()
    }

    /// The patterns for resources.
    pub fn resources(&self) -> &[String] {
        self.resource.all()
    }
}

/// One policy of Cedar for each statement.
pub fn cedar(statements: &[Statement]) -> String {
    let any = |variable: &str, patterns: &[String]| {
        let likes: Vec<String> =
            patterns.iter().map(|pattern| format!("context.{variable} like {pattern:?}")).collect();
        likes.join(" || ")
    };
    let mut text = String::new();
    for statement in statements {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "permit(principal, action == Action::\"call\", resource) when {{ ({}) && ({}) }};",
            any("action", statement.actions()),
            any("resource", statement.resources()),
        );
    }
    text
}

/// Two rules of Rego for each statement: one says that it allows, the other which one does.
pub fn rego(statements: &[Statement]) -> String {
    // Without separators, `*` runs across `/` and `:` as it does in RAM.
    let mut text = String::from(
        "package ramplay\n\
         any_match(patterns, text) if { some pattern in patterns; glob.match(pattern, null, text) }\n",
    );
    for (index, statement) in statements.iter().enumerate() {
        let meets = format!(
            "any_match({:?}, input.action); any_match({:?}, input.resource)",
            statement.actions(),
            statement.resources(),
        );
        let _ = writeln!(text, "allow if {{ {meets} }}\nmatched contains {index} if {{ {meets} }}");
    }
    text
}
