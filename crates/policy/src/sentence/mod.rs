//! Where the engine's data becomes sentences, in English and Chinese.
//!
//! Errors are lower case without a full stop, the user's text stands in backticks, and help is apart
//! from the message.

mod en;
mod zh;

use ramplay_text::Lang;

use crate::assumption::Assumption;
use crate::diagnostic::Problem;
use crate::model::Statement;
use crate::request::{Check, Context, Request, RequestProblem};
use crate::trace::{Decision, Layer, Settled, Skip};

/// What is wrong, in one line.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    match lang {
        Lang::En => en::problem(problem),
        Lang::Zh => zh::problem(problem),
    }
}

/// What to do about it.
pub fn help(problem: &Problem, lang: Lang) -> String {
    match lang {
        Lang::En => en::help(problem),
        Lang::Zh => zh::help(problem),
    }
}

/// What is wrong with the request.
pub fn request_problem(problem: &RequestProblem, lang: Lang) -> String {
    match lang {
        Lang::En => en::request_problem(problem),
        Lang::Zh => zh::request_problem(problem),
    }
}

/// An assumption, as a sentence.
pub fn assumption(assumption: Assumption, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::assumption(assumption),
        Lang::Zh => zh::assumption(assumption),
    }
}

/// An answer, as a word.
pub fn decision(decision: Decision, lang: Lang) -> &'static str {
    match (lang, decision) {
        (Lang::En, Decision::Allow) => "allowed",
        (Lang::En, Decision::ExplicitDeny) => "explicitly denied",
        (Lang::En, Decision::ImplicitDeny) => "implicitly denied",
        (Lang::Zh, Decision::Allow) => "允许",
        (Lang::Zh, Decision::ExplicitDeny) => "显式拒绝",
        (Lang::Zh, Decision::ImplicitDeny) => "隐式拒绝",
    }
}

/// A layer's name. `path` is [`Request::directory_path`].
pub fn layer(layer: Layer, path: &[String], lang: Lang) -> String {
    match lang {
        Lang::En => en::layer(layer, path),
        Lang::Zh => zh::layer(layer, path),
    }
}

/// Why a check ended as it did.
pub fn settled(decision: Decision, settled: Settled, path: &[String], lang: Lang) -> String {
    match lang {
        Lang::En => en::settled(decision, settled, path),
        Lang::Zh => zh::settled(decision, settled, path),
    }
}

/// Why a statement does not apply to a check.
pub fn skip(skip: Skip, statement: &Statement, request: &Request, check: &Check, lang: Lang) -> String {
    let facts = SkipFacts::new(skip, statement, request, check);
    match lang {
        Lang::En => en::skip(&facts),
        Lang::Zh => zh::skip(&facts),
    }
}

/// What the sentence about a skipped statement is made of.
enum SkipFacts<'a> {
    /// No entry of a list matches.
    NoEntry { element: &'static str, asked: &'a str },
    /// An entry of a `Not…` list matches.
    Listed { element: &'static str, entry: &'a str, asked: &'a str },
    /// The principal is not named.
    NotNamed { principal: &'a str },
    /// The owner is spared.
    OwnerSpared,
    /// The key is absent.
    Absent { key: &'a str, operator: String },
    /// The values fail.
    Fails { key: &'a str, operator: String, seen: String, why: crate::condition::ClauseFailure },
    /// The trace does not belong to the statement.
    Unknown,
}

impl<'a> SkipFacts<'a> {
    fn new(skip: Skip, statement: &'a Statement, request: &'a Request, check: &'a Check) -> Self {
        let list = |list: &'a crate::model::PatternList, plain, negated, asked: &'a str, folded: &str| {
            if !list.negated {
                return SkipFacts::NoEntry { element: plain, asked };
            }
            let entry = list.patterns.iter().find(|entry| entry.pattern.matches(folded));
            SkipFacts::Listed { element: negated, entry: entry.map_or("", |entry| &entry.written), asked }
        };
        match skip {
            Skip::Action => {
                let folded = check.action.to_ascii_lowercase();
                list(&statement.action, "Action", "NotAction", &check.action, &folded)
            }
            Skip::Resource => match &statement.resource {
                Some(found) => list(found, "Resource", "NotResource", &check.resource, &check.resource),
                None => SkipFacts::Unknown,
            },
            Skip::Principal => SkipFacts::NotNamed { principal: &request.principal.arn },
            Skip::OwnerSpared => SkipFacts::OwnerSpared,
            Skip::Condition { clause, why } => {
                let Some(clause) = statement.conditions.get(usize::from(clause)) else {
                    return SkipFacts::Unknown;
                };
                let prefix = clause.prefix.map_or("", crate::condition::SetPrefix::as_str);
                let operator = format!("{prefix}{}", clause.operator.name);
                let context = Context::new(request, check);
                match context.get(&clause.key, &clause.folded_key) {
                    None => SkipFacts::Absent { key: &clause.key, operator },
                    Some(found) => {
                        let seen = found.values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>();
                        SkipFacts::Fails { key: &clause.key, operator, seen: seen.join(", "), why }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
