//! Strings.

/// Case folding of the `…IgnoreCase` operators.
pub(super) fn fold(text: &str) -> String {
    text.to_lowercase()
}
