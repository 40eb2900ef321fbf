//! English.

use ramplay_policy::{Decision, Effect, Verdict, sentence};
use ramplay_text::Lang;

use super::{Extras, listed};
use crate::diff::Relation;
use crate::group::Count;
use crate::obstacle::Obstacle;
use crate::repair::{Amendment, Goal, NewStatement};

pub(super) fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Equivalent => "equivalent: every request has the same answer",
        Relation::SameAccess => "the same requests are allowed; some denials are of another kind",
        Relation::Wider => "wider: requests are newly allowed, and none is newly denied",
        Relation::Narrower => "narrower: requests are no longer allowed, and none is newly allowed",
        Relation::Incomparable => "incomparable: some requests are newly allowed and others no longer",
        Relation::Undecided => "not decided: there can be more changes than those found",
    }
}

pub(super) fn change(from: Verdict, to: Verdict) -> String {
    use Decision::{Allow, ExplicitDeny, ImplicitDeny};
    use Verdict::Decided;
    let said = match (from, to) {
        (Decided(ImplicitDeny), Decided(Allow)) => "newly allowed",
        (Decided(ExplicitDeny), Decided(Allow)) => "newly allowed, was explicitly denied",
        (Decided(Allow), Decided(ImplicitDeny)) => "no longer allowed",
        (Decided(Allow), Decided(ExplicitDeny)) => "now explicitly denied, was allowed",
        (Decided(ImplicitDeny), Decided(ExplicitDeny)) => "still denied, now explicitly: no Allow can help",
        (Decided(ExplicitDeny), Decided(ImplicitDeny)) => {
            "still denied, but an Allow elsewhere would now count"
        }
        (Verdict::Depends, Verdict::Depends) => "depends on unknown policies in another way",
        _ => {
            let word = |verdict| sentence::verdict(verdict, Lang::En);
            return format!("from {} to {}", word(from), word(to));
        }
    };
    said.to_owned()
}

pub(super) fn obstacle(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Budget => "the budget of steps is spent".to_owned(),
        Obstacle::MixedTypes { key } => {
            format!("operators of different types compare `{key}`, which is not analysed")
        }
        Obstacle::Folding { key } => {
            format!("a value of `{key}` has a letter whose lower case depends on its neighbours")
        }
        Obstacle::ManyKeys { limit } => format!("a decision depends on more than {limit} condition keys"),
    }
}

pub(super) fn count(count: &Count) -> String {
    let Count { service, changed, of } = count;
    format!("{changed} of {of} known `{service}` actions")
}

pub(super) fn extras(extras: Extras, goal: Goal) -> &'static str {
    match (extras, goal) {
        (Extras::Nothing, Goal::Allow) => "nothing else is newly allowed: proven",
        (Extras::Elsewhere, Goal::Allow) => "more is newly allowed",
        (Extras::Others, Goal::Allow) => "other principals get access, too",
        (Extras::Both, Goal::Allow) => "more is newly allowed, and other principals get access, too",
        (Extras::Undecided, Goal::Allow) => "what else is newly allowed is not decided within the budget",
        (Extras::Nothing, Goal::Deny) => "nothing else is newly denied: proven",
        (Extras::Elsewhere, Goal::Deny) => "more is newly denied",
        (Extras::Others, Goal::Deny) => "other principals lose access, too",
        (Extras::Both, Goal::Deny) => "more is newly denied, and other principals lose access, too",
        (Extras::Undecided, Goal::Deny) => "what else is newly denied is not decided within the budget",
    }
}

pub(super) fn amendment(amendment: &Amendment) -> String {
    let number = |statement: &u16| u32::from(*statement) + 1;
    match amendment {
        Amendment::AddEntry { statement, element, entry } => {
            format!("add `{entry}` to `{element}` of statement {}", number(statement))
        }
        Amendment::RemoveEntries { statement, element, entries, .. } => {
            format!("take {} out of `{element}` of statement {}", listed(entries), number(statement))
        }
        Amendment::AllBut { statement, element, entry } => format!(
            "put `Not{element}` with `{entry}` in the place of `{element}` in statement {}",
            number(statement)
        ),
        Amendment::AddPrincipal { statement, who } => {
            format!("name `{}` in `Principal` of statement {}", who.entry, number(statement))
        }
        Amendment::RemovePrincipal { statement, entry, .. } => {
            format!("take `{entry}` out of `Principal` of statement {}", number(statement))
        }
        Amendment::AddValues { clause, values } => format!(
            "add {} to the values of `{}` under `{}` in statement {}",
            listed(values),
            clause.key,
            clause.operator,
            number(&clause.statement)
        ),
        Amendment::RemoveValues { clause, values, .. } => format!(
            "take {} out of the values of `{}` under `{}` in statement {}",
            listed(values),
            clause.key,
            clause.operator,
            number(&clause.statement)
        ),
        Amendment::RemoveClause { clause } => format!(
            "take the condition `{}` on `{}` out of statement {}",
            clause.operator,
            clause.key,
            number(&clause.statement)
        ),
        Amendment::AddClause { clause, value } => format!(
            "add the condition `{}` on `{}` with `{value}` to statement {}",
            clause.operator,
            clause.key,
            number(&clause.statement)
        ),
        Amendment::AddStatement(new) => format!("add a statement that {}", says(new)),
        Amendment::NewPolicy(new) => format!("attach a new policy that {}", says(new)),
        Amendment::RemoveStatement { statement } => format!("take statement {} out", number(statement)),
        Amendment::Split { statement, .. } => format!(
            "cut statement {} in two, which leave out this action on this resource alone",
            number(statement)
        ),
        Amendment::Detach => "detach the policy".to_owned(),
        Amendment::AttachSystem { name } => format!("attach the system policy `{name}`"),
    }
}

fn says(new: &NewStatement) -> String {
    let action = &new.action;
    match (new.effect, &new.principal, &new.resource) {
        (Effect::Allow, _, Some(resource)) => format!("allows `{action}` on `{resource}`"),
        (Effect::Deny, _, Some(resource)) => format!("denies `{action}` on `{resource}`"),
        (Effect::Allow, Some(who), None) => format!("allows `{action}` to `{}`", who.entry),
        (Effect::Deny, Some(who), None) => format!("denies `{action}` to `{}`", who.entry),
        (Effect::Allow, None, None) => format!("allows `{action}`"),
        (Effect::Deny, None, None) => format!("denies `{action}`"),
    }
}
