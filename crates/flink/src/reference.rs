//! Facts to look up: unpacked only when first asked for.

use std::sync::OnceLock;

use crate::Reference;
use crate::rows::pack::unpacked;

/// The reference; the first call unpacks it.
pub fn reference() -> &'static Reference {
    static REFERENCE: OnceLock<Reference> = OnceLock::new();
    REFERENCE.get_or_init(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/reference.bin"))))
}

/// Every action that is known: of Simple Log Service, of Flink and of all connectors.
#[cfg(feature = "jobs")]
pub fn known_actions() -> std::collections::BTreeSet<&'static str> {
    let reference = reference();
    let sls = reference.sls_actions.iter().map(|row| row.action.as_str());
    let development = reference.development_api_actions.actions.iter().map(|row| row.action.as_str());
    let stream = reference.other_stream_actions.iter().map(|row| row.action.as_str());
    let operations = crate::catalogue().operations.iter().filter_map(|row| row.action.as_deref());
    let steps = crate::connectors().connectors.iter().flat_map(|row| &row.steps);
    let connectors = steps.flat_map(|step| step.actions.iter().map(String::as_str));
    sls.chain(development).chain(stream).chain(operations).chain(connectors).collect()
}
