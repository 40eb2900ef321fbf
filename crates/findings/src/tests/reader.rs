//! Every problem of the strict reader has its row.

use ramplay_policy::condition::ValueType;
use ramplay_policy::{Expected, PolicyKind, Problem, Severity, Within};
use ramplay_text::json::{ProblemKind, Syntax, Type};
use ramplay_text::{Lang, Span};

use crate::{Class, reader, rows};

fn problems() -> Vec<Problem> {
    let text = || "x".to_owned();
    let json = [
        ProblemKind::TooLong { bytes: 2, limit: 1 },
        ProblemKind::TooDeep { limit: 1 },
        ProblemKind::Empty,
        ProblemKind::ByteOrderMark,
        ProblemKind::Comment,
        ProblemKind::TrailingComma,
        ProblemKind::MissingComma,
        ProblemKind::SingleQuotes,
        ProblemKind::UnquotedKey,
        ProblemKind::DuplicateKey { key: text(), first: Span::default() },
        ProblemKind::Syntax(Syntax::Unexpected),
    ];
    let mut problems: Vec<_> = json.into_iter().map(Problem::Json).collect();
    problems.extend([
        Problem::WrongType { element: text(), expected: Expected::Object, found: Type::Null },
        Problem::MissingElement { element: "Effect", within: Within::Statement },
        Problem::UnknownElement { name: text(), within: Within::Statement, near: None },
        Problem::BothForms { element: "Action", negated: "NotAction" },
        Problem::PrincipalNotAllowed { kind: PolicyKind::Identity },
        Problem::BadVersion { found: text() },
        Problem::BadEffect { found: text() },
        Problem::UnknownOperator { name: text(), near: None },
        Problem::RefusedOperator { name: text() },
        Problem::BadValue { operator: "Bool", value: text(), expected: ValueType::Bool },
        Problem::TooManyStatements { count: 1 },
        Problem::OverLength { kind: PolicyKind::Identity, length: 2, limit: 1 },
        Problem::SingleStatement,
        Problem::BareValue,
        Problem::NotResource,
        Problem::EmptyList { element: text() },
        Problem::HostBits { value: text() },
        Problem::ResourceInTrust,
        Problem::PrincipalNotArn { value: text() },
    ]);
    problems
}

#[test]
fn every_problem_has_a_row_of_its_severity() {
    let mut codes = Vec::new();
    for problem in problems() {
        let severity = problem.severity();
        let diagnostic = ramplay_policy::Diagnostic { problem, span: Span::default(), fix: None };
        let finding = reader::finding(&diagnostic, &crate::view::Document::default());
        assert_eq!(finding.code(), diagnostic.code());
        assert_eq!(finding.class() == Class::Error, severity == Severity::Error, "{}", finding.code());
        for lang in Lang::ALL {
            assert!(
                !finding.message(lang).is_empty() && !finding.help(lang).is_empty(),
                "{}",
                finding.code()
            );
        }
        codes.push(finding.code());
    }
    let listed: Vec<_> = reader::rows().map(|row| row.code).collect();
    assert_eq!(codes, listed, "a problem that the reader no longer has, or a new one");
    assert!(rows().count() > codes.len());
}

#[test]
fn a_missing_action_has_the_name_of_rams_own_check() {
    let name = |element| {
        let problem = Problem::MissingElement { element, within: Within::Statement };
        let diagnostic = ramplay_policy::Diagnostic { problem, span: Span::default(), fix: None };
        reader::finding(&diagnostic, &crate::view::Document::default()).validator()
    };
    assert_eq!(name("Action"), Some("Missing action"));
    assert_eq!(name("Effect"), None);
}
