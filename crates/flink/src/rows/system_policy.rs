//! System policies by name: `system_policies.json`.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{PolicyDocument, Status, Text};

/// What a system policy is attached to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PolicyKind {
    /// RAM users, user groups and RAM roles.
    Identity,
    /// Nodes of a Resource Directory.
    Control,
    /// Roles of Alibaba Cloud services; not to be attached to anyone else.
    ServiceRole,
}

choice!(PolicyKind { Identity, Control, ServiceRole });

/// How well the body of a system policy is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Body {
    /// Printed by the documentation.
    Exact,
    /// Our reading of its description; say so wherever a verdict depends on it.
    Assumed,
    /// Known in part: it cannot be evaluated.
    Partial,
    /// Not known: it cannot be evaluated.
    Unknown,
}

choice!(Body { Exact, Assumed, Partial, Unknown });

/// A system policy that an administrator may attach by name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SystemPolicy {
    /// Its name.
    pub name: String,
    /// What it is attached to.
    pub kind: PolicyKind,
    /// How well its body is known.
    pub body: Body,
    /// The body; `Some` exactly if `body` is [`Body::Exact`] or [`Body::Assumed`].
    pub document: Option<PolicyDocument>,
    /// The version and its date, where the page prints them.
    pub version: Option<String>,
    /// What it is for.
    pub description: Text,
    /// What is doubtful about it.
    pub note: Option<Text>,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(SystemPolicy { name, kind, body, document, version, description, note, sources });

impl SystemPolicy {
    /// How sure the body is, in the words of all other rows.
    pub const fn status(&self) -> Status {
        match self.body {
            Body::Exact => Status::Stated,
            Body::Assumed => Status::Assumed,
            Body::Partial | Body::Unknown => Status::Unknown,
        }
    }
}
