//! What is needed to look into a job: unpacked only when first asked for.

use std::collections::BTreeMap;

use super::pack::row;
use super::{Connectors, Endpoints, Secrets, Source, VariableRules};

/// The facts about Flink SQL jobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jobs {
    /// Where these facts come from, by key; [`crate::Catalogue::sources`] has the rest.
    pub sources: BTreeMap<String, Source>,
    /// The connectors.
    pub connectors: Connectors,
    /// How to tell the region from an endpoint.
    pub endpoints: Endpoints,
    /// What credentials look like.
    pub secrets: Secrets,
    /// What holds for variables.
    pub variables: VariableRules,
}

row!(Jobs { sources, connectors, endpoints, secrets, variables });
