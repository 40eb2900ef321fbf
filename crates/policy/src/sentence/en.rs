//! English.

use ramplay_text::json;

use super::quoted;
use crate::assumption::Assumption;
use crate::condition::{ClauseFailure, ValueType};
use crate::diagnostic::{Expected, Problem, Within};
use crate::model::PolicyKind;
use crate::reason::Reason;
use crate::request::{Check, RequestProblem};
use crate::trace::{CheckTrace, Decision, Layer, Must, Need, Settled};

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Json(kind) => json_problem(kind),
        Problem::WrongType { element, expected, found } => {
            format!("`{element}` must be {}, not {}", expectation(*expected), json_type(*found))
        }
        Problem::MissingElement { element, within } => format!("{} has no `{element}`", place(*within)),
        Problem::UnknownElement { name, .. } => format!("unknown element `{name}`"),
        Problem::BothForms { element, negated } => {
            format!("a statement has `{element}` or `{negated}`, not both")
        }
        Problem::PrincipalNotAllowed { kind } => {
            format!("`Principal` does not belong in {}", policy_kind(*kind))
        }
        Problem::BadVersion { found } => format!("`Version` must be `1`, not `{found}`"),
        Problem::BadEffect { found } => format!("`Effect` must be `Allow` or `Deny`, not `{found}`"),
        Problem::UnknownOperator { name, .. } => format!("unknown condition operator `{name}`"),
        Problem::RefusedOperator { name } => format!("RAM refuses the condition operator `{name}`"),
        Problem::BadValue { operator, value, expected } => {
            format!("`{operator}` compares {}, and `{value}` is none", value_types(*expected))
        }
        Problem::TooManyStatements { count } => format!("{count} statements are too many to read"),
        Problem::OverLength { kind, length, limit } => {
            format!(
                "{length} characters are more than the {limit} that RAM accepts for {}",
                policy_kind(*kind)
            )
        }
        Problem::SingleStatement => "`Statement` is one statement and not a list".to_owned(),
        Problem::BareValue => "condition values are strings in quotes".to_owned(),
        Problem::NotResource => "`NotResource` is not in the current documentation".to_owned(),
        Problem::EmptyList { element } => format!("`{element}` is an empty list"),
        Problem::HostBits { value } => format!("`{value}` has address bits outside its prefix"),
        Problem::ResourceInTrust => "a trust policy has no `Resource`".to_owned(),
        Problem::PrincipalNotArn { value } => format!("`{value}` is not an ARN of RAM"),
    }
}

pub(super) fn help(problem: &Problem) -> String {
    match problem {
        Problem::Json(kind) => json_help(kind).to_owned(),
        Problem::WrongType { .. } => "see the element's form in the policy syntax".to_owned(),
        Problem::MissingElement { element: "Version", .. } => "add `\"Version\": \"1\"`".to_owned(),
        Problem::MissingElement { element: "Principal", .. } => {
            "say whom the statement is for; identity policies have no `Principal`, trust and resource policies do"
                .to_owned()
        }
        Problem::MissingElement { element, .. } => format!("add `{element}`"),
        Problem::UnknownElement { near: Some(near), .. } => format!("did you mean `{near}`?"),
        Problem::UnknownElement { near: None, .. } => "RAM policies have no such element; remove it".to_owned(),
        Problem::BothForms { .. } => "keep one, or make two statements".to_owned(),
        Problem::PrincipalNotAllowed { .. } => {
            "remove it; the policy is for whomever it is attached to".to_owned()
        }
        Problem::BadVersion { .. } => "RAM has one version of the policy language, `1`".to_owned(),
        Problem::BadEffect { .. } => "write it exactly so, with a capital letter".to_owned(),
        Problem::UnknownOperator { near: Some(near), .. } => format!("did you mean `{near}`?"),
        Problem::UnknownOperator { near: None, .. } => {
            "see the list of condition operators in the RAM documentation".to_owned()
        }
        Problem::RefusedOperator { .. } => {
            "AWS has it, RAM does not; test for the value itself in two statements".to_owned()
        }
        Problem::BadValue { expected, .. } => match expected {
            ValueType::Text => "write a string".to_owned(),
            ValueType::Number => "write a decimal number in quotes, such as `\"10\"`".to_owned(),
            ValueType::Date => "write ISO 8601 with a time, such as `2026-11-22T08:00:00Z`".to_owned(),
            ValueType::Bool => "write `\"true\"` or `\"false\"`".to_owned(),
            ValueType::Address => "write an address or a CIDR range, such as `10.0.0.0/8`".to_owned(),
        },
        Problem::TooManyStatements { .. } => {
            format!("at most {} statements are read; split the document", crate::limits::STATEMENTS)
        }
        Problem::OverLength { .. } => "RAM will refuse to save it; shorten or split it".to_owned(),
        Problem::SingleStatement => "put it in brackets; the documentation shows only lists".to_owned(),
        Problem::BareValue => "put it in quotes; the documentation asks for strings".to_owned(),
        Problem::NotResource => "it is read as documented until 2021; RAM may refuse it".to_owned(),
        Problem::EmptyList { .. } => "an empty list matches nothing; what RAM does with it is not documented".to_owned(),
        Problem::HostBits { .. } => "they are ignored; write the network's first address".to_owned(),
        Problem::ResourceInTrust => "remove it; the role is the one that the policy belongs to".to_owned(),
        Problem::PrincipalNotArn { .. } => "write `acs:ram::<account id>:root`, `…:user/<name>` or `…:role/<name>`".to_owned(),
    }
}

