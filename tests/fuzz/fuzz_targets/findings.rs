//! Whatever a document says, there is something to say about it that lies in it.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use ramplay_findings::{Subject, check};
use ramplay_fuzz::assert_inside;
use ramplay_policy::{PolicyKind, read};
use ramplay_text::Lang;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(data) else { return Corpus::Reject };
    for kind in PolicyKind::ALL {
        let reading = read(text, kind);
        for account in [None, Some("1000000000000001")] {
            let subject = Subject { account, ..Subject::new(kind) };
            let findings = check(text, &reading, &subject);
            assert!(check(text, &reading, &subject) == findings, "{text:?} was checked in two ways");
            for finding in &findings {
                assert_inside(finding.span, text, finding);
                finding.related.iter().for_each(|span| assert_inside(*span, text, finding));
                for lang in Lang::ALL {
                    let words = [finding.message(lang), finding.help(lang)];
                    assert!(!words[0].is_empty(), "{finding:?} has no words");
                    // A name in braces that nothing stands for.
                    let template = |words: &String| words.contains("{}");
                    assert!(!words.iter().any(template), "{words:?} of {finding:?}");
                }
                let Some(fix) = &finding.fix else { continue };
                let mut end = 0;
                for edit in &fix.edits {
                    assert_inside(edit.span, text, finding);
                    assert!(edit.span.start >= end, "the edits of {finding:?} overlap");
                    end = edit.span.end;
                }
                let fixed = fix.apply(text);
                assert!(fixed != text, "{finding:?} of {text:?} has a fix that changes nothing");
                let reading_after = read(&fixed, kind);
                assert!(
                    !fix.keeps_meaning || !reading.is_usable() || reading_after.is_usable(),
                    "{finding:?} of {text:?} has a fix that breaks it: {fixed:?}"
                );
            }
        }
    }
    Corpus::Keep
});
