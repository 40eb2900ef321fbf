//! What changes, as one form.

use std::collections::BTreeMap;

use ramplay_analysis::{Change, Diff, Group, sentence};
use ramplay_policy::{DocumentId, Request, StatementRef};
use ramplay_text::Lang;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct ObstacleForm {
    pub(crate) code: &'static str,
    pub(crate) says: String,
}

#[derive(Serialize)]
pub(crate) struct ChangeForm {
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) says: String,
    pub(crate) witness: RequestForm,
    /// Whether the witness's action is known and checked on such a resource.
    pub(crate) real: bool,
    /// A shortest request, where the witness is not one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) shortest: Option<RequestForm>,
}

#[derive(Serialize)]
pub(crate) struct GroupForm {
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) says: String,
    /// The statements that decide before and after.
    pub(crate) before: Vec<StatementForm>,
    pub(crate) after: Vec<StatementForm>,
    pub(crate) actions: String,
    pub(crate) resources: String,
    pub(crate) conditions: Vec<String>,
    pub(crate) counts: Vec<String>,
    /// The known actions that change.
    pub(crate) known: Vec<String>,
    pub(crate) example: RequestForm,
    pub(crate) real: bool,
}

#[derive(Serialize)]
pub(crate) struct StatementForm {
    pub(crate) document: String,
    /// From 0.
    pub(crate) statement: u16,
}

#[derive(Serialize)]
pub(crate) struct RequestForm {
    pub(crate) action: String,
    pub(crate) resource: String,
    pub(crate) principal: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) context: BTreeMap<String, Vec<String>>,
}

impl RequestForm {
    pub(crate) fn new(request: &Request) -> Self {
        let check = request.checks.first();
        RequestForm {
            action: check.map(|check| check.action.clone()).unwrap_or_default(),
            resource: check.map(|check| check.resource.clone()).unwrap_or_default(),
            principal: request.principal.arn.clone(),
            context: request.context.clone(),
        }
    }
}

impl ObstacleForm {
    pub(crate) fn all(found: &Diff, lang: Lang) -> Vec<Self> {
        let form = |obstacle: &ramplay_analysis::Obstacle| ObstacleForm {
            code: obstacle.code(),
            says: sentence::obstacle(obstacle, lang),
        };
        found.obstacles.iter().map(form).collect()
    }
}

impl ChangeForm {
    pub(crate) fn all(found: &Diff, lang: Lang) -> Vec<Self> {
        let form = |change: &Change| ChangeForm {
            from: change.from.verdict().code(),
            to: change.to.verdict().code(),
            says: sentence::change(change.from.verdict(), change.to.verdict(), lang),
            witness: RequestForm::new(change.witness()),
            real: change.real.is_some(),
            shortest: change.real.as_ref().map(|_| RequestForm::new(&change.shortest)),
        };
        found.changes.iter().map(form).collect()
    }
}

/// What to call a document.
pub(crate) type Title<'t> = &'t dyn Fn(DocumentId) -> String;

impl GroupForm {
    pub(crate) fn all(found: &Diff, before: Title<'_>, after: Title<'_>, lang: Lang) -> Vec<Self> {
        found.groups.iter().map(|group| GroupForm::new(group, before, after, lang)).collect()
    }

    pub(crate) fn new(group: &Group, before: Title<'_>, after: Title<'_>, lang: Lang) -> Self {
        group_form(group, before, after, lang)
    }
}

fn group_form(group: &Group, before: Title<'_>, after: Title<'_>, lang: Lang) -> GroupForm {
    let statements = |title: Title<'_>, all: &[StatementRef]| {
        let form =
            |at: &StatementRef| StatementForm { document: title(at.document), statement: at.statement };
        all.iter().map(form).collect()
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
