//! What is asked, as plain data. `crates/js/npm/index.d.ts` has the same as types.

use std::collections::BTreeMap;

use ramplay_analysis::{Goal, NeedProblem, Needed, needed, sentence};
use ramplay_policy::{Check, ContextMap};
use ramplay_questions::{DenialForm, FailureForm, Side, Wanted, Ways, WhoCan, principal};
use ramplay_text::{Lang, Lines};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::Outcome;
use crate::forms::Problem;

/// A document that stands alone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LooseForm {
    /// The document, or its text as a string.
    pub(crate) policy: Box<RawValue>,
    pub(crate) kind: Option<String>,
    pub(crate) name: Option<String>,
}

/// Who asks, and under what circumstances, beside what the policies are given with.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Who {
    principal: Option<String>,
    resource_account: Option<String>,
    context: BTreeMap<String, Vec<String>>,
}

impl Who {
    pub(crate) fn add_to(&self, side: &mut Side<'_>) -> Outcome<()> {
        if let Some(arn) = &self.principal {
            if side.is_said {
                let why = "it is said already who asks, by the case or the scenario".to_owned();
                return Err(Problem::new("bad-question", why));
            }
            side.base.principal = principal(arn);
            side.base.resource_account.clone_from(&side.base.principal.account);
        }
        if let Some(account) = &self.resource_account {
            side.base.resource_account.clone_from(account);
        }
        let context = &mut side.base.context;
        context.retain(|known, _| self.context.keys().all(|key| !key.eq_ignore_ascii_case(known)));
        context.extend(self.context.clone());
        Ok(())
    }
}

/// Which actions on which resources are asked for, or the questions that have names.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Whom {
    actions: Vec<String>,
    resources: Vec<String>,
    named: Option<Named>,
    pub(crate) who: Who,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Named {
    All,
    Escalations,
}

impl Whom {
    pub(crate) fn asked(&self) -> Outcome<WhoCan> {
        let is_any = !self.actions.is_empty() || !self.resources.is_empty();
        match self.named {
            Some(_) if is_any => {
                let why = "give `named`, or `actions` and `resources`".to_owned();
                Err(Problem::new("bad-question", why))
            }
            Some(Named::All) => Ok(WhoCan::Named),
            Some(Named::Escalations) => Ok(WhoCan::Escalations),
            None if is_any => {
                Ok(WhoCan::Any { actions: self.actions.clone(), resources: self.resources.clone() })
            }
            None => Ok(WhoCan::Everything),
        }
    }
}

/// Which request is to be allowed or denied.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RepairAsked {
    pub(crate) action: Option<String>,
    pub(crate) resource: Option<String>,
    /// In their place: a row of a scenario's answer.
    pub(crate) row: Option<String>,
    to: To,
    most: Option<usize>,
    system: Option<bool>,
    pub(crate) who: Who,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum To {
    #[default]
    Allow,
    Deny,
}

impl RepairAsked {
    pub(crate) fn goal(&self) -> Goal {
        match self.to {
            To::Allow => Goal::Allow,
            To::Deny => Goal::Deny,
        }
    }

    pub(crate) fn ways(&self) -> Ways {
        let usual = Ways::default();
        Ways { most: self.most.unwrap_or(usual.most), has_system: self.system.unwrap_or(usual.has_system) }
    }
}

/// What is needed.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TightenAsked {
    /// One a line.
    calls: String,
    /// Of a scenario: ids of capabilities on the Logstore.
    pub(crate) capabilities: Vec<String>,
    /// Of a scenario: whether what the Flink SQL drafts need is needed.
    pub(crate) jobs: bool,
    /// Of a scenario: whether what its assertions say to be allowed is needed.
    pub(crate) assertions: bool,
    pub(crate) who: Who,
}

impl TightenAsked {
    /// What of a scenario is needed.
    pub(crate) fn wanted(&self) -> Wanted<'_> {
        Wanted { capabilities: &self.capabilities, jobs: self.jobs, assertions: self.assertions }
    }

    pub(crate) fn calls(&self, lang: Lang) -> Outcome<Vec<Needed>> {
        needed(&self.calls).map_err(|problems| {
            let lines = Lines::new(&self.calls);
            let says = |problem: &NeedProblem| {
                let at = lines.position(problem.span.start);
                format!("{}:{}: {}", at.line, at.column, sentence::need_problem(problem.kind, lang))
            };
            let all: Vec<String> = problems.iter().map(says).collect();
            Problem::new(problems.first().map_or("bad-calls", |first| first.kind.code()), all.join("; "))
        })
    }
}

/// What the text of a denial does not tell.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DenialAsked {
    pub(crate) resource: Option<String>,
    most: Option<usize>,
    pub(crate) who: Who,
}

impl DenialAsked {
    pub(crate) fn ways(&self) -> Ways {
        let usual = Ways::default();
        Ways { most: self.most.unwrap_or(usual.most), ..usual }
    }
}

/// What there is to say of the denials of a text.
#[derive(Debug, Serialize)]
pub(crate) struct Explained {
    pub(crate) denials: Vec<DenialForm>,
    /// What of the text cannot be read.
    pub(crate) problems: Vec<FailureForm>,
}

pub(crate) fn check(action: &str, resource: &str) -> Check {
    Check { action: action.to_owned(), resource: resource.to_owned(), context: ContextMap::new() }
}
