//! What changes between two sides.

mod text;

use ramplay_analysis::{Catalogue, Diff, Frame, diff as compare, sentence};
use ramplay_text::Lang;
use serde::Serialize;

pub use self::text::text;
use crate::asking::{Asking, Unanswered};
use crate::changes::{ChangeForm, GroupForm, ObstacleForm};
use crate::side::Side;

/// What changes between two sides.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each named")]
pub struct DiffForm {
    /// What the first side is called.
    pub before: String,
    /// What the second side is called.
    pub after: String,
    /// How they stand to each other: `equivalent`, `same-access`, `wider`, `narrower`, `incomparable` or `undecided`.
    pub relation: &'static str,
    /// The same as a sentence.
    pub says: &'static str,
    /// Whether all of it is decided.
    pub decided: bool,
    /// Whether something is newly allowed.
    pub new_access: bool,
    /// Whether something is no longer allowed.
    pub lost_access: bool,
    /// Why not everything is decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub obstacles: Vec<ObstacleForm>,
    /// One for each ordered pair of answers.
    pub changes: Vec<ChangeForm>,
    /// The changes by the statements that make them.
    pub groups: Vec<GroupForm>,
    /// Whether the groups are all.
    pub groups_complete: bool,
    /// The work that was done.
    pub steps: u64,
}

impl DiffForm {
    fn new(before: &Side<'_>, after: &Side<'_>, found: &Diff, lang: Lang) -> Self {
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

/// What changes between two sides, for resources of an account. Who asks is said by one of them, or everybody whom
/// they tell apart.
///
/// # Errors
/// When a value of a request cannot be read, or nobody can be told apart within the budget.
///
/// ```
/// use ramplay_policy::{PolicyKind, read};
/// use ramplay_questions::{Asking, Loose, Side, diff, principal};
/// use ramplay_text::Lang;
///
/// let old = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}]}"#;
/// let new = old.replace("log:Get*", "log:*");
/// let (before, after) = (read(old, PolicyKind::Identity), read(&new, PolicyKind::Identity));
/// let side = |title, text, reading| {
///     let loose = Loose { title, kind: PolicyKind::Identity, text, reading };
///     Side::of_documents(title, &[loose], principal("acs:ram::1000000000000001:user/alice"))
/// };
/// let asking = Asking::new(Lang::En);
/// let found = diff(&side("old", old, &before), &side("new", &new, &after), "1000000000000001", &asking)?;
/// assert_eq!((found.relation, found.groups[0].counts[0].as_str()), ("wider", "77 of 111 known `log` actions"));
/// # Ok::<(), ramplay_questions::Unanswered>(())
/// ```
pub fn diff(
    before: &Side<'_>,
    after: &Side<'_>,
    account: &str,
    asking: &Asking<'_>,
) -> Result<DiffForm, Unanswered> {
    let bases = Side::bases_of(&[before, after], account)?;
    let catalogue = Catalogue::of_flink();
    let options = asking.options(Some(&catalogue));
    let found = compare(&before.set, &after.set, &Frame::around(bases), &options)?;
    Ok(DiffForm::new(before, after, &found, asking.lang))
}
