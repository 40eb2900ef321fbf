//! What holds for variables: `variables.json`.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{NamespaceRole, Status, Text};

/// What holds for variables.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariableRules {
    /// How each kind is written.
    pub references: Vec<VariableReference>,
    /// Where they may stand.
    pub places: Vec<VariablePlace>,
    /// Who may create them.
    pub creators: Vec<VariableCreator>,
    /// Names, quotes, values, and what happens when one is deleted.
    pub facts: Vec<Fact>,
}

row!(VariableRules { references, places, creators, facts });

/// Whose variable it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VariableScope {
    /// Of the whole namespace.
    Namespace,
    /// Of one deployment.
    Deployment,
}

choice!(VariableScope { Namespace, Deployment });

/// How a variable is written: `before`, its name, `after`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariableReference {
    /// Whose variable it is.
    pub scope: VariableScope,
    /// What it is.
    pub title: Text,
    /// What stands before the name.
    pub before: String,
    /// What stands behind it.
    pub after: String,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(VariableReference { scope, title, before, after, status, sources });

/// A place where variables may or may not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VariablePlaceId {
    /// The value of an option in `CREATE TEMPORARY TABLE … WITH`.
    TemporaryTableOption,
    /// A table or column name in `CREATE TEMPORARY TABLE`.
    TemporaryTableName,
    /// `CREATE TABLE`.
    Table,
    /// `CREATE CATALOG`.
    Catalog,
    /// The YAML of data ingestion.
    Ingestion,
    /// Parameters and log configuration of a deployment.
    Deployment,
    /// The entry-point arguments of a JAR or Python deployment.
    Arguments,
}

choice!(VariablePlaceId {
    TemporaryTableOption,
    TemporaryTableName,
    Table,
    Catalog,
    Ingestion,
    Deployment,
    Arguments
});

/// What holds in a place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariablePlace {
    /// The place.
    pub id: VariablePlaceId,
    /// The kinds that may stand there.
    pub allowed: Vec<VariableScope>,
    /// The quote around the reference, where one is needed.
    pub quote: Option<String>,
    /// What holds there.
    pub text: Text,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(VariablePlace { id, allowed, quote, text, status, sources });

/// Who may create namespace variables.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariableCreator {
    /// The system role; `None` for a custom role.
    pub role: Option<NamespaceRole>,
    /// Whether it may.
    pub may: bool,
    /// The permission of a custom role that makes the difference, see [`crate::ConsolePermission`].
    pub permission: Option<String>,
    /// In words.
    pub text: Text,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(VariableCreator { role, may, permission, text, status, sources });

/// A fact in words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The id used in data and links.
    pub id: String,
    /// What it says.
    pub text: Text,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(Fact { id, text, status, sources });
