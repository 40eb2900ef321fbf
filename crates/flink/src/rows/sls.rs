//! What one can do with Simple Log Service: `sls_capabilities.json`.

use serde::{Deserialize, Serialize};

use super::pack::row;
use super::{Status, Text};

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

row!(SlsCapabilities { groups, capabilities });

/// The title of a group of capabilities.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapabilityGroup {
    /// The id that capabilities refer to.
    pub id: String,
    /// The title.
    pub title: Text,
}

row!(CapabilityGroup { id, title });

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

row!(Capability { id, group, title, essential, checks, metricstore, note, status, sources });

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

row!(Check { action, resource });

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

row!(MetricstoreChecks { checks, note, status, sources });
