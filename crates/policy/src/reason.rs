//! Why a statement does not apply, as data: what [`Skip`] points at, looked up.

use crate::condition::{Clause, ClauseFailure};
use crate::model::{PatternList, Statement};
use crate::request::{Check, Context, Request};
use crate::trace::Skip;

/// Why a statement does not apply to a check.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason<'a> {
    /// No entry of `Action` or `Resource` matches.
    NoEntry {
        /// `Action` or `Resource`.
        element: &'static str,
        /// What was compared.
        asked: &'a str,
    },
    /// An entry of `NotAction` or `NotResource` matches.
    Listed {
        /// `NotAction` or `NotResource`.
        element: &'static str,
        /// The entry's index.
        index: u16,
        /// The entry as it is written.
        entry: &'a str,
        /// What was compared.
        asked: &'a str,
    },
    /// `Principal` does not name the principal.
    NotNamed {
        /// The principal's ARN or name.
        principal: &'a str,
    },
    /// `Principal: *` without a condition does not bind the owner.
    OwnerSpared,
    /// The request does not carry a condition key.
    Absent {
        /// The clause.
        clause: &'a Clause,
    },
    /// The values of a condition key fail.
    Fails {
        /// The clause.
        clause: &'a Clause,
        /// The values of the request.
        seen: Vec<String>,
        /// How they fail.
        why: ClauseFailure,
    },
    /// The trace does not belong to the statement.
    Unknown,
}

impl<'a> Reason<'a> {
    /// Looks up what a [`Skip`] of this statement, request and check points at.
    pub fn new(skip: Skip, statement: &'a Statement, request: &'a Request, check: &'a Check) -> Self {
        match skip {
            Skip::Action => {
                let folded = check.action.to_ascii_lowercase();
                Self::list(&statement.action, ("Action", "NotAction"), &check.action, &folded)
            }
            Skip::Resource => match &statement.resource {
                Some(list) => Self::list(list, ("Resource", "NotResource"), &check.resource, &check.resource),
                None => Reason::Unknown,
            },
            Skip::Principal => Reason::NotNamed { principal: &request.principal.arn },
            Skip::OwnerSpared => Reason::OwnerSpared,
            Skip::Condition { clause, why } => {
                let Some(clause) = statement.conditions.get(usize::from(clause)) else {
                    return Reason::Unknown;
                };
                match Context::new(request, check).get(&clause.key, &clause.folded_key) {
                    None => Reason::Absent { clause },
                    Some(found) => Reason::Fails { clause, seen: found.values.to_vec(), why },
                }
            }
        }
    }

    fn list(
        list: &'a PatternList,
        (plain, negated): (&'static str, &'static str),
        asked: &'a str,
        compared: &str,
    ) -> Self {
        if !list.negated {
            return Reason::NoEntry { element: plain, asked };
        }
        let hit = (0_u16..).zip(&list.patterns).find(|(_, entry)| entry.pattern.matches(compared));
        match hit {
            Some((index, entry)) => Reason::Listed { element: negated, index, entry: &entry.written, asked },
            None => Reason::Unknown,
        }
    }

    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::NoEntry { .. } => "no_entry",
            Reason::Listed { .. } => "listed",
            Reason::NotNamed { .. } => "not_named",
            Reason::OwnerSpared => "owner_spared",
            Reason::Absent { .. } => "absent",
            Reason::Fails { why, .. } => why.code(),
            Reason::Unknown => "unknown",
        }
    }
}

impl ClauseFailure {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            ClauseFailure::Absent => "absent",
            ClauseFailure::NoneMatches => "none_matches",
            ClauseFailure::OneMatches => "one_matches",
            ClauseFailure::NotAll => "not_all",
        }
    }
}

impl Clause {
    /// The operator as it is written, set prefix included.
    pub fn operator_name(&self) -> String {
        let prefix = self.prefix.map_or("", crate::condition::SetPrefix::as_str);
        format!("{prefix}{}", self.operator.name)
    }
}
