//! Facts to look up: unpacked only when first asked for.

use std::sync::OnceLock;

use crate::Reference;
use crate::rows::pack::unpacked;

/// The reference; the first call unpacks it.
pub fn reference() -> &'static Reference {
    static REFERENCE: OnceLock<Reference> = OnceLock::new();
    REFERENCE.get_or_init(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/reference.bin"))))
}
