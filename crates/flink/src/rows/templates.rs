//! Policies worth inserting: `policy_templates.json`.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{PolicyDocument, Status, Text};

/// Where a policy is attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Attach {
    /// To a RAM user, user group or RAM role.
    Identity,
    /// To an SLS project, as its project policy.
    Resource,
}

choice!(Attach { Identity, Resource });

/// A policy with placeholders, see [`crate::arn::PLACEHOLDERS`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyTemplate {
    /// The id used in data and links.
    pub id: String,
    /// What it is for.
    pub title: Text,
    /// Where it is attached.
    pub attach: Attach,
    /// The policy; [`PolicyDocument::filled`] puts names in.
    pub document: PolicyDocument,
    /// What to know before relying on it.
    pub note: Option<Text>,
    /// [`Status::Stated`] if the documentation prints it, [`Status::Derived`] if it is put together from facts.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(PolicyTemplate { id, title, attach, document, note, status, sources });
