//! RAM actions to look up: `development_api_actions.json`, `other_stream_actions.json` and `sls_actions.json`.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{AccessLevel, Status, Text};

/// The actions of the Development Console API. All are authorized per action, on `*`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DevelopmentActions {
    /// The groups, in order.
    pub groups: Vec<ActionGroup>,
    /// The actions.
    pub actions: Vec<DevelopmentAction>,
}

row!(DevelopmentActions { groups, actions });

/// The title of a group of actions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionGroup {
    /// The id that actions refer to.
    pub id: String,
    /// The title.
    pub title: Text,
}

row!(ActionGroup { id, title });

/// An action of the Development Console API.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DevelopmentAction {
    /// The id of its group.
    pub group: String,
    /// The RAM action, `stream:` and the name of the API.
    pub action: String,
    /// Its access level.
    pub access_level: AccessLevel,
    /// Whether the wildcards of `AliyunStreamReadOnlyAccess` v2 match it.
    pub read_only_policy: bool,
    /// How sure the resource `*` is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(DevelopmentAction { group, action, access_level, read_only_policy, status, sources });

/// A `stream:` action seen only inside a system policy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherAction {
    /// The action.
    pub action: String,
    /// The system policy that names it.
    pub seen_in: String,
    /// What it is for, as far as known.
    pub meaning: Text,
    /// How sure the meaning is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(OtherAction { action, seen_in, meaning, status, sources });

/// What an SLS action does, in four words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SlsClass {
    /// Lists names.
    List,
    /// Reads settings or data.
    Read,
    /// Writes data.
    Write,
    /// Creates, changes or deletes things.
    Manage,
}

choice!(SlsClass { List, Read, Write, Manage });

/// An SLS action. Reference material: its texts are ours in both languages, not quotations.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlsAction {
    /// The action.
    pub action: String,
    /// The resources it is checked on; several where sources differ or where each is needed (see `note`).
    pub resources: Vec<String>,
    /// Its access level.
    pub access_level: AccessLevel,
    /// What it does, in a word.
    pub class: SlsClass,
    /// What it does.
    pub operation: Text,
    /// The APIs behind it.
    pub apis: Vec<String>,
    /// What is doubtful about action or resource; `None` if both are documented.
    pub confidence: Option<Text>,
    /// What else to know, contradictions included.
    pub note: Option<Text>,
    /// How sure this row is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(SlsAction {
    action,
    resources,
    access_level,
    class,
    operation,
    apis,
    confidence,
    note,
    status,
    sources
});
