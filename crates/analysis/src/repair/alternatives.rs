//! What can be done so that a statement applies to a check, or does not.

use ramplay_policy::condition::{Clause, SetPrefix};
use ramplay_policy::{Check, PatternList, Request, Statement};

use super::amendment::{Amendment, ClauseAt, Named};
use crate::frame::{Asked, Frame};

/// A request of one check, in the forms that are compared.
pub(super) struct Matter<'r> {
    pub(super) request: &'r Request,
    pub(super) check: &'r Check,
    asked: Asked,
}

/// A list that is matched: the action's or the resource's.
#[derive(Clone, Copy)]
struct Listed<'p> {
    list: &'p PatternList,
    /// Its name without `Not`.
    plain: &'static str,
    negated: &'static str,
}

impl<'r> Matter<'r> {
    pub(super) fn new(request: &'r Request, check: &'r Check) -> Self {
        Matter { request, check, asked: Asked::of(check) }
    }

    /// The resource as policies are compared with it.
    pub(super) fn resource(&self) -> &str {
        &self.asked.resource
    }

    /// What the request says about a condition key.
    fn values(&self, folded_key: &str) -> Option<Vec<String>> {
        let own = self.check.context.iter().find(|(key, _)| key.eq_ignore_ascii_case(folded_key));
        own.map(|(_, values)| values.clone()).or_else(|| Frame::fixed(self.request, folded_key))
    }

    fn is_met(&self, clause: &Clause) -> bool {
        clause.is_met_by(self.values(&clause.folded_key).as_deref()) == Ok(true)
    }

    /// The places of the entries that match.
    fn hits(&self, listed: Listed<'_>) -> Vec<usize> {
        let text = if listed.plain == "Action" { &self.asked.action } else { &self.asked.resource };
        let all = listed.list.patterns.iter().enumerate();
        all.filter(|(_, entry)| entry.pattern.matches(text)).map(|(at, _)| at).collect()
    }

    /// The entry that stands for what is asked for.
    fn entry(&self, listed: Listed<'_>) -> String {
        if listed.plain == "Action" { self.check.action.clone() } else { self.resource().to_owned() }
    }

    /// Whether a statement names the principal.
    fn names(&self, statement: &Statement, spares_owner: bool) -> bool {
        statement.names_principal(self.request, spares_owner)
    }

