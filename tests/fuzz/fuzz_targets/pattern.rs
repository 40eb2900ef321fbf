//! The wildcard matcher and one that follows the definition agree.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use ramplay_policy::Pattern;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(input) = std::str::from_utf8(data) else { return Corpus::Reject };
    let Some((pattern, text)) = input.split_once('\n') else { return Corpus::Reject };
    let expected = defined(pattern, text);
    let compiled = Pattern::new(pattern);
    assert_eq!(compiled.matches(text), expected, "{pattern:?} on {text:?}");
    assert_eq!(compiled.as_str(), pattern);
    assert_eq!(compiled.is_wild(), pattern.contains(['*', '?']), "{pattern:?}");

    let (lower_pattern, lower_text) = (pattern.to_ascii_lowercase(), text.to_ascii_lowercase());
    let folded = Pattern::folded(pattern).matches(&lower_text);
    assert_eq!(folded, defined(&lower_pattern, &lower_text), "folded {pattern:?} on {text:?}");
    assert!(folded || !expected, "{pattern:?} on {text:?} matches only with its case");
    assert!(Pattern::new(text).is_wild() || Pattern::new(text).matches(text), "{text:?} is not itself");
    Corpus::Keep
});

/// Whether the pattern matches all of the text: for each of its beginnings in turn, which beginnings of the
/// text it matches.
fn defined(pattern: &str, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let mut matched: Vec<bool> = std::iter::once(true).chain(text.iter().map(|_| false)).collect();
    for wanted in pattern.chars() {
        if wanted == '*' {
            let mut any = false;
            for here in &mut matched {
                any |= *here;
                *here = any;
            }
        } else {
            let fits = |char: &char| wanted == '?' || wanted == *char;
            let stepped = text.iter().zip(&matched).map(|(char, before)| *before && fits(char));
            matched = std::iter::once(false).chain(stepped).collect();
        }
    }
    matched.last().copied().unwrap_or_default()
}
