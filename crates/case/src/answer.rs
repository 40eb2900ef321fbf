//! The answer to a case as one line of JSON.

use ramplay_policy::{
    Check, CheckTrace, Denial, Effect, Element, Layer, LayerTrace, Matched, Need, Outcome, Reason, Request,
    Settled, Skip, Statement, StatementTrace, model::PatternList, sentence,
};
use ramplay_text::{Lang, Lines, Span};
use serde::Serialize;

use crate::form::Case;
use crate::run::{Prepared, RunError};

/// How much an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The decision, what settled it, the deciding statements, assumptions, dependencies, and the denial
    /// in the words of RAM's own report.
    Brief,
    /// Also the trail: every layer and statement that was read, why it applies or not, with places in the
    /// text, and sentences.
    Full,
}

/// An answer as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// One line of JSON, without a line break at its end.
    pub line: String,
    /// The decision's code, or `error`; as [`Expected::code`](crate::Expected::code).
    pub code: &'static str,
}

/// Runs a case and writes its answer.
///
/// Keys, in this order: `id`, then `decision` (`allow`, `explicit_deny`, `implicit_deny`; with unknown
/// layers also `denied` and `depends`), `checks` and `assumptions`, or `error`.
#[expect(clippy::missing_panics_doc, clippy::expect_used, reason = "the form has only strings as keys")]
pub fn answer(case: &Case, prepared: &Prepared<'_>, detail: Detail, lang: Lang) -> Written {
    let request = case.request.to_request();
    let (line, code) = match prepared.run(&request) {
        Err(errors) => {
            let first = errors.first().map(ErrorForm::of);
            let more = errors.len().saturating_sub(1);
            let form = ErrorLine { id: Some(&case.id), line: None, error: first, more };
            (serde_json::to_string(&form), "error")
        }
        Ok(evaluation) => {
            // Only places need them, and only the full answer has places.
            let lines: Vec<Lines> = match detail {
                Detail::Brief => Vec::new(),
                Detail::Full => {
                    let texts = prepared.texts.iter().map(|text| text.as_deref().unwrap_or_default());
                    texts.map(Lines::new).collect()
                }
            };
            let writer = Writer { prepared, request: &request, lines: &lines, detail, lang };
            let checks = request.checks.iter().zip(&evaluation.checks);
            let code = evaluation.verdict().code();
            let form = AnswerForm {
                id: &case.id,
                decision: code,
                checks: checks.map(|(check, trace)| writer.check(check, trace)).collect(),
                assumptions: evaluation.assumptions().iter().map(ramplay_policy::Assumption::code).collect(),
            };
            (serde_json::to_string(&form), code)
        }
    };
    Written { line: line.expect("an answer can always be written"), code }
}

/// The answer to a line that is no case: one line of JSON with the line's number, from 1.
#[expect(clippy::missing_panics_doc, clippy::expect_used, reason = "the form has only strings as keys")]
pub fn error_line(line: u64, code: &str, message: &str, column: Option<usize>) -> String {
    let column = column.and_then(|column| u32::try_from(column).ok());
    let error = ErrorForm { code, message: message.to_owned(), policy: None, line: None, column };
    serde_json::to_string(&ErrorLine { id: None, line: Some(line), error: Some(error), more: 0 })
        .expect("an answer can always be written")
}

#[derive(Serialize)]
struct AnswerForm<'a> {
    id: &'a str,
    decision: &'static str,
    checks: Vec<CheckForm<'a>>,
    assumptions: Vec<&'static str>,
}

#[derive(Serialize)]
struct ErrorLine<'a> {
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    error: Option<ErrorForm<'a>>,
    /// How many errors there are beside the first.
    #[serde(skip_serializing_if = "is_zero")]
    more: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

#[derive(Serialize)]
struct ErrorForm<'a> {
    code: &'a str,
    message: String,
    /// The policy at fault, by its place in the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<usize>,
    /// Line of the policy's text, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    /// Column in characters, from 1: of the policy's line, or of the case's where there is no policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
}

impl<'a> ErrorForm<'a> {
    fn of(error: &'a RunError) -> Self {
        let (policy, line, column) = match error {
            RunError::Policy { document, line, column, .. } => (Some(*document), Some(*line), Some(*column)),
            RunError::Attachment { document, .. } => (Some(*document), None, None),
            RunError::Request(_) => (None, None, None),
        };
        ErrorForm { code: error.code(), message: error.to_string(), policy, line, column }
    }
}

#[derive(Serialize)]
struct CheckForm<'a> {
    action: &'a str,
    resource: &'a str,
    decision: &'static str,
    /// The layers that settled it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    settled_by: Vec<LayerForm<'a>>,
    /// The rule that settled it, where it was no layer.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    /// The statements that decided.
    deciding: Vec<StatementForm>,
    /// Ways to be allowed: one is enough, of one all needs must hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    depends_on: Vec<Vec<NeedForm<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    denial: Option<DenialForm<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trail: Option<Vec<LayerTrail<'a>>>,
}

#[derive(Serialize)]
struct LayerForm<'a> {
    layer: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    attached_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'static str>,
}

