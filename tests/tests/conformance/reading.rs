//! Reading finds its way through any text.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use ramplay_policy::{PolicyKind, Reading, Severity, read, sentence};
use ramplay_text::{Lang, Span};

use crate::generate::{config, document};

/// Every diagnostic points into the text, they stand in its order, and each can be put into words.
pub(crate) fn assert_well_formed(text: &str, reading: &Reading) {
    let inside = |span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
    };
    for diagnostic in &reading.diagnostics {
        assert!(inside(diagnostic.span), "{diagnostic:?} is outside of {text:?}");
        assert!(diagnostic.fix.as_ref().is_none_or(|fix| inside(fix.span)), "{diagnostic:?} in {text:?}");
        for lang in Lang::ALL {
            assert!(!sentence::problem(&diagnostic.problem, lang).is_empty());
            let _ = sentence::help(&diagnostic.problem, lang);
        }
    }
    assert!(
        reading.diagnostics.is_sorted_by_key(|diagnostic| diagnostic.span.start),
        "{:?} are not in the order of {text:?}",
        reading.diagnostics
    );
    for statement in &reading.policy.statements {
        assert!(inside(statement.span) && statement.span.of(text).starts_with('{'));
    }
}

/// Policies as people write them, some of them wrong.
fn policy() -> impl Strategy<Value = String> {
    let layer =
        prop_oneof![document("identity").boxed(), document("resource").boxed(), document("trust").boxed()];
    (layer, any::<bool>()).prop_map(|(policy, pretty)| {
        if pretty { serde_json::to_string_pretty(&policy).unwrap() } else { policy.to_string() }
    })
}

const TOKENS: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\n",
    "\r\n",
    "\u{feff}",
    "//",
    "/* */",
    "null",
    "true",
    "1",
    "-",
    "0.5e9",
    "'",
    "\"Version\"",
    "\"Statement\"",
    "\"Effect\"",
    "\"Allow\"",
    "\"Action\"",
    "\"NotAction\"",
    "\"Resource\"",
    "\"Principal\"",
    "\"Condition\"",
    "\"StringEquals\"",
    "\"Null\"",
    "\"RAM\"",
    "\"*\"",
    "\"Acton\"",
    "\"爱\"",
    "\"🦀\"",
    "\\u0041",
    "\\ud83d",
    "\u{0}",
    "é",
    "{\"a\":1,\"a\":2}",
];

/// Pieces are taken out and tokens put in.
fn mutated() -> impl Strategy<Value = String> {
    let edits =
        prop::collection::vec((any::<Index>(), 0..12_usize, prop::option::of(select(&TOKENS[..]))), 1..4);
    (policy(), edits).prop_map(|(text, edits)| {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, length, token) in edits {
            let at = at.index(chars.len() + 1);
            let end = (at + length).min(chars.len());
            chars.splice(at..end, token.unwrap_or_default().chars());
        }
        chars.into_iter().collect()
    })
}

fn any_kind() -> impl Strategy<Value = PolicyKind> {
    select(&PolicyKind::ALL[..])
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text(text in any::<String>(), kind in any_kind()) {
        assert_well_formed(&text, &read(&text, kind));
    }

    #[test]
    fn any_tokens(tokens in prop::collection::vec(select(&TOKENS[..]), 0..40), kind in any_kind()) {
        let text = tokens.concat();
        assert_well_formed(&text, &read(&text, kind));
    }

    #[test]
    fn mutated_policies(text in mutated(), kind in any_kind()) {
        let reading = read(&text, kind);
        assert_well_formed(&text, &reading);
        // What is read without an error is JSON.
        if reading.is_usable() {
            prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{}", text);
        }
    }

    #[test]
    fn fixes_cure(text in mutated(), kind in any_kind()) {
        let before = read(&text, kind);
        for diagnostic in &before.diagnostics {
            let Some(fix) = &diagnostic.fix else { continue };
            let mut fixed = text.clone();
            fixed.replace_range(fix.span.start as usize..fix.span.end as usize, &fix.text);
            let after = read(&fixed, kind);
            assert_well_formed(&fixed, &after);
            let errors = |reading: &Reading| {
                reading.diagnostics.iter().filter(|found| found.severity() == Severity::Error).count()
            };
            let alike = |reading: &Reading| {
                reading.diagnostics.iter().filter(|found| found.code() == diagnostic.code()).count()
            };
            prop_assert!(errors(&after) <= errors(&before), "{:?}: {} became {}", diagnostic, text, fixed);
            prop_assert!(alike(&after) < alike(&before), "{:?}: {} became {}", diagnostic, text, fixed);
        }
    }
}
