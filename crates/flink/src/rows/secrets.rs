//! What credentials look like: `secrets.json`.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{CredentialKind, Fact, Reading, Status, Text};

/// Patterns of credentials and names of options that hold them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secrets {
    /// The patterns.
    pub patterns: Vec<SecretPattern>,
    /// The names, the first that fits counts.
    pub names: Vec<NameHint>,
    /// What a value starts with that is a variable and no credential.
    pub reference_prefix: String,
    /// What else to know.
    pub facts: Vec<Fact>,
}

row!(Secrets { patterns, names, reference_prefix, facts });

/// The characters of a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Alphabet {
    /// ASCII letters and digits.
    Alphanumeric,
    /// Letters and digits without `0`, `O`, `I` and `l`.
    Base58,
    /// Letters, digits, `+`, `/` and `=`.
    Base64,
}

choice!(Alphabet { Alphanumeric, Base58, Base64 });

/// A pattern: the prefix, then `min` to `max` characters of the alphabet; before and behind it stands none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretPattern {
    /// The id used in data and links.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// What it holds.
    pub kind: CredentialKind,
    /// What it begins with; may be empty.
    pub prefix: String,
    /// The characters behind the prefix.
    pub alphabet: Alphabet,
    /// The least number of them.
    pub min: usize,
    /// The greatest number of them, if there is one.
    pub max: Option<usize>,
    /// The numbers that are usual; others may be leftovers or another format.
    pub usual: Vec<usize>,
    /// Whether the form alone says little: the name of an option or an AccessKey ID nearby has to say the rest.
    pub needs_context: bool,
    /// Where sources disagree, all readings.
    pub readings: Vec<Reading>,
    /// What else to know.
    pub note: Option<Text>,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(SecretPattern {
    id,
    title,
    kind,
    prefix,
    alphabet,
    min,
    max,
    usual,
    needs_context,
    readings,
    note,
    status,
    sources
});

/// How a name is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameMatch {
    /// The name is this.
    Whole,
    /// The name ends so.
    End,
}

choice!(NameMatch { Whole, End });

/// A name of options that hold credentials.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameHint {
    /// The name in lower case, without dots, hyphens and underscores.
    pub name: String,
    /// How it is compared.
    pub is: NameMatch,
    /// What such an option holds.
    pub kind: CredentialKind,
}

row!(NameHint { name, is, kind });