    /// What makes a statement apply that does not, if one of its elements is all that is in the way.
    pub(super) fn include(
        &self,
        at: u16,
        statement: &Statement,
        (spares_owner, names_object): (bool, bool),
    ) -> Vec<Vec<Amendment>> {
        let lists = [action(statement)].into_iter().chain(resource(statement));
        let bad: Vec<Listed<'_>> =
            lists.filter(|listed| self.hits(*listed).is_empty() != listed.list.negated).collect();
        let is_named = self.names(statement, spares_owner);
        let failing: Vec<&Clause> =
            statement.conditions.iter().filter(|clause| !self.is_met(clause)).collect();
        match (bad.as_slice(), is_named, failing.is_empty()) {
            ([listed], true, true) => {
                self.put_in(at, *listed).into_iter().map(|change| vec![change]).collect()
            }
            ([], false, true) => {
                let named = Named::of(&self.request.principal, &self.request.resource_account);
                // A plain list of a resource policy has ids.
                let uid = self.request.principal.uid.clone().filter(|_| !names_object);
                let who = named.map(|named| Named { entry: uid.unwrap_or(named.entry), ..named });
                who.map(|who| vec![Amendment::AddPrincipal { statement: at, who }]).into_iter().collect()
            }
            ([], true, false) => {
                let without: Vec<Amendment> = failing
                    .iter()
                    .map(|clause| Amendment::RemoveClause { clause: clause_at(at, clause) })
                    .collect();
                let values: Option<Vec<Amendment>> =
                    failing.iter().map(|clause| self.meet(at, clause)).collect();
                values.into_iter().chain([without]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What makes a list match that does not.
    fn put_in(&self, at: u16, listed: Listed<'_>) -> Option<Amendment> {
        if listed.list.negated {
            return self.remove(at, listed);
        }
        let (element, entry) = (listed.plain, self.entry(listed));
        Some(Amendment::AddEntry { statement: at, element, entry })
    }

    /// Takes out the entries that match, if others are left.
    fn remove(&self, at: u16, listed: Listed<'_>) -> Option<Amendment> {
        let hits = self.hits(listed);
        if hits.is_empty() || hits.len() >= listed.list.patterns.len() {
            return None;
        }
        let written = hits.iter().filter_map(|&hit| listed.list.patterns.get(hit));
        let entries = written.map(|entry| entry.written.to_string()).collect();
        let element = if listed.list.negated { listed.negated } else { listed.plain };
        Some(Amendment::RemoveEntries { statement: at, element, at: hits, entries })
    }

    /// What makes a list not match that does.
    fn put_out(&self, at: u16, listed: Listed<'_>) -> Option<Amendment> {
        let entry = self.entry(listed);
        if listed.list.negated {
            return Some(Amendment::AddEntry { statement: at, element: listed.negated, entry });
        }
        match listed.list.patterns.as_slice() {
            [only] if &*only.written == "*" && !entry.contains(['*', '?']) => {
                Some(Amendment::AllBut { statement: at, element: listed.plain, entry })
            }
            _ => self.remove(at, listed),
        }
    }

    /// What makes a clause met that is not, by its values.
    fn meet(&self, at: u16, clause: &Clause) -> Option<Amendment> {
        let seen = self.values(&clause.folded_key)?;
        if clause.operator.negated {
            return (clause.prefix.is_none()).then(|| Self::less_values(at, clause, &seen)).flatten();
        }
        let is_new = |value: &&String| clause.matches_value(value) == Ok(false);
        let mut values: Vec<String> = seen.iter().filter(is_new).cloned().collect();
        if clause.prefix != Some(SetPrefix::ForAllValues) {
            values.truncate(1);
        }
        (!values.is_empty()).then(|| Amendment::AddValues { clause: clause_at(at, clause), values })
    }

    /// What makes a clause not met that is, by its values.
    fn fail(&self, at: u16, clause: &Clause) -> Option<Amendment> {
        let seen = self.values(&clause.folded_key)?;
        match (clause.prefix, clause.operator.negated) {
            (None, false) => Self::less_values(at, clause, &seen),
            (None, true) => {
                let values = vec![seen.first()?.clone()];
                Some(Amendment::AddValues { clause: clause_at(at, clause), values })
            }
            (Some(_), _) => None,
        }
    }

    /// Takes out the values of a clause that match, if others are left.
    fn less_values(at: u16, clause: &Clause, seen: &[String]) -> Option<Amendment> {
        let matches = |value: &ramplay_policy::condition::Value| {
            let alone = Clause { values: vec![value.clone()], ..clause.clone() };
            seen.iter().any(|text| alone.matches_value(text) == Ok(true))
        };
        let all = clause.values.iter().enumerate().filter(|(_, value)| matches(value));
        let (places, values): (Vec<usize>, Vec<String>) =
            all.map(|(place, value)| (place, crate::group::text(value))).unzip();
        let is_less = !places.is_empty() && places.len() < clause.values.len();
        is_less.then(|| Amendment::RemoveValues { clause: clause_at(at, clause), at: places, values })
    }

    /// What makes a statement not apply that does, short of taking it out.
    pub(super) fn exclude(&self, at: u16, statement: &Statement) -> Vec<Vec<Amendment>> {
        let action = self.put_out(at, action(statement));
        let resource = resource(statement).and_then(|listed| self.put_out(at, listed));
        let mut found = Vec::new();
        if let (Some(action), Some(resource)) = (&action, &resource) {
            let (action, resource) = (Box::new(action.clone()), Box::new(resource.clone()));
            found.push(vec![Amendment::Split { statement: at, action, resource }]);
        }
        found.extend(action.into_iter().chain(resource).map(|change| vec![change]));
        let clauses = statement.conditions.iter().filter_map(|clause| self.fail(at, clause));
        found.extend(clauses.map(|change| vec![change]));
        if let Some(principals) = &statement.principal {
            // An entry that names this principal alone.
            let who = Named::of(&self.request.principal, &self.request.resource_account);
            let ids = [who.map(|who| who.entry), self.request.principal.uid.clone()];
            let is_own = |entry: &ramplay_policy::model::PrincipalEntry| {
                ids.iter().flatten().find(|id| match &entry.who {
                    ramplay_policy::model::Who::Arn(pattern)
                    | ramplay_policy::model::Who::Id(pattern)
                    | ramplay_policy::model::Who::Federated(pattern) => pattern.as_str() == id.as_str(),
                    _ => false,
                })
            };
            let own = principals.entries.iter().enumerate();
            let own = own.filter_map(|(place, entry)| Some((place, is_own(entry)?.clone())));
            if principals.entries.len() > 1 {
                found.extend(own.map(|(place, entry)| {
                    vec![Amendment::RemovePrincipal { statement: at, at: place, entry }]
                }));
            }
        }
        found
    }

    /// Spares this principal from a statement, by a condition.
    pub(super) fn spare(&self, at: u16, statement: &Statement) -> Option<Amendment> {
        const KEY: &str = "acs:PrincipalARN";
        const OPERATOR: &str = "StringNotEquals";
        let arn = self.request.principal.arn_without_session();
        let is_there = |clause: &&Clause| clause.folded_key.eq_ignore_ascii_case(KEY);
        // Beside one that is there, `fail` adds a value.
        if !arn.starts_with("acs:ram:") || statement.conditions.iter().any(|clause| is_there(&clause)) {
            return None;
        }
        let clause = ClauseAt { statement: at, operator: OPERATOR.to_owned(), key: KEY.to_owned() };
        Some(Amendment::AddClause { clause, value: arn.to_owned() })
    }
}

fn action(statement: &Statement) -> Listed<'_> {
    Listed { list: &statement.action, plain: "Action", negated: "NotAction" }
}

fn resource(statement: &Statement) -> Option<Listed<'_>> {
    let list = statement.resource.as_ref()?;
    Some(Listed { list, plain: "Resource", negated: "NotResource" })
}

fn clause_at(at: u16, clause: &Clause) -> ClauseAt {
    ClauseAt { statement: at, operator: clause.operator_name(), key: clause.key.to_string() }
}
