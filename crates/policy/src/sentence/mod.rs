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
use crate::reason::Reason;
use crate::request::{Check, Request, RequestProblem};
use crate::trace::{CheckTrace, Decision, Layer, Settled, Skip, Verdict};

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
    let reason = Reason::new(skip, statement, request, check);
    match lang {
        Lang::En => en::skip(&reason),
        Lang::Zh => zh::skip(&reason),
    }
}

/// Why a check ended as it did, or what it depends on. `path` is [`Request::directory_path`].
pub fn outcome(trace: &CheckTrace, check: &Check, path: &[String], lang: Lang) -> String {
    match (trace.decision(), trace.settled) {
        (Some(decision), Some(by)) => settled(decision, by, path, lang),
        _ => match lang {
            Lang::En => en::open(trace, check, path),
            Lang::Zh => zh::open(trace, check, path),
        },
    }
}

/// A verdict, as words.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match (verdict, lang) {
        (Verdict::Decided(found), _) => decision(found, lang),
        (Verdict::Denied, Lang::En) => "denied",
        (Verdict::Denied, Lang::Zh) => "拒绝",
        (Verdict::Depends, Lang::En) => "depends on what was not given",
        (Verdict::Depends, Lang::Zh) => "取决于未给出的策略",
    }
}

/// Values in backticks, as a list.
fn quoted(values: &[String]) -> String {
    values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
