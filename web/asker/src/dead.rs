//! Parts of a document that change no answer, as findings.

use ramplay_findings::{Class, Subject, check, source};
use ramplay_policy::{PolicyKind, read};
use ramplay_questions::{Asking, Loose, PartForm, Side, dead as look_for, principal};
use ramplay_text::{Lang, Lines, Span};
use serde::Serialize;

/// How much work each comparison may do: advice is worth less than a question that somebody asks.
const STEPS: u64 = 20_000;
/// Statements of a document that is looked through.
const MOST_STATEMENTS: usize = 60;

/// A finding, in the form of `web/desk`.
#[derive(Debug, Serialize)]
pub(crate) struct FindingForm {
    class: &'static str,
    word: &'static str,
    code: &'static str,
    message: String,
    help: &'static str,
    source: &'static str,
    status: &'static str,
    place: PlaceForm,
    /// The whole text without the part.
    fixed: Option<String>,
    /// Whether that means the same.
    same: bool,
}

/// A place as browsers count it.
#[derive(Debug, Serialize)]
struct PlaceForm {
    line: u32,
    column: u32,
    start: u32,
    end: u32,
}

pub(crate) fn dead(text: &str, kind: PolicyKind, account: &str, lang: Lang) -> Vec<FindingForm> {
    let reading = read(text, kind);
    if !reading.is_usable() || reading.policy.statements.len() > MOST_STATEMENTS {
        return Vec::new();
    }
    let loose = Loose { title: "", kind, text, reading: &reading };
    let side = Side::of_documents("", &[loose], principal("acs:ram::1000000000000001:user/user"));
    let asking = Asking { steps: STEPS, ..Asking::new(lang) };
    let Ok(found) = look_for(&side, &asking) else { return Vec::new() };
    let subject = Subject { kind, account: Some(account).filter(|account| !account.is_empty()) };
    let known: Vec<Span> =
        check(text, &reading, &subject).iter().filter(|one| one.fix.is_some()).map(|one| one.span).collect();
    let lines = Lines::new(text);
    let span = |part: &PartForm| Span { start: part.span.0, end: part.span.1 };
    let own = found.parts.iter().filter(|part| !known.contains(&span(part)));
    own.map(|part| {
        let (start, end) = part.span;
        FindingForm {
            class: "suggestion",
            word: Class::Suggestion.name(lang),
            code: "changes-nothing",
            message: part.says.clone(),
            help: match lang {
                Lang::En => {
                    "proven: without it, every request is answered as before, wherever this policy is attached"
                }
                Lang::Zh => "已证明：删除后，无论该策略授权在何处，每个请求的结果都不变",
            },
            source: source::EVALUATION,
            status: "derived",
            place: PlaceForm {
                line: part.line,
                column: part.column,
                start: lines.to_utf16(start),
                end: lines.to_utf16(end),
            },
            fixed: part.without.clone(),
            same: true,
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_other_finding_says_is_found_with_its_fix() {
        let text = r#"{"Version": "1", "Statement": [
            {"Effect": "Allow", "Action": "log:Get*", "Resource": "*"},
            {"Effect": "Allow", "Action": "log:List*", "Resource": "acs:log:*:*:project/p*"},
            {"Effect": "Allow", "Action": ["log:GetIndex", "log:ListShards"], "Resource": "acs:log:*:*:project/p"}]}"#;
        let found = dead(text, PolicyKind::Identity, "", Lang::En);
        let [one] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((one.place.line, &*one.message), (4, "statement 3 changes no answer"));
        assert!(!one.fixed.as_ref().unwrap().contains("log:GetIndex"));
        // An entry that another finding offers to take out is not said twice.
        let covered = r#"{"Version": "1", "Statement": [
            {"Effect": "Allow", "Action": ["log:Get*", "log:GetIndex"], "Resource": "*"}]}"#;
        assert!(dead(covered, PolicyKind::Identity, "", Lang::Zh).is_empty());
        assert!(dead("{", PolicyKind::Identity, "", Lang::Zh).is_empty());
    }
}