fn json_problem(kind: &json::ProblemKind) -> String {
    match kind {
        json::ProblemKind::TooLong { bytes, limit } => {
            format!("{bytes} bytes are more than the {limit} that are read")
        }
        json::ProblemKind::TooDeep { limit } => format!("nested deeper than {limit} levels"),
        json::ProblemKind::Empty => "there is no policy here".to_owned(),
        json::ProblemKind::ByteOrderMark => "the text starts with a byte order mark".to_owned(),
        json::ProblemKind::Comment => "JSON has no comments".to_owned(),
        json::ProblemKind::TrailingComma => "comma before a closing bracket".to_owned(),
        json::ProblemKind::MissingComma => "a comma is missing in front of this".to_owned(),
        json::ProblemKind::SingleQuotes => "JSON strings stand in double quotes".to_owned(),
        json::ProblemKind::UnquotedKey => "JSON keys stand in double quotes".to_owned(),
        json::ProblemKind::DuplicateKey { key, .. } => format!("`{key}` is here a second time"),
        json::ProblemKind::Syntax(syntax) => match syntax {
            json::Syntax::UnterminatedString => "this string has no end",
            json::Syntax::UnterminatedObject => "the text ends before a `}`",
            json::Syntax::UnterminatedArray => "the text ends before a `]`",
            json::Syntax::UnterminatedComment => "this comment has no end",
            json::Syntax::ExpectedColon => "a colon is missing in front of this",
            json::Syntax::ExpectedValue => "a value is missing here",
            json::Syntax::BadEscape => "JSON does not know this escape",
            json::Syntax::ControlCharacter => "a line break or control character inside a string",
            json::Syntax::BadNumber => "this is not a JSON number",
            json::Syntax::TrailingText => "there is more text behind the end of the policy",
            json::Syntax::Unexpected => "this does not belong here",
        }
        .to_owned(),
    }
}

fn json_help(kind: &json::ProblemKind) -> &'static str {
    match kind {
        json::ProblemKind::TooLong { .. } => "paste one policy; RAM accepts at most 6,144 characters",
        json::ProblemKind::TooDeep { .. } => "a policy needs about six levels",
        json::ProblemKind::Empty => "paste a policy, or remove this document",
        json::ProblemKind::ByteOrderMark => "it is invisible; remove it",
        json::ProblemKind::Comment | json::ProblemKind::TrailingComma => "remove it",
        json::ProblemKind::MissingComma => "write a comma between the two entries",
        json::ProblemKind::SingleQuotes | json::ProblemKind::UnquotedKey => "use \"…\"",
        json::ProblemKind::DuplicateKey { .. } => {
            "readers of JSON disagree on which one counts; keep one, or join the two"
        }
        json::ProblemKind::Syntax(_) => "RAM checks that a policy is JSON (RFC 7159) when it is saved",
    }
}

