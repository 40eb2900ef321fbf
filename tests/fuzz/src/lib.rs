//! What the fuzz targets share.

pub mod case;

use ramplay_policy::Diagnostic;
use ramplay_text::{Lang, Span};

/// Fails unless the span lies in the text and on its characters.
pub fn assert_inside(span: Span, text: &str, what: &dyn std::fmt::Debug) {
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(
        start <= end && text.is_char_boundary(start) && text.is_char_boundary(end),
        "{span:?} of {what:?} is not within {text:?}"
    );
}

/// Fails unless the problem lies in the text and has its words.
pub fn assert_told(diagnostic: &Diagnostic, text: &str) {
    use ramplay_policy::sentence;

    assert_inside(diagnostic.span, text, diagnostic);
    if let Some(fix) = &diagnostic.fix {
        assert_inside(fix.span, text, diagnostic);
    }
    for lang in Lang::ALL {
        assert!(!sentence::problem(&diagnostic.problem, lang).is_empty(), "{diagnostic:?} has no words");
        let _ = sentence::help(&diagnostic.problem, lang);
    }
}
