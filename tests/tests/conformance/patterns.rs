//! The wildcard matcher against two others.

use proptest::prelude::*;
use ramplay_policy::Pattern;
use ramplay_tests::naive;
use regex::Regex;

use crate::generate::config;

fn as_regex(pattern: &str) -> Regex {
    let parts = pattern.chars().map(|char| match char {
        '*' => ".*".to_owned(),
        '?' => ".".to_owned(),
        char => regex::escape(char.encode_utf8(&mut [0; 4])),
    });
    Regex::new(&format!(r"(?s)\A{}\z", parts.collect::<String>())).unwrap()
}

/// A text and a pattern that was made from it, so that it matches.
fn matching() -> impl Strategy<Value = (String, String)> {
    any::<String>().prop_flat_map(|text| {
        let parts: Vec<_> = text
            .chars()
            .map(|char| {
                let char = char.to_string();
                // `*` for this and what follows up to the next kept character, or before it, or in its place.
                prop_oneof![
                    4 => Just(char.clone()),
                    1 => Just("?".to_owned()),
                    1 => Just("*".to_owned()),
                    1 => Just(format!("*{char}")),
                    1 => Just(format!("{char}*")),
                ]
            })
            .collect();
        parts.prop_map(move |parts| (text.clone(), parts.concat()))
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn small_alphabet(cases in prop::collection::vec(("[ab*?é🦀:/]{0,8}", "[ab*é🦀:/\n]{0,10}"), 10)) {
        for (pattern, text) in cases {
            let matches = Pattern::new(&pattern).matches(&text);
            prop_assert_eq!(matches, naive::glob(&pattern, &text), "{:?} on {:?}", pattern, text);
            prop_assert_eq!(matches, as_regex(&pattern).is_match(&text), "{:?} on {:?}", pattern, text);
        }
    }

    /// Long enough that what follows a `*` is searched for.
    #[test]
    fn long_texts(pattern in "[ab*?é]{0,14}", run in "[abé]{1,9}", text in "[abé]{0,120}") {
        for pattern in [pattern.clone(), format!("{pattern}*{run}"), format!("*{run}{pattern}"), format!("a*{run}?*{run}")] {
            let regex = as_regex(&pattern);
            for text in [text.clone(), format!("{text}{run}"), format!("{text}{run}a{text}{run}")] {
                prop_assert_eq!(Pattern::new(&pattern).matches(&text), regex.is_match(&text), "{:?} on {:?}", pattern, text);
            }
        }
    }

    #[test]
    fn patterns_made_from_the_text((text, pattern) in matching()) {
        prop_assert!(Pattern::new(&pattern).matches(&text));
        prop_assert!(as_regex(&pattern).is_match(&text));
        let longer = format!("{text}🦀");
        prop_assert_eq!(Pattern::new(&pattern).matches(&longer), as_regex(&pattern).is_match(&longer));
    }

    #[test]
    fn folded_patterns(pattern in "[aAbB*?éÉ]{0,6}", text in "[aAbBéÉ]{0,6}") {
        let (small_pattern, small) = (pattern.to_ascii_lowercase(), text.to_ascii_lowercase());
        prop_assert_eq!(Pattern::folded(&pattern).matches(&small), naive::glob(&small_pattern, &small));
    }
}

/// Each of these takes ages with backtracking.
#[test]
fn hostile_patterns_finish() {
    let text = "a".repeat(30_000);
    for (pattern, expected) in [
        (format!("{}b", "*a".repeat(1_000)), false),
        (format!("{}*", "*a".repeat(1_000)), true),
        (format!("*{}b", "a".repeat(1_000)), false),
        (format!("{}b", "*?".repeat(1_000)), false),
        (format!("{}{}", "*".repeat(1_000), "?".repeat(1_000)), true),
        (format!("*{}*b*", "a?".repeat(500)), false),
    ] {
        let start: String = pattern.chars().take(10).collect();
        assert_eq!(Pattern::new(&pattern).matches(&text), expected, "{start}…");
    }
}