fn expectation(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "an object",
        Expected::String => "a string",
        Expected::StringOrList => "a string or a list of strings",
        Expected::StatementList => "a list of statements",
        Expected::Statement => "a list of objects",
        Expected::ConditionValue => "a string or a list of strings",
        Expected::PrincipalObject => "an object with `RAM`, `Service` or `Federated`",
        Expected::ResourcePrincipal => "`\"*\"` or a list of ids",
    }
}

fn json_type(kind: json::Type) -> &'static str {
    match kind {
        json::Type::Null => "null",
        json::Type::Bool => "a boolean",
        json::Type::Number => "a number",
        json::Type::String => "a string",
        json::Type::Array => "a list",
        json::Type::Object => "an object",
    }
}

fn place(within: Within) -> &'static str {
    match within {
        Within::Document => "the policy",
        Within::Statement => "the statement",
        Within::Principal => "`Principal`",
    }
}

fn policy_kind(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Identity => "an identity-based policy",
        PolicyKind::Control => "a control policy",
        PolicyKind::Session => "a session policy",
        PolicyKind::Trust => "a trust policy",
        PolicyKind::Resource => "a resource-based policy",
    }
}

fn value_types(kind: ValueType) -> &'static str {
    match kind {
        ValueType::Text => "strings",
        ValueType::Number => "numbers",
        ValueType::Date => "dates",
        ValueType::Bool => "booleans",
        ValueType::Address => "IP addresses",
    }
}

pub(super) fn request_problem(problem: &RequestProblem) -> String {
    let RequestProblem { key, value, expected, operator } = problem;
    format!("`{operator}` compares {}, and the request's `{key}` is `{value}`", value_types(*expected))
}

pub(super) fn assumption(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::StarCrossesColon => "`*` in a resource also matches text with `:` in it",
        Assumption::NoEscape => "`\\` in a pattern is an ordinary character",
        Assumption::ResourceCase => {
            "resource names are case-sensitive; ignoring case, this would have matched"
        }
        Assumption::PrincipalCase => "principals are case-sensitive; ignoring case, this would have matched",
        Assumption::ConditionKeyCase => "condition keys are compared ignoring case",
        Assumption::IncludeBorder => "`…IncludeBorder` means the same as the plain operator",
        Assumption::NegatedSeveralValues => {
            "a negated operator with several values is met when none of them matches"
        }
        Assumption::AbsentKeyNegated => "a negated operator is met when the request does not carry the key",
        Assumption::AbsentKeyForAll => "`ForAllValues:` is met when the request does not carry the key",
        Assumption::SeveralRequestValues => {
            "of several values in the request any may match, and for a negated operator none may"
        }
        Assumption::DateWithoutZone => "a date without a time zone is UTC",
        Assumption::RamRegion => "resources of RAM are compared with an empty region",
        Assumption::PrincipalWildcard => "a wildcard in `Principal` is matched as a pattern",
        Assumption::AccountIdIsRoot => {
            "an account id in a `Principal` list means its root user, not its RAM users"
        }
        Assumption::PrincipalArnWithoutSession => {
            "`acs:PrincipalARN` of a role session is the ARN of the role"
        }
        Assumption::LevelWithoutPolicy => {
            "a level of the directory with no control policy given has FullAliyunAccess"
        }
    }
}

pub(super) fn layer(layer: Layer, path: &[String]) -> String {
    match layer {
        Layer::Control(level) => match path.get(usize::from(level)) {
            Some(node) => format!("control policies at {node}"),
            None => "control policies".to_owned(),
        },
        Layer::Session => "session policy".to_owned(),
        Layer::IdentityAccount => "identity-based policies".to_owned(),
        Layer::IdentityGroup => "identity-based policies of the resource group".to_owned(),
        Layer::Resource => "resource-based policies".to_owned(),
        Layer::Trust => "trust policy".to_owned(),
    }
}

