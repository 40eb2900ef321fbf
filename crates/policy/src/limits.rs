//! Bounds on documents: what is refused, and what RAM itself accepts.

use crate::model::PolicyKind;

/// Longest document that is read, in bytes.
pub const BYTES: usize = 64 * 1024;
/// Deepest nesting that is read.
pub const DEPTH: usize = 32;
/// Most statements that are read.
pub const STATEMENTS: usize = 1_000;

/// RAM's own limit on the length of a document in characters, where the documentation states one.
///
/// Sources: custom policy 6,144 (<https://alibabacloud.com/help/en/resource-management/api-createpolicy>,
/// 2025-12-15); control policy 4,096 (<https://www.alibabacloud.com/help/doc-detail/208287.htm>, 2025-12-15);
/// session policy 2,048 (a public tool of 2026; the AssumeRole page of 2021 says 1,024). SLS project policies:
/// 16 KB in total (<https://help.aliyun.com/document_detail/479258.html>).
pub fn ram_length(kind: PolicyKind) -> Option<usize> {
    match kind {
        PolicyKind::Identity => Some(6_144),
        PolicyKind::Control => Some(4_096),
        PolicyKind::Session => Some(2_048),
        PolicyKind::Resource => Some(16 * 1024),
        PolicyKind::Trust => None,
    }
}
