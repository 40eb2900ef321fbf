//! What changes, as data that serializes.

use std::collections::BTreeMap;

use ramplay_analysis::{Change, Condition, Diff, Group, sentence};
use ramplay_policy::{DocumentId, Request, StatementRef};
use ramplay_text::Lang;
use serde::Serialize;

/// Why something is not decided.
#[derive(Debug, Clone, Serialize)]
pub struct ObstacleForm {
    /// A stable code.
    pub code: &'static str,
    /// The same as a sentence.
    pub says: String,
}

/// A change of answer with a request that shows it.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeForm {
    /// The answer before, as its code.
    pub from: &'static str,
    /// The answer after.
    pub to: &'static str,
    /// The change in words.
    pub says: String,
    /// A request with this change.
    pub witness: RequestForm,
    /// Whether the witness's action is known and checked on such a resource.
    pub real: bool,
    /// A shortest request, where the witness is not one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shortest: Option<RequestForm>,
}

/// Changes of one kind that the same statements make.
#[derive(Debug, Clone, Serialize)]
pub struct GroupForm {
    /// The answer before, as its code.
    pub from: &'static str,
    /// The answer after.
    pub to: &'static str,
    /// The change in words.
    pub says: String,
    /// The statements that decide before.
    pub before: Vec<StatementForm>,
    /// The statements that decide after.
    pub after: Vec<StatementForm>,
    /// The actions, in words.
    pub actions: String,
    /// The resources, in words.
    pub resources: String,
    /// The conditions of the statements, one each.
    pub conditions: Vec<String>,
    /// How many known actions change, one for each service, in words.
    pub counts: Vec<String>,
    /// The known actions that change.
    pub known: Vec<String>,
    /// A request of this group.
    pub example: RequestForm,
    /// Whether the example's action is known and checked on such a resource.
    pub real: bool,
}

/// A statement.
#[derive(Debug, Clone, Serialize)]
pub struct StatementForm {
    /// What the document is called.
    pub document: String,
    /// From 0.
    pub statement: u16,
}

/// A request of one check.
#[derive(Debug, Clone, Serialize)]
pub struct RequestForm {
    /// The action.
    pub action: String,
    /// The resource.
    pub resource: String,
    /// The ARN of who asks, or the name of a service.
    pub principal: String,
    /// The condition keys with their values.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub context: BTreeMap<String, Vec<String>>,
}

impl RequestForm {
    /// The form of a request, by its first check.
    pub fn new(request: &Request) -> Self {
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
    /// Why a difference is not decided.
    pub fn all(found: &Diff, lang: Lang) -> Vec<Self> {
        let form = |obstacle: &ramplay_analysis::Obstacle| ObstacleForm {
            code: obstacle.code(),
            says: sentence::obstacle(obstacle, lang),
        };
        found.obstacles.iter().map(form).collect()
    }
}

impl ChangeForm {
    /// The changes of a difference.
    pub fn all(found: &Diff, lang: Lang) -> Vec<Self> {
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
pub type Title<'t> = &'t dyn Fn(DocumentId) -> String;

impl GroupForm {
    /// The groups of a difference.
    pub fn all(found: &Diff, before: Title<'_>, after: Title<'_>, lang: Lang) -> Vec<Self> {
        found.groups.iter().map(|group| GroupForm::new(group, before, after, lang)).collect()
    }

    /// One group.
    pub fn new(group: &Group, before: Title<'_>, after: Title<'_>, lang: Lang) -> Self {
        let statements = |title: Title<'_>, all: &[StatementRef]| {
            let form =
                |at: &StatementRef| StatementForm { document: title(at.document), statement: at.statement };
            all.iter().map(form).collect()
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
}

/// A condition as one line.
pub(crate) fn condition(condition: &Condition) -> String {
    format!("{} {}: {}", condition.operator, condition.key, condition.values.join(", "))
}
