//! The strict reader finds its way through any text, and what it accepts is JSON for others as well.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use ramplay_fuzz::assert_told;
use ramplay_policy::{PolicyKind, Problem, Reading, read};
use ramplay_text::json::ProblemKind;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(data) else { return Corpus::Reject };
    for kind in PolicyKind::ALL {
        let reading = read(text, kind);
        check(text, kind, &reading);
        assert!(read(text, kind) == reading, "{text:?} was read in two ways");
    }
    Corpus::Keep
});

fn check(text: &str, kind: PolicyKind, reading: &Reading) {
    let places: Vec<u32> = reading.diagnostics.iter().map(|found| found.span.start).collect();
    assert!(places.is_sorted(), "the problems of {text:?} are not in its order");
    for diagnostic in &reading.diagnostics {
        assert_told(diagnostic, text);
        let Some(fix) = &diagnostic.fix else { continue };
        let mut fixed = text.to_owned();
        fixed.replace_range(fix.span.start as usize..fix.span.end as usize, &fix.text);
        let alike = |reading: &Reading| {
            reading.diagnostics.iter().filter(|found| found.code() == diagnostic.code()).count()
        };
        assert!(alike(&read(&fixed, kind)) < alike(reading), "{diagnostic:?} of {text:?} is not cured");
    }
    for statement in &reading.policy.statements {
        assert!(statement.span.of(text).starts_with('{'), "{:?} is no statement", statement.span);
    }

    // What is strict JSON, as `serde_json` sees it, apart from our own bounds and from what it lets pass.
    let stricter = |kind: &ProblemKind| {
        matches!(
            kind,
            ProblemKind::DuplicateKey { .. } | ProblemKind::TooDeep { .. } | ProblemKind::TooLong { .. }
        )
    };
    let json = reading.diagnostics.iter().filter_map(|found| match &found.problem {
        Problem::Json(problem) => Some(problem),
        _ => None,
    });
    let (ours, others): (Vec<&ProblemKind>, Vec<&ProblemKind>) = json.partition(|kind| stricter(kind));
    // Its grammar alone lets numbers pass that are larger than a machine's, and half characters.
    let grammar = serde_json::from_str::<serde::de::IgnoredAny>(text);
    assert!(
        grammar.is_ok() || !(others.is_empty() && ours.is_empty()),
        "no problem in {text:?}: {grammar:?}"
    );
    let value = serde_json::from_str::<serde_json::Value>(text);
    assert!(value.is_err() || others.is_empty(), "{others:?} in {text:?}, which is JSON");
    assert!(!reading.is_usable() || value.is_ok(), "{text:?} is usable and not read by others");
}
