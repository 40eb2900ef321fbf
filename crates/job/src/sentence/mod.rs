//! Where answers become sentences, in English and Chinese: lower case without a full stop, the user's
//! text in backticks and masked.

mod en;
mod labels;
mod zh;

use ramplay_analysis::Need;
use ramplay_flink::{DecidedBy, Severity, TableRole, connectors};
use ramplay_policy::{Check, CheckTrace, ContextMap, Request};
use ramplay_text::Lang;

use crate::checklist::Todo;
use crate::gap::{Gap, Missing};
use crate::model::{JobAnswer, Mark, StepAnswer, Subject, SubjectKind, Taken, Undecided};
use crate::problem::ProblemKind;
use crate::proof::Proof;

pub use labels::{Labels, labels};

/// What is wrong with a subject.
pub fn problem(kind: &ProblemKind, lang: Lang) -> String {
    match lang {
        Lang::En => en::problem(kind),
        Lang::Zh => zh::problem(kind),
    }
}

/// Why a step cannot be decided.
pub fn undecided(why: &Undecided, lang: Lang) -> String {
    match (why, lang) {
        (Undecided::Request(problem), _) => ramplay_policy::sentence::request_problem(problem, lang),
        (_, Lang::En) => en::undecided(why),
        (_, Lang::Zh) => zh::undecided(why),
    }
}

/// A verdict in a word or two.
pub fn mark(mark: Mark, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::mark(mark),
        Lang::Zh => zh::mark(mark),
    }
}

/// How bad a denial is, in a word or two.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::severity(severity),
        Lang::Zh => zh::severity(severity),
    }
}

/// When a step is taken, unless it always is.
pub fn taken(answer: &StepAnswer, lang: Lang) -> Option<String> {
    match (answer.taken, answer.step.circumstance) {
        (Taken::Yes, _) | (Taken::Circumstance(_), None) => None,
        (Taken::Variable, _) => Some(match lang {
            Lang::En => en::VARIABLE.to_owned(),
            Lang::Zh => zh::VARIABLE.to_owned(),
        }),
        (Taken::Circumstance(_), Some(circumstance)) => {
            let text = connectors().circumstance(circumstance).get(lang);
            Some(match lang {
                Lang::En => format!("only if {text}"),
                Lang::Zh => format!("仅当{text}时"),
            })
        }
    }
}

/// What the engine said to a check.
pub fn outcome(need: &Need, trace: &CheckTrace, request: &Request, lang: Lang) -> String {
    let check =
        Check { action: need.action.clone(), resource: need.resource.clone(), context: ContextMap::new() };
    ramplay_policy::sentence::outcome(trace, &check, &request.directory_path, lang)
}

/// Who decides about access to a connector.
pub fn decided_by(who: DecidedBy, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::decided_by(who),
        Lang::Zh => zh::decided_by(who),
    }
}

/// The use of a table that a step belongs to.
pub fn role(role: TableRole, lang: Lang) -> &'static str {
    match (role, lang) {
        (TableRole::Source, Lang::En) => "source",
        (TableRole::Source, Lang::Zh) => "源表",
        (TableRole::Sink, Lang::En) => "sink",
        (TableRole::Sink, Lang::Zh) => "结果表",
        (TableRole::Lookup, Lang::En) => "lookup",
        (TableRole::Lookup, Lang::Zh) => "维表",
        (TableRole::Catalog, Lang::En) => "catalog",
        (TableRole::Catalog, Lang::Zh) => "Catalog",
    }
}

/// The role of a subject.
pub fn subject_role(subject: &Subject, lang: Lang) -> &'static str {
    match (subject.role, subject.kind) {
        (Some(role), _) => ramplay_sql::sentence::role(role, lang),
        (None, _) => role(TableRole::Catalog, lang),
    }
}

/// What kind of thing a subject is, where it is no table of the draft.
pub fn subject_kind(kind: SubjectKind, lang: Lang) -> Option<&'static str> {
    match (kind, lang) {
        (SubjectKind::Table(_) | SubjectKind::Catalog(_), _) => None,
        (SubjectKind::CatalogTable(_), Lang::En) => Some("table of a catalog"),
        (SubjectKind::CatalogTable(_), Lang::Zh) => Some("Catalog 中的表"),
    }
}

/// Something that is missing.
pub fn missing(missing: &Missing, lang: Lang) -> String {
    match lang {
        Lang::En => en::missing(missing),
        Lang::Zh => zh::missing(missing),
    }
}

/// What there is to say about the statement that closes the gap; nothing if there is no gap.
pub fn closing(gap: &Gap, lang: Lang) -> Option<String> {
    if gap.missing.is_empty() {
        return None;
    }
    Some(match lang {
        Lang::En => en::closing(gap),
        Lang::Zh => zh::closing(gap),
    })
}

/// Why a statement is in a policy: a step of a subject.
pub fn why(answer: &JobAnswer, subject: usize, step: usize, lang: Lang) -> Option<String> {
    let subject = answer.subjects.get(subject)?;
    let step = subject.steps.get(step)?;
    let (name, role, title) = (&subject.name, role(step.role, lang), step.step.title.get(lang));
    Some(match lang {
        Lang::En => format!("`{name}` ({role}): {title}"),
        Lang::Zh => format!("`{name}`（{role}）：{title}"),
    })
}

/// What the engine says to a generated policy.
pub fn proof(proof: &Proof, lang: Lang) -> String {
    match lang {
        Lang::En => en::proof(proof),
        Lang::Zh => zh::proof(proof),
    }
}

/// Something to do.
pub fn todo(todo: &Todo, lang: Lang) -> String {
    match lang {
        Lang::En => en::todo(todo),
        Lang::Zh => zh::todo(todo),
    }
}

#[cfg(test)]
mod tests;
