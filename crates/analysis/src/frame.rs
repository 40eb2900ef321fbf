//! Which requests an answer is about.

use std::collections::BTreeSet;

use ramplay_policy::{Check, Pattern, Principal, Request};

/// Which requests an answer is about: what of them is fixed, and what can be anything.
///
/// Action, resource and condition keys vary; who asks, whose resource it is and its place in a directory are
/// those of one of [`Frame::bases`].
#[derive(Debug, Clone)]
pub struct Frame {
    /// What is fixed, once for every kind of request to consider. Keys that its context names, and a time that
    /// it names, are fixed; checks are not looked at.
    pub bases: Vec<Request>,
    /// Which actions and resources are considered.
    pub requests: Requests,
    /// Only these actions and resources, if it is about some.
    pub only: Option<Only>,
    /// Single actions on single resources that it is about, or not about.
    pub exactly: Exactly,
    /// Condition keys in lower case that every request carries; other keys can be absent.
    pub always: BTreeSet<String>,
}

/// Some actions and resources; patterns as policies write them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Only {
    /// The action matches one of these.
    pub actions: Vec<Pattern>,
    /// The resource matches one of these.
    pub resources: Vec<Pattern>,
}

impl Only {
    /// Actions, without regard to ASCII case, and resources.
    pub fn of(actions: &[&str], resources: &[&str]) -> Self {
        Only {
            actions: actions.iter().map(|text| Pattern::folded(text)).collect(),
            resources: resources.iter().map(|text| Pattern::new(text)).collect(),
        }
    }
}

/// An action on a resource, as a request asks for them: nothing in them is a wildcard.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// The action, compared without regard to ASCII case.
    pub action: String,
    /// The resource. A region of an `acs:ram` resource does not count, as it does not for the engine.
    pub resource: String,
}

impl Asked {
    /// What a check asks for.
    pub fn of(check: &Check) -> Self {
        let rest = check.resource.strip_prefix("acs:ram:").and_then(|rest| rest.split_once(':'));
        let resource = match rest {
            Some((_, rest)) => format!("acs:ram::{rest}"),
            None => check.resource.clone(),
        };
        Asked { action: check.action.to_ascii_lowercase(), resource }
    }
}

/// Single actions on single resources.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Exactly {
    /// None are singled out.
    #[default]
    All,
    /// It is about nothing but these, whatever the conditions.
    Only(Vec<Asked>),
    /// It is about everything but these, whatever the conditions.
    Without(Vec<Asked>),
}

impl Exactly {
    /// What is singled out.
    pub(crate) fn asked(&self) -> &[Asked] {
        match self {
            Exactly::All => &[],
            Exactly::Only(asked) | Exactly::Without(asked) => asked,
        }
    }

    /// The actions that are singled out, each once.
    pub(crate) fn actions(&self) -> Vec<&str> {
        let mut actions: Vec<&str> = self.asked().iter().map(|asked| asked.action.as_str()).collect();
        actions.sort_unstable();
        actions.dedup();
        actions
    }

    /// Whether requests count that are singled out, or that are not.
    pub(crate) fn counts(&self, is_singled_out: bool) -> bool {
        match self {
            Exactly::All => true,
            Exactly::Only(_) => is_singled_out,
            Exactly::Without(_) => !is_singled_out,
        }
    }
}

/// Which actions and resources are considered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Requests {
    /// Those that services ask for: `service:Operation` on `*` or on `acs:service:region:account:what`.
    WellFormed,
    /// Any texts at all, also the empty one.
    AnyText,
}

impl Frame {
    /// Well-formed requests of one principal within its own account. Every request carries the time.
    pub fn of(principal: Principal) -> Self {
        Frame::around(vec![Request::new(principal, "", "")])
    }

    /// Well-formed requests around these. Every request carries the time.
    pub fn around(bases: Vec<Request>) -> Self {
        let always = BTreeSet::from(["acs:currenttime".to_owned()]);
        Frame { bases, requests: Requests::WellFormed, only: None, exactly: Exactly::All, always }
    }

    /// The values that a base fixes for a key.
    pub(crate) fn fixed(base: &Request, folded_key: &str) -> Option<Vec<String>> {
        let written = base.context.iter().find(|(key, _)| key.eq_ignore_ascii_case(folded_key));
        match (written, folded_key) {
            (Some((_, values)), _) => Some(values.clone()),
            // The engine fills it in, and no service sends another one.
            (None, "acs:principalarn") => Some(vec![base.principal.arn_without_session().to_owned()]),
            (None, "acs:currenttime") => base.time.clone().map(|time| vec![time]),
            (None, _) => None,
        }
    }
}