#[derive(Serialize)]
struct NeedForm<'a> {
    #[serde(flatten)]
    layer: LayerForm<'a>,
    /// `allow` or `not_deny`.
    must: &'static str,
    action: &'a str,
    resource: &'a str,
}

#[derive(Serialize)]
struct StatementForm {
    /// The policy's place in the case.
    policy: u32,
    /// The statement's place in the policy, from 0.
    statement: u16,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct DenialForm<'a> {
    no_permission_type: &'static str,
    policy_type: Option<&'static str>,
    auth_action: &'a str,
    auth_resource: &'a str,
    auth_principal_type: Option<&'static str>,
    auth_principal_owner_id: &'a str,
    auth_principal_display_name: Option<String>,
}

#[derive(Serialize)]
struct LayerTrail<'a> {
    #[serde(flatten)]
    layer: LayerForm<'a>,
    decision: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unknown: bool,
    sentence: String,
    statements: Vec<StatementTrail<'a>>,
}

#[derive(Serialize)]
struct StatementTrail<'a> {
    policy: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    statement: u16,
    effect: &'static str,
    applies: bool,
    /// Where the statement stands in the policy's text.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceForm>,
    /// Of a statement that applies: the entries that matched.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    matched: Vec<MatchedForm<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failed: Option<Failed>,
}

/// An entry of a list that matched.
#[derive(Serialize)]
struct MatchedForm<'a> {
    element: &'static str,
    /// From 0.
    entry: u16,
    /// As it is written.
    text: &'a str,
    place: PlaceForm,
}

#[derive(Serialize)]
struct PlaceForm {
    line: u32,
    column: u32,
    /// Bytes of the text: first, and one past the last.
    span: [u32; 2],
}

/// The first element of a statement that failed.
#[derive(Serialize)]
struct Failed {
    element: &'static str,
    reason: &'static str,
    /// The entry of the list that decided, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<u16>,
    /// Where the element, the entry or the condition key stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    /// The values of the request that were compared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    seen: Vec<String>,
    sentence: String,
}

/// What every part of an answer is written from.
#[derive(Clone, Copy)]
struct Writer<'a> {
    prepared: &'a Prepared<'a>,
    request: &'a Request,
    /// One for each document, in the full answer.
    lines: &'a [Lines],
    detail: Detail,
    lang: Lang,
}

impl<'a> Writer<'a> {
    fn check(self, check: &'a Check, trace: &CheckTrace) -> CheckForm<'a> {
        let path = &self.request.directory_path;
        let layers = match trace.settled {
            Some(Settled::Layer(one)) => vec![one],
            Some(Settled::Both(one, other)) => vec![one, other],
            _ => Vec::new(),
        };
        let full = self.detail == Detail::Full;
        CheckForm {
            action: &check.action,
            resource: &check.resource,
            decision: trace.verdict().code(),
            settled_by: layers.into_iter().map(|layer| self.layer(layer)).collect(),
            rule: match trace.settled {
                Some(Settled::OwnerRoot) => Some("owner_root"),
                Some(Settled::RootCannotAssume) => Some("root_cannot_assume"),
                Some(Settled::OtherAccount) => Some("other_account"),
                _ => None,
            },
            deciding: trace.deciding().map(statement).collect(),
            depends_on: trace
                .allowed_if
                .iter()
                .map(|way| way.iter().map(|need| self.need(*need, check)).collect())
                .collect(),
            denial: Denial::of(trace, self.request, check).map(|denial| DenialForm {
                no_permission_type: denial.no_permission_type,
                policy_type: denial.policy_type,
                auth_action: denial.auth_action,
                auth_resource: denial.auth_resource,
                auth_principal_type: denial.auth_principal_type,
                auth_principal_owner_id: denial.auth_principal_owner_id,
                auth_principal_display_name: denial.auth_principal_display_name,
            }),
            sentence: full.then(|| sentence::outcome(trace, check, path, self.lang)),
            trail: full.then(|| trace.layers.iter().map(|layer| self.trail(layer, check)).collect()),
        }
    }

    fn need(self, need: Need, check: &'a Check) -> NeedForm<'a> {
        NeedForm {
            layer: self.layer(need.layer),
            must: need.must.code(),
            action: &check.action,
            resource: &check.resource,
        }
    }

    fn layer(self, layer: Layer) -> LayerForm<'a> {
        let plain = |layer| LayerForm { layer, attached_to: None, scope: None };
        match layer {
            Layer::Control(level) => LayerForm {
                attached_to: self.request.directory_path.get(usize::from(level)).map(String::as_str),
                ..plain("control")
            },
            Layer::Session => plain("session"),
            Layer::IdentityAccount => LayerForm { scope: Some("account"), ..plain("identity") },
            Layer::IdentityGroup => LayerForm { scope: Some("resource_group"), ..plain("identity") },
            Layer::Resource => plain("resource"),
            Layer::Trust => plain("trust"),
        }
    }

    fn trail(self, layer: &LayerTrace, check: &Check) -> LayerTrail<'a> {
        let name = sentence::layer(layer.layer, &self.request.directory_path, self.lang);
        let said = sentence::decision(layer.decision, self.lang);
        LayerTrail {
            layer: self.layer(layer.layer),
            decision: layer.decision.code(),
            unknown: layer.unseen,
            sentence: format!("{name}: {said}"),
            statements: layer.statements.iter().map(|found| self.statement_trail(found, check)).collect(),
        }
    }