pub(super) fn settled(decision: Decision, settled: Settled, path: &[String]) -> String {
    let name = |of| layer(of, path);
    match (decision, settled) {
        (_, Settled::OwnerRoot) => {
            "allowed: the root user of the owning account may do everything that no resource-based policy denies".to_owned()
        }
        (_, Settled::RootCannotAssume) => "denied: the root user of an account cannot assume a role".to_owned(),
        (_, Settled::OtherAccount) => {
            "implicitly denied: an identity-based Allow grants nothing on a resource of another account".to_owned()
        }
        (Decision::Allow, Settled::Layer(of)) => format!("allowed by the {}", name(of)),
        (Decision::Allow, Settled::Both(one, two)) => format!("allowed by the {} and the {}", name(one), name(two)),
        (Decision::ExplicitDeny, Settled::Layer(of)) => format!("explicitly denied by the {}", name(of)),
        (Decision::ExplicitDeny, Settled::Both(one, two)) => {
            format!("explicitly denied by the {} and the {}", name(one), name(two))
        }
        (Decision::ImplicitDeny, Settled::Both(one, Layer::Resource) | Settled::Layer(one)) => {
            format!("implicitly denied: nothing in the {} allows it", name(one))
        }
        (Decision::ImplicitDeny, Settled::Both(one, two)) => {
            format!("implicitly denied: nothing in the {} or the {} allows it", name(one), name(two))
        }
    }
}

pub(super) fn skip(reason: &Reason<'_>) -> String {
    match reason {
        Reason::NoEntry { element, asked } => format!("no entry of `{element}` matches `{asked}`"),
        Reason::Listed { element, entry, asked, .. } => {
            format!("`{element}` lists `{entry}`, which matches `{asked}`")
        }
        Reason::NotNamed { principal } => format!("`Principal` does not name `{principal}`"),
        Reason::OwnerSpared => "`Principal: *` without a condition does not bind the owner".to_owned(),
        Reason::Absent { clause } => {
            format!("`{}` needs `{}`, which the request does not carry", clause.operator_name(), clause.key)
        }
        Reason::Fails { clause, seen, why } => {
            let (operator, key, seen) = (clause.operator_name(), &clause.key, quoted(seen));
            match why {
                ClauseFailure::OneMatches => {
                    format!("`{operator}` is not met: `{key}` is {seen}, which is listed")
                }
                ClauseFailure::NotAll => {
                    format!("`{operator}` is not met: `{key}` is {seen}, and not every value passes")
                }
                ClauseFailure::NoneMatches | ClauseFailure::Absent => {
                    format!("`{operator}` is not met: `{key}` is {seen}")
                }
            }
        }
        Reason::Unknown => "does not apply".to_owned(),
    }
}

/// What the answer of a check depends on.
pub(super) fn open(trace: &CheckTrace, check: &Check, path: &[String]) -> String {
    let name = |of| layer(of, path);
    let what = format!("`{}` on `{}`", check.action, check.resource);
    match trace.allowed_if.as_slice() {
        [] => {
            let unseen = trace.layers.iter().filter(|layer| layer.unseen).map(|layer| name(layer.layer));
            format!("denied, whatever else the {} may say", unseen.collect::<Vec<_>>().join(" or the "))
        }
        [way] => match way.as_slice() {
            [Need { layer, must: Must::Allow }] => {
                format!(
                    "allowed unless the {} that were not given deny or do not allow {what}",
                    plural(name(*layer))
                )
            }
            [Need { layer, must: Must::NotDeny }] => {
                format!("allowed unless the {} that were not given deny {what}", plural(name(*layer)))
            }
            _ => format!("{what} is allowed if {}", needs(way, path)),
        },
        ways => {
            let ways: Vec<String> = ways.iter().map(|way| needs(way, path)).collect();
            format!("{what} is allowed if {}", ways.join(", or if "))
        }
    }
}

fn needs(way: &[Need], path: &[String]) -> String {
    let needs = way.iter().map(|need| {
        let name = plural(layer(need.layer, path));
        match need.must {
            Must::Allow => format!("the {name} that were not given allow it"),
            Must::NotDeny => format!("the {name} that were not given do not deny it"),
        }
    });
    needs.collect::<Vec<_>>().join(" and ")
}

/// A layer that has one policy may be unknown in the plural.
fn plural(name: String) -> String {
    if name.ends_with("policy") { name.replace("policy", "policies") } else { name }
}
