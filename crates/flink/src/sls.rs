//! Simple Log Service: what one can do (`sls_capabilities.json`), and every known action (`sls_actions.json`).

use serde::{Deserialize, Serialize};

use crate::{AccessLevel, Status, Text};

/// What a store name stands for. A Logstore and a Metricstore of one project cannot share a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StoreKind {
    /// A Logstore.
    #[default]
    Logstore,
    /// A Metricstore: data actions keep `logstore/…` ARNs, settings have their own.
    Metricstore,
}

/// The capabilities and their groups.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlsCapabilities {
    /// The groups, in order.
    pub groups: Vec<CapabilityGroup>,
    /// The capabilities.
    pub capabilities: Vec<Capability>,
}

/// The title of a group of capabilities.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapabilityGroup {
    /// The id that capabilities refer to.
    pub id: String,
    /// The title.
    pub title: Text,
}

/// Something a person or a job does with SLS, and the checks that it needs, all of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capability {
    /// The id used in data and links.
    pub id: String,
    /// The id of its group.
    pub group: String,
    /// What it is.
    pub title: Text,
    /// Whether a Flink job typically needs it.
    pub essential: bool,
    /// What is checked on a Logstore. Resources have placeholders for [`crate::arn::expand`].
    pub checks: Vec<Check>,
    /// What is checked instead on a Metricstore; `None` if the same.
    pub metricstore: Option<MetricstoreChecks>,
    /// What happens when it is denied, and what is doubtful.
    pub note: Option<Text>,
    /// How sure the checks are.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

impl Capability {
    /// What is checked for a store of this kind.
    pub fn checks_for(&self, store: StoreKind) -> &[Check] {
        match (store, &self.metricstore) {
            (StoreKind::Metricstore, Some(own)) => &own.checks,
            (StoreKind::Metricstore, None) | (StoreKind::Logstore, _) => &self.checks,
        }
    }

    /// How sure those checks are.
    pub fn status_for(&self, store: StoreKind) -> Status {
        match (store, &self.metricstore) {
            (StoreKind::Metricstore, Some(own)) => own.status,
            (StoreKind::Metricstore, None) | (StoreKind::Logstore, _) => self.status,
        }
    }
}

/// One action on one resource.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The action.
    pub action: String,
    /// The resource, with placeholders. A `*` in it is literal: that is what a list call is checked on.
    pub resource: String,
}

/// The checks of a capability on a Metricstore, where they differ.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MetricstoreChecks {
    /// What is checked.
    pub checks: Vec<Check>,
    /// What is doubtful.
    pub note: Option<Text>,
    /// How sure the checks are.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

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

/// An SLS action. Reference material: its texts are English only.
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
    pub operation: String,
    /// The APIs behind it.
    pub apis: Vec<String>,
    /// What is doubtful about action or resource; `None` if both are documented.
    pub confidence: Option<String>,
    /// What else to know, contradictions included.
    pub note: Option<String>,
    /// How sure this row is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}