    fn statement_trail(self, found: &StatementTrace, check: &Check) -> StatementTrail<'a> {
        let document = found.at.document.0 as usize;
        let statement = self
            .prepared
            .readings
            .get(document)
            .and_then(|reading| reading.policy.statements.get(usize::from(found.at.statement)));
        let text = self.prepared.texts.get(document).and_then(Option::as_deref).unwrap_or_default();
        let place_of = |span: Span| self.lines.get(document).map(|lines| PlaceForm::new(lines, span));
        let matched = match (found.outcome, statement) {
            (Outcome::Applies(matched), Some(statement)) => {
                matched_entries(matched, statement, text, place_of)
            }
            _ => Vec::new(),
        };
        let failed = match (found.outcome, statement) {
            (Outcome::Skipped(skip), Some(statement)) => {
                let reason = Reason::new(skip, statement, self.request, check);
                let said = sentence::skip(skip, statement, self.request, check, self.lang);
                let place = failed_span(skip, &reason, statement).and_then(place_of);
                Some(Failed::of(skip, &reason, place, said))
            }
            _ => None,
        };
        StatementTrail {
            policy: found.at.document.0,
            name: self.prepared.attachments().get(document).and_then(|attachment| attachment.name.as_deref()),
            statement: found.at.statement,
            effect: match found.effect {
                Effect::Allow => "Allow",
                Effect::Deny => "Deny",
            },
            applies: matches!(found.outcome, Outcome::Applies(_)),
            place: statement.and_then(|statement| place_of(statement.span)),
            matched,
            failed,
        }
    }
}

impl PlaceForm {
    fn new(lines: &Lines, span: Span) -> Self {
        let position = lines.position(span.start);
        PlaceForm { line: position.line, column: position.column, span: [span.start, span.end] }
    }
}

/// The entries of the statement that matched, in the order of the elements.
fn matched_entries<'a>(
    matched: Matched,
    statement: &'a Statement,
    text: &'a str,
    place_of: impl Fn(Span) -> Option<PlaceForm>,
) -> Vec<MatchedForm<'a>> {
    let of_list = |element, list: Option<&'a PatternList>, entry: Option<u16>| {
        let (entry, list) = (entry?, list?);
        let pattern = list.patterns.get(usize::from(entry))?;
        let place = place_of(pattern.span)?;
        Some(MatchedForm { element, entry, text: &pattern.written, place })
    };
    let principal = matched.principal.and_then(|entry| {
        let found = statement.principal.as_ref()?.entries.get(usize::from(entry))?;
        let written = found.span.of(text).trim_matches('"');
        Some(MatchedForm { element: "Principal", entry, text: written, place: place_of(found.span)? })
    });
    [
        of_list("Action", Some(&statement.action), matched.action),
        principal,
        of_list("Resource", statement.resource.as_ref(), matched.resource),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where that stands which failed.
fn failed_span(skip: Skip, reason: &Reason<'_>, statement: &Statement) -> Option<Span> {
    let list = match skip.element() {
        Element::Action => Some(&statement.action),
        Element::Resource => statement.resource.as_ref(),
        Element::Principal => return statement.principal.as_ref().map(|principals| principals.span),
        Element::Condition => None,
    };
    match reason {
        Reason::Absent { clause } | Reason::Fails { clause, .. } => Some(clause.key_span),
        Reason::Listed { index, .. } => list?.patterns.get(usize::from(*index)).map(|entry| entry.span),
        _ => list.map(|list| list.span),
    }
}

fn statement(found: &StatementTrace) -> StatementForm {
    StatementForm { policy: found.at.document.0, statement: found.at.statement }
}

impl Failed {
    fn of(skip: Skip, reason: &Reason<'_>, place: Option<PlaceForm>, sentence: String) -> Self {
        let element = match (skip.element(), reason) {
            (_, Reason::NoEntry { element, .. } | Reason::Listed { element, .. }) => element,
            (Element::Action, _) => "Action",
            (Element::Principal, _) => "Principal",
            (Element::Resource, _) => "Resource",
            (Element::Condition, _) => "Condition",
        };
        let clause = match reason {
            Reason::Absent { clause } | Reason::Fails { clause, .. } => Some(*clause),
            _ => None,
        };
        Failed {
            element,
            reason: reason.code(),
            entry: match reason {
                Reason::Listed { index, .. } => Some(*index),
                _ => None,
            },
            place,
            operator: clause.map(ramplay_policy::condition::Clause::operator_name),
            key: clause.map(|clause| clause.key.to_string()),
            seen: match reason {
                Reason::Fails { seen, .. } => seen.clone(),
                _ => Vec::new(),
            },
            sentence,
        }
    }
}
