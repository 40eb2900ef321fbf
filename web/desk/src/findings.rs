//! Findings for the page.

use ramplay_findings::{Class, Subject, check};
use ramplay_policy::{PolicyKind, read};
use ramplay_text::{Lang, Lines};
use serde::Serialize;

use crate::place::PlaceForm;

/// Most findings that are handed over: nobody reads more.
const MOST: usize = 100;

/// A finding.
#[derive(Debug, Serialize)]
pub(crate) struct FindingForm {
    /// `error`, `security`, `warning` or `suggestion`.
    class: &'static str,
    /// The class's name.
    word: &'static str,
    code: &'static str,
    message: String,
    help: String,
    /// The page that states the rule.
    source: &'static str,
    /// How sure the rule is.
    status: &'static str,
    place: PlaceForm,
    /// The whole text after the fix, if there is one.
    fixed: Option<String>,
    /// Whether the fixed text means the same.
    same: bool,
}

pub(crate) fn findings(text: &str, kind: PolicyKind, account: &str, lang: Lang) -> Vec<FindingForm> {
    let subject = Subject { kind, account: Some(account).filter(|account| !account.is_empty()) };
    let lines = Lines::new(text);
    let all = check(text, &read(text, kind), &subject);
    let own = all.iter().filter(|finding| finding.problem.is_none());
    own.take(MOST)
        .map(|finding| FindingForm {
            class: match finding.class() {
                Class::Error => "error",
                Class::SecurityWarning => "security",
                Class::GeneralWarning => "warning",
                Class::Suggestion => "suggestion",
            },
            word: finding.class().name(lang),
            code: finding.code(),
            message: finding.message(lang),
            help: finding.help(lang),
            source: finding.row.source,
            status: finding.row.status.code(),
            place: PlaceForm::new(&lines, finding.span),
            fixed: finding.fix.as_ref().map(|fix| fix.apply(text)),
            same: finding.fix.as_ref().is_some_and(|fix| fix.keeps_meaning),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readers_problems_are_left_to_the_page() {
        let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:PostLogStoreLog", "Resource": "*", "Sid": "x"}]}"#;
        let found = findings(text, PolicyKind::Identity, "", Lang::En);
        let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
        assert!(codes.contains(&"action-misspelt") && !codes.contains(&"unknown-element"), "{codes:?}");
        let misspelt = found.iter().find(|finding| finding.code == "action-misspelt").unwrap();
        assert!(misspelt.fixed.as_ref().unwrap().contains("\"log:PostLogStoreLogs\""));
        assert!(!misspelt.same);
    }
}
