//! The answer as one form, from which text, JSON and Markdown are written.

use ramplay_analysis::{Diff, sentence};
use ramplay_text::Lang;
use serde::Serialize;

use crate::changes::{ChangeForm, GroupForm, ObstacleForm};
use crate::given::Given;

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each named")]
pub(super) struct DiffForm {
    pub(super) before: String,
    pub(super) after: String,
    /// A stable code.
    pub(super) relation: &'static str,
    /// The same as a sentence.
    pub(super) says: &'static str,
    pub(super) decided: bool,
    pub(super) new_access: bool,
    pub(super) lost_access: bool,
    /// Why not everything is decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) obstacles: Vec<ObstacleForm>,
    /// One for each ordered pair of answers.
    pub(super) changes: Vec<ChangeForm>,
    /// The changes by the statements that make them.
    pub(super) groups: Vec<GroupForm>,
    pub(super) groups_complete: bool,
    /// The work that was done.
    pub(super) steps: u64,
}

impl DiffForm {
    pub(super) fn new(before: &Given, after: &Given, found: &Diff, lang: Lang) -> Self {
        DiffForm {
            before: before.name.clone(),
            after: after.name.clone(),
            relation: found.relation.code(),
            says: sentence::relation(found.relation, lang),
            decided: found.obstacles.is_empty(),
            new_access: found.gives_access(),
            lost_access: found.takes_access(),
            obstacles: ObstacleForm::all(found, lang),
            changes: ChangeForm::all(found, lang),
            groups: GroupForm::all(found, &|id| before.title(id), &|id| after.title(id), lang),
            groups_complete: found.groups_complete,
            steps: found.steps,
        }
    }
}
