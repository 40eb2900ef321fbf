//! Facts to look up: parsed only when first asked for.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{DevelopmentActions, OtherAction, PolicyDocument, Reading, SlsAction, Status, Text};

/// Facts that are shown as reference and that no verdict needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Rules, contradictions and what is not known.
    pub rules: Rules,
    /// The role tables before the list of 2025.
    pub earlier_role_tables: Vec<EarlierRoleTable>,
    /// The policies of the service role in 2021.
    pub earlier_service_role_policies: Vec<EarlierPolicy>,
    /// The actions of the Development Console API.
    pub development_api_actions: DevelopmentActions,
    /// Further `stream:` actions.
    pub other_stream_actions: Vec<OtherAction>,
    /// The actions of SLS.
    pub sls_actions: Vec<SlsAction>,
}

row!(Reference {
    rules,
    earlier_role_tables,
    earlier_service_role_policies,
    development_api_actions,
    other_stream_actions,
    sls_actions
});

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// The Flink consoles.
    Flink,
    /// Simple Log Service and its connectors.
    Sls,
}

choice!(Area { Flink, Sls });

/// The contents of `rules.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// What holds.
    pub rules: Vec<Rule>,
    /// Where sources disagree.
    pub contradictions: Vec<Contradiction>,
    /// What could not be found.
    pub unknowns: Vec<Rule>,
}

row!(Rules { rules, contradictions, unknowns });

/// A rule, or something not known.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The id used in data and links.
    pub id: String,
    /// What it is about.
    pub area: Area,
    /// What it says.
    pub text: Text,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources; for an unknown, where it was looked for.
    pub sources: Vec<String>,
}

row!(Rule { id, area, text, status, sources });

/// A matter on which sources disagree.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// The id used in data and links.
    pub id: String,
    /// What it is about.
    pub area: Area,
    /// The matter.
    pub topic: Text,
    /// The readings, usually with the older first.
    pub readings: Vec<Reading>,
}

row!(Contradiction { id, area, topic, readings });

/// A role table of an older page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierRoleTable {
    /// The id used in data and links.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The rows.
    pub rows: Vec<EarlierRow>,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(EarlierRoleTable { id, title, rows, status, sources });

/// A row of an older role table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierRow {
    /// What it allows.
    pub operation: Text,
    /// Whether owners could.
    pub owner: bool,
    /// Whether editors could.
    pub editor: bool,
    /// Whether viewers could.
    pub viewer: bool,
}

row!(EarlierRow { operation, owner, editor, viewer });

/// A custom policy that a guide of 2021 had administrators create for the service role.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierPolicy {
    /// Its name in the guide.
    pub name: String,
    /// Its body.
    pub document: PolicyDocument,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(EarlierPolicy { name, document, status, sources });
