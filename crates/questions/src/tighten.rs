//! The smallest readable policies for what is needed, beside today's.

use ramplay_analysis::{Catalogue, Need, Needed, Tight, sentence, tighten as make};
use ramplay_flink::PolicyDocument;
use ramplay_policy::DocumentId;
use ramplay_text::Lang;
use serde::Serialize;

use crate::asking::{Asking, Unanswered};
use crate::changes::{GroupForm, ObstacleForm, groups};
use crate::paper::{Paper, Written};
use crate::side::Side;

/// The answer.
#[derive(Debug, Clone, Serialize)]
pub struct TightForm {
    /// The policies, as texts.
    pub policies: Vec<String>,
    /// How the new policies stand to today's; see `DiffForm`.
    pub relation: &'static str,
    /// The same as a sentence.
    pub says: &'static str,
    /// The changes by the statements that make them.
    pub groups: Vec<GroupForm>,
    /// Whether the groups are all.
    pub groups_complete: bool,
    /// Why not everything is decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub obstacles: Vec<ObstacleForm>,
    /// What today's policies do not allow.
    pub denied_today: Vec<CallForm>,
    /// What stays denied, by policies of other layers.
    pub still_denied: Vec<CallForm>,
}

/// An action on a resource.
#[derive(Debug, Clone, Serialize)]
pub struct CallForm {
    /// The action.
    pub action: String,
    /// The resource.
    pub resource: String,
}

/// Makes the smallest readable policies for calls that are needed, and compares them with a side's identity-based ones.
/// [`ramplay_analysis::needed`] reads calls from lines.
///
/// # Errors
/// When a value of a request is not of the type that an operator compares.
pub fn tighten(side: &Side<'_>, needed: &[Needed], asking: &Asking<'_>) -> Result<TightForm, Unanswered> {
    let catalogue = Catalogue::of_flink();
    let tight = make(&side.set, needed, &side.base, &asking.options(Some(&catalogue)))?;
    Ok(form(&tight, side, asking.lang))
}

fn form(tight: &Tight, side: &Side<'_>, lang: Lang) -> TightForm {
    let after = |_: DocumentId| crate::words::new_policy(lang).to_owned();
    let calls = |needs: &[Need]| {
        let form = |need: &Need| CallForm { action: need.action.clone(), resource: need.resource.clone() };
        needs.iter().map(form).collect()
    };
    TightForm {
        policies: tight.documents.iter().map(PolicyDocument::to_text).collect(),
        relation: tight.diff.relation.code(),
        says: sentence::relation(tight.diff.relation, lang),
        groups: GroupForm::all(&tight.diff, &|id| side.title(id), &after, lang),
        groups_complete: tight.diff.groups_complete,
        obstacles: ObstacleForm::all(&tight.diff, lang),
        denied_today: calls(&tight.denied_today),
        still_denied: calls(&tight.still_denied),
    }
}

/// The answer for people.
pub fn text(form: &TightForm, written: Written, lang: Lang) -> String {
    let (today, still) = match lang {
        Lang::En => ("not allowed today", "still denied, by policies of other layers"),
        Lang::Zh => ("目前未被允许", "仍被其他层的策略拒绝"),
    };
    let mut paper = Paper::new(written);
    for policy in &form.policies {
        paper.document(policy);
    }
    for (what, calls) in [(today, &form.denied_today), (still, &form.still_denied)] {
        for call in calls {
            paper.remark(format_args!("{what}: `{}` `{}`", call.action, call.resource));
        }
    }
    paper.gap();
    paper.verdict(form.says);
    for obstacle in &form.obstacles {
        paper.remark(&obstacle.says);
    }
    groups(&mut paper, 0, &form.groups, form.groups_complete, lang);
    paper.finish()
}
