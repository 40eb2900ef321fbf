//! The answer as one form, from which text, JSON and Markdown are written.

use std::collections::BTreeMap;

use ramplay_analysis::{Diff, Group, sentence};
use ramplay_policy::{Request, StatementRef};
use ramplay_text::Lang;
use serde::Serialize;

use super::side::Side;

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

#[derive(Serialize)]
pub(super) struct ObstacleForm {
    pub(super) code: &'static str,
    pub(super) says: String,
}

#[derive(Serialize)]
pub(super) struct ChangeForm {
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) says: String,
    pub(super) witness: RequestForm,
    /// Whether the witness's action is known and checked on such a resource.
    pub(super) real: bool,
    /// A shortest request, where the witness is not one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shortest: Option<RequestForm>,
}

#[derive(Serialize)]
pub(super) struct GroupForm {
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) says: String,
    /// The statements that decide before and after.
    pub(super) before: Vec<StatementForm>,
    pub(super) after: Vec<StatementForm>,
    pub(super) actions: String,
    pub(super) resources: String,
    pub(super) conditions: Vec<String>,
    pub(super) counts: Vec<String>,
    /// The known actions that change.
    pub(super) known: Vec<String>,
    pub(super) example: RequestForm,
    pub(super) real: bool,
}

#[derive(Serialize)]
pub(super) struct StatementForm {
    pub(super) document: String,
    /// From 0.
    pub(super) statement: u16,
}

#[derive(Serialize)]
pub(super) struct RequestForm {
    pub(super) action: String,
    pub(super) resource: String,
    pub(super) principal: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) context: BTreeMap<String, Vec<String>>,
}

impl RequestForm {
    fn new(request: &Request) -> Self {
        let check = request.checks.first();
        RequestForm {
            action: check.map(|check| check.action.clone()).unwrap_or_default(),
            resource: check.map(|check| check.resource.clone()).unwrap_or_default(),
            principal: request.principal.arn.clone(),
            context: request.context.clone(),
        }
    }
}

impl DiffForm {
    pub(super) fn new(before: &Side, after: &Side, found: &Diff, lang: Lang) -> Self {
        let changes = found.changes.iter().map(|change| ChangeForm {
            from: change.from.verdict().code(),
            to: change.to.verdict().code(),
            says: sentence::change(change.from.verdict(), change.to.verdict(), lang),
            witness: RequestForm::new(change.witness()),
            real: change.real.is_some(),
            shortest: change.real.as_ref().map(|_| RequestForm::new(&change.shortest)),
        });
        let obstacles = found
            .obstacles
            .iter()
            .map(|obstacle| ObstacleForm { code: obstacle.code(), says: sentence::obstacle(obstacle, lang) });
        DiffForm {
            before: before.name.clone(),
            after: after.name.clone(),
            relation: found.relation.code(),
            says: sentence::relation(found.relation, lang),
            decided: found.obstacles.is_empty(),
            new_access: found.gives_access(),
            lost_access: found.takes_access(),
            obstacles: obstacles.collect(),
            changes: changes.collect(),
            groups: found.groups.iter().map(|group| group_form(group, before, after, lang)).collect(),
            groups_complete: found.groups_complete,
            steps: found.steps,
        }
    }
}

fn group_form(group: &Group, before: &Side, after: &Side, lang: Lang) -> GroupForm {
    let statements = |side: &Side, all: &[StatementRef]| {
        let name = |at: &StatementRef| {
            let place = usize::try_from(at.document.0).unwrap_or(usize::MAX);
            side.documents.get(place).cloned().unwrap_or_default()
        };
        all.iter().map(|at| StatementForm { document: name(at), statement: at.statement }).collect()
    };
    let condition = |condition: &ramplay_analysis::Condition| {
        format!("{} {}: {}", condition.operator, condition.key, condition.values.join(", "))
    };
    GroupForm {
        from: group.from.code(),
        to: group.to.code(),
        says: sentence::change(group.from, group.to, lang),
        before: statements(before, &group.before),
        after: statements(after, &group.after),
        actions: sentence::entries(&group.actions, lang),
        resources: sentence::entries(&group.resources, lang),
        conditions: group.conditions.iter().map(condition).collect(),
        counts: group.counts.iter().map(|count| sentence::count(count, lang)).collect(),
        known: group.known.clone(),
        example: RequestForm::new(&group.example),
        real: group.real,
    }
}
