//! The operations of the Management Console: `management_operations.json`.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{Status, Text};

/// The access level that the documentation prints for an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AccessLevel {
    /// Creates something.
    Create,
    /// Lists things.
    List,
    /// Reads one thing.
    Get,
    /// Changes something.
    Update,
    /// Deletes something.
    Delete,
    /// Writes; on older pages, or where the exact level is not known.
    Write,
    /// The page prints `none`.
    None,
    /// Not known.
    Unknown,
}

choice!(AccessLevel { Create, List, Get, Update, Delete, Write, None, Unknown });

/// The kind of resource on which an operation is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OperationResource {
    /// A workspace.
    Instance,
    /// A namespace of a workspace.
    Namespace,
    /// No resource-level authorization: only `Resource: "*"` takes effect.
    All,
    /// Not known.
    Unknown,
}

choice!(OperationResource { Instance, Namespace, All, Unknown });

/// What a policy must allow for an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationCheck<'a> {
    /// This action.
    Action(&'a str),
    /// An action whose name is not documented.
    Unnamed {
        /// A pattern that surely covers it.
        covered_by: &'a str,
        /// The name it should have by analogy with its neighbours.
        by_analogy: &'a str,
    },
    /// Nothing: the documentation discloses no authorization.
    Nothing,
}

/// An operation of the Management Console.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// The id used in data and links.
    pub id: String,
    /// The RAM action; `None` where its name is not documented or none is needed: see [`Operation::check`].
    pub action: Option<String>,
    /// The APIs behind it.
    pub api: Vec<String>,
    /// What it does.
    pub operation: Text,
    /// Its access level.
    pub access_level: AccessLevel,
    /// What it is checked on.
    pub resource: OperationResource,
    /// A pattern that covers an action without a known name.
    #[serde(default)]
    pub covered_by: Option<String>,
    /// The name such an action should have.
    #[serde(default)]
    pub by_analogy: Option<String>,
    /// What else to know.
    pub note: Option<Text>,
    /// How sure this row is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(Operation {
    id,
    action,
    api,
    operation,
    access_level,
    resource,
    covered_by,
    by_analogy,
    note,
    status,
    sources
});

impl Operation {
    /// What a policy must allow for it.
    pub fn check(&self) -> OperationCheck<'_> {
        match (&self.action, &self.covered_by, &self.by_analogy) {
            (Some(action), _, _) => OperationCheck::Action(action),
            (None, Some(covered_by), Some(by_analogy)) => OperationCheck::Unnamed { covered_by, by_analogy },
            (None, _, _) => OperationCheck::Nothing,
        }
    }
}
