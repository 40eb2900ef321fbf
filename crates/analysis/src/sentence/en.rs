//! English.

use ramplay_policy::{Decision, Verdict, sentence};
use ramplay_text::Lang;

use crate::diff::Relation;
use crate::group::Count;
use crate::obstacle::Obstacle;

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
