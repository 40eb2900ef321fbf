//! Booleans.

/// Every text that is read as a boolean: `true` and `false` in any case.
pub(super) fn spellings() -> Vec<String> {
    let mut all = Vec::new();
    for word in ["true", "false"] {
        for upper in 0_u32..1 << word.len() {
            let spelled = word
                .chars()
                .enumerate()
                .map(|(at, char)| if upper & (1 << at) == 0 { char } else { char.to_ascii_uppercase() });
            all.push(spelled.collect());
        }
    }
    all
}
