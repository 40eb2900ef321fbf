//! Plain text out, variables in.

use std::collections::{BTreeMap, BTreeSet};

use ramplay_text::Span;

use super::{Credential, CredentialKind};
use crate::model::{Definition, Language, Name, OptionEntry, Script, SettingsKind};
use crate::place::{Owner, Place};
use crate::variables::{Defined, VariableKind, is_keyword};

/// Longest name that is suggested. The documentation gives no limit.
const NAME: usize = 60;

/// A draft without its secrets, and what to do before it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewritten {
    /// The new text.
    pub text: String,
    /// The namespace variables to create, in order of their first use.
    pub variables: Vec<Suggestion>,
    /// The credentials that no variable can stand for, by their places in
    /// [`Script::credentials`]: those in queries stay as they are, those in comments are masked.
    pub left: Vec<usize>,
    /// The credentials that were replaced where variables are not documented to work: in tables
    /// that are not temporary, hints, `SET` and the like. The statement has to change too.
    pub undocumented: Vec<usize>,
}

/// A variable to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: CredentialKind,
    /// Where its value stands in the old text, as it is written there.
    pub value_span: Span,
}

/// Rewrites drafts that run in one namespace: a name that one of them uses or gets means no other secret in another.
/// One result for each draft, in order; see [`rewrite`].
pub fn rewrite_all(scripts: &[&Script], defined: &[Defined]) -> Vec<Rewritten> {
    let namespace = |name: &str| Defined { name: name.to_owned(), kind: VariableKind::Namespace };
    let mut taken = defined.to_vec();
    taken.extend(scripts.iter().flat_map(|script| &script.variables).map(|one| namespace(&one.name)));
    let one = |script: &&Script| {
        let rewritten = rewrite(script, &taken);
        taken.extend(rewritten.variables.iter().map(|new| namespace(&new.name)));
        rewritten
    };
    scripts.iter().map(one).collect()
}

/// Puts `${secret_values.<name>}` in the place of every credential in an option, with a variable
/// for every distinct value: the same secret gets the same name wherever it stands. Names are made
/// of letters, digits and underscores, because it is not documented what else is allowed, and are
/// none of the `taken` ones. A JAAS string or URL is replaced as a whole: only whole values are
/// documented.
pub fn rewrite(script: &Script, taken: &[Defined]) -> Rewritten {
    let mut names = Names {
        taken: taken.iter().map(|one| one.name.to_lowercase()).collect(),
        next: BTreeMap::new(),
        by_value: BTreeMap::new(),
    };
    names.taken.extend(script.variables.iter().map(|one| one.name.to_lowercase()));
    let mut variables = Vec::new();
    let mut edits: Vec<(Span, String)> = Vec::new();
    let mut left = Vec::new();
    let mut in_comments = Vec::new();
    let mut undocumented = Vec::new();
    for (place, credential) in script.credentials.iter().enumerate() {
        match &credential.place {
            Place::OptionValue { owner, key, value_span } => {
                if !is_documented(script, *owner) {
                    undocumented.push(place);
                }
                // Two secrets of one value are one edit.
                if edits.last().is_some_and(|(span, _)| span == value_span) {
                    continue;
                }
                let value = value_span.of(&script.text);
                let name = names.name(value, || {
                    let name = base_name(script, *owner, key);
                    let kind = credential.kind;
                    variables.push((kind, *value_span));
                    name
                });
                let reference = VariableKind::Namespace.reference(&name);
                let is_quoted = entry(script, *owner, *value_span).is_none_or(|entry| entry.quoted);
                let is_sql = script.language == Language::Sql;
                edits.push((
                    *value_span,
                    if is_quoted || !is_sql { reference } else { format!("'{reference}'") },
                ));
            }
            Place::Comment => in_comments.push((place, credential)),
            _ => left.push(place),
        }
    }
    for (place, credential) in in_comments {
        edits.push((credential.span, comment(script, credential, &names)));
        left.push(place);
    }
    edits.sort_by_key(|(span, _)| *span);
    left.sort_unstable();
    let variables = variables
        .into_iter()
        .map(|(kind, value_span)| Suggestion {
            name: names.by_value.get(value_span.of(&script.text)).cloned().unwrap_or_default(),
            kind,
            value_span,
        })
        .collect();
    Rewritten { text: apply(&script.text, &edits), variables, left, undocumented }
}

