//! The paste reader finds its way through any text, and what it offers is a document that needs no repair.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use ramplay_fuzz::assert_inside;
use ramplay_paste::{Document, Found, recognise, sentence};
use ramplay_policy::{Diagnostic, Problem, read};
use ramplay_text::Lang;
use ramplay_text::json::ProblemKind;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(pasted) = std::str::from_utf8(data) else { return Corpus::Reject };
    let found = recognise(pasted);
    assert!(recognise(pasted) == found, "{pasted:?} was recognised in two ways");
    found.documents.iter().for_each(|document| check(pasted, document));
    for lang in Lang::ALL {
        for Found { what, span } in &found.problems {
            assert_inside(*span, pasted, what);
            assert!(!sentence::problem(what, lang).is_empty(), "{what:?} has no words");
            let _ = sentence::help(what, lang);
        }
        for Found { what, span } in &found.look_alikes {
            assert_inside(*span, pasted, what);
            assert!(!sentence::look_alike(*what, lang).is_empty());
        }
        for Found { what, span } in &found.listed {
            assert_inside(*span, pasted, what);
        }
    }
    let silent = found.documents.is_empty() && found.look_alikes.is_empty() && found.listed.is_empty();
    assert!(!silent || !found.problems.is_empty(), "nothing is said about {pasted:?}");
    Corpus::Keep
});

fn check(pasted: &str, document: &Document) {
    let text = &document.text;
    assert_inside(document.span, pasted, document);
    assert!(
        serde_json::from_str::<serde_json::Value>(text).is_ok(),
        "{text:?}, out of {pasted:?}, is no JSON"
    );
    let reading = read(text, document.kind);
    // Of a key that is there twice nobody can say which one counts, so that it stays.
    let stays = |problem: &ProblemKind| matches!(problem, ProblemKind::DuplicateKey { .. });
    let mends = |found: &&Diagnostic| matches!(&found.problem, Problem::Json(problem) if !stays(problem));
    let no_json = reading.diagnostics.iter().find(mends);
    assert!(no_json.is_none(), "{no_json:?} in {text:?}, out of {pasted:?}");
    assert!(!document.is_as_pasted() || text == pasted, "{text:?} is not what was pasted: {pasted:?}");

    for lang in Lang::ALL {
        for repair in &document.repairs {
            assert_inside(repair.span, pasted, repair);
            assert!(!sentence::repair(repair, pasted, lang).is_empty());
        }
        for Found { what, span } in &document.wrappers {
            assert_inside(*span, pasted, what);
            assert!(!sentence::wrapper(what, lang).is_empty());
        }
        for Found { what, span } in &document.placeholders {
            assert_inside(*span, pasted, what);
            assert!(!sentence::placeholder(*what, span.of(pasted), lang).is_empty());
        }
    }

    let again = recognise(text);
    let offered = again.documents.as_slice();
    assert!(
        matches!(offered, [same] if same.is_as_pasted() && same.text == *text),
        "{text:?}, out of {pasted:?}, is read again as {again:?}"
    );
}