/// Whether a namespace variable is documented to work in these options.
fn is_documented(script: &Script, owner: Owner) -> bool {
    match owner {
        Owner::Table(table) => script.tables.get(table).is_some_and(|table| {
            table.is_temporary() || matches!(table.definition, Definition::YamlSource | Definition::YamlSink)
        }),
        Owner::Settings(settings) => script
            .settings
            .get(settings)
            .is_some_and(|settings| matches!(settings.kind, SettingsKind::Catalog | SettingsKind::Pipeline)),
        Owner::Hint(_) => false,
    }
}

/// What stands for a secret in a comment: its variable, if it has one.
fn comment(script: &Script, credential: &Credential, names: &Names<'_>) -> String {
    match names.by_value.get(credential.span.of(&script.text)) {
        Some(name) => VariableKind::Namespace.reference(name),
        None => "****".to_owned(),
    }
}

fn apply(text: &str, edits: &[(Span, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0_usize;
    for (span, new) in edits {
        let (start, end) = (span.start as usize, span.end as usize);
        if start < done {
            continue;
        }
        out.push_str(text.get(done..start).unwrap_or_default());
        out.push_str(new);
        done = end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// The names that were given.
struct Names<'s> {
    taken: BTreeSet<String>,
    /// What number to try next for a name, so that many of one name stay cheap.
    next: BTreeMap<String, usize>,
    by_value: BTreeMap<&'s str, String>,
}

impl<'s> Names<'s> {
    fn name(&mut self, value: &'s str, base: impl FnOnce() -> String) -> String {
        if let Some(name) = self.by_value.get(value) {
            return name.clone();
        }
        let base = base();
        let number = self.next.entry(base.clone()).or_insert(1);
        let name = loop {
            let name = if *number == 1 { base.clone() } else { format!("{base}_{number}") };
            *number += 1;
            if !self.taken.contains(&name) && !is_keyword(&name) {
                break name;
            }
        };
        self.taken.insert(name.clone());
        self.by_value.insert(value, name.clone());
        name
    }
}

/// Table and option, as a name.
fn base_name(script: &Script, owner: Owner, key: &str) -> String {
    let owner = match owner {
        Owner::Table(table) => script.tables.get(table).map(|table| table.name.object()),
        Owner::Settings(settings) => {
            script.settings.get(settings).and_then(|settings| settings.name.as_ref()).map(Name::object)
        }
        Owner::Hint(reference) => script.references.get(reference).map(|reference| reference.name.object()),
    };
    // `accessId` and `properties.sasl.jaas.config` keep what tells them apart.
    let key = key.strip_prefix("properties.").unwrap_or(key);
    let mut name = String::new();
    for part in [owner.unwrap_or_default(), key] {
        // A name that is a secret itself must not go on into the name of a variable.
        if super::mask_patterns(part) != part {
            continue;
        }
        let plain: String = part
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' })
            .collect();
        for piece in plain.split('_').filter(|piece| !piece.is_empty()) {
            if !name.is_empty() {
                name.push('_');
            }
            name.push_str(piece);
        }
    }
    let cut: String = name.chars().take(NAME).collect();
    let cut = cut.trim_end_matches('_');
    match cut.chars().next() {
        None => "secret".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("v_{cut}"),
        Some(_) => cut.to_owned(),
    }
}

fn entry(script: &Script, owner: Owner, value_span: Span) -> Option<&OptionEntry> {
    let options = match owner {
        Owner::Table(table) => &script.tables.get(table)?.options,
        Owner::Settings(settings) => &script.settings.get(settings)?.options,
        Owner::Hint(reference) => &script.references.get(reference)?.hints,
    };
    let after = options.partition_point(|entry| entry.value_span.start <= value_span.start);
    options.get(after.checked_sub(1)?).filter(|entry| entry.value_span == value_span)
}
