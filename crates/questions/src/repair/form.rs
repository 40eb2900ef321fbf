//! Repairs as data that serializes.

use ramplay_analysis::{Amendment, Diff, Edited, Goal, Repair, Repairs, sentence};
use ramplay_flink::{Body, catalogue};
use ramplay_policy::{DocumentId, Layer, Request, sentence as engine};
use ramplay_text::Lang;
use serde::Serialize;

use crate::changes::{GroupForm, ObstacleForm, RequestForm};
use crate::side::Side;

/// The answer.
#[derive(Debug, Clone, Serialize)]
pub struct RepairsForm {
    /// `allow` or `deny`.
    pub goal: &'static str,
    /// The answer before.
    pub before: &'static str,
    /// The answer before, in words.
    pub says: &'static str,
    /// What is asked, one for each check.
    pub requests: Vec<RequestForm>,
    /// The repairs, those that change least else first.
    pub repairs: Vec<RepairForm>,
    /// Whether there are more ways than are listed.
    pub more: bool,
}

/// A way to the goal.
#[derive(Debug, Clone, Serialize)]
pub struct RepairForm {
    /// What is changed, one after the other.
    pub steps: Vec<StepForm>,
    /// What becomes of the documents.
    pub documents: Vec<DocumentForm>,
    /// Whether it is proven that nothing else changes.
    pub exact: bool,
    /// Whether everything that else changes was found.
    pub decided: bool,
    /// What else changes, in one sentence.
    pub says: &'static str,
    /// Whether the request is decided so under any conditions; absent: not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unconditional: Option<bool>,
    /// What else changes for the principal.
    pub beyond: ExtraForm,
    /// What changes for others, where the document binds them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others: Option<ExtraForm>,
    /// What unknown policies must still do; each way is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Vec<NeedForm>>,
}

/// A change of one document.
#[derive(Debug, Clone, Serialize)]
pub struct StepForm {
    /// What the document is called.
    pub document: String,
    /// `control`, `session`, `identity`, `resource` or `trust`.
    pub layer: &'static str,
    /// A stable code of the change.
    pub code: &'static str,
    /// The change as an order, in words.
    pub says: String,
    /// Of a system policy: its body is not documented, and ours is a reading of its description.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub assumed: bool,
}

/// What becomes of a document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentForm {
    /// What it is called.
    pub document: String,
    /// Whether it was not there before.
    pub new: bool,
    /// The whole text; absent: no longer attached, or a system policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What is replaced in the text before, in bytes, and with what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<EditForm>,
}

/// A replacement of a part of a text.
#[derive(Debug, Clone, Serialize)]
pub struct EditForm {
    /// First byte of what is replaced.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What takes its place.
    pub text: String,
}

/// What else changes.
#[derive(Debug, Clone, Serialize)]
pub struct ExtraForm {
    /// How the policies after stand to those before; see `DiffForm`.
    pub relation: &'static str,
    /// The changes by the statements that make them.
    pub groups: Vec<GroupForm>,
    /// Whether the groups are all.
    pub groups_complete: bool,
    /// Why not everything is decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub obstacles: Vec<ObstacleForm>,
}

/// What an unknown policy must do.
#[derive(Debug, Clone, Serialize)]
pub struct NeedForm {
    /// The layer, in words.
    pub layer: String,
    /// What its policies must do: `allow` or `not_deny`.
    pub must: &'static str,
}

impl RepairForm {
    /// Whether a step is about a document that was not there before.
    pub(crate) fn is_new(&self, step: &StepForm) -> bool {
        self.documents.iter().any(|document| document.new && document.document == step.document)
    }
}

impl RepairsForm {
    /// Whether the request has the wanted answer already.
    pub fn is_reached(&self) -> bool {
        let is_denied = matches!(self.before, "explicit_deny" | "implicit_deny" | "denied");
        if self.goal == "allow" { self.before == "allow" } else { is_denied }
    }

    pub(crate) fn new(side: &Side<'_>, request: &Request, found: &Repairs, lang: Lang) -> Self {
        let requests = request.checks.iter().map(|check| {
            let one = Request { checks: vec![check.clone()], ..request.clone() };
            RequestForm::new(&one)
        });
        RepairsForm {
            goal: match found.goal {
                Goal::Allow => "allow",
                Goal::Deny => "deny",
            },
            before: found.before.code(),
            says: engine::verdict(found.before, lang),
            requests: requests.collect(),
            repairs: found.repairs.iter().map(|one| repair(side, request, one, found.goal, lang)).collect(),
            more: found.is_cut,
        }
    }
}

fn repair(side: &Side<'_>, request: &Request, repair: &Repair, goal: Goal, lang: Lang) -> RepairForm {
    let title = |id: DocumentId| {
        let is_new = repair.edits.iter().any(|edited| edited.document == id && edited.is_new);
        if is_new { crate::words::new_policy(lang).to_owned() } else { side.title(id) }
    };
    let extra = |diff: &Diff| ExtraForm {
        relation: diff.relation.code(),
        groups: GroupForm::all(diff, &title, &title, lang),
        groups_complete: diff.groups_complete,
        obstacles: ObstacleForm::all(diff, lang),
    };
    let steps = repair.steps.iter().map(|step| StepForm {
        document: title(step.document),
        layer: layer(step.layer),
        code: step.amendment.code(),
        says: sentence::amendment(&step.amendment, lang),
        assumed: is_assumed(&step.amendment),
    });
    let document = |edited: &Edited| DocumentForm {
        document: title(edited.document),
        new: edited.is_new,
        text: edited.text.clone(),
        edit: edited.edit.as_ref().map(|edit| EditForm {
            start: edit.span.start,
            end: edit.span.end,
            text: edit.text.clone(),
        }),
    };
    let needs = repair.needs.iter().map(|way| {
        let need = |need: &ramplay_policy::Need| NeedForm {
            layer: engine::layer(need.layer, &request.directory_path, lang),
            must: need.must.code(),
        };
        way.iter().map(need).collect()
    });
    RepairForm {
        steps: steps.collect(),
        documents: repair.edits.iter().map(document).collect(),
        exact: repair.is_exact(goal),
        decided: repair.is_decided(),
        says: sentence::extras(repair, goal, lang),
        unconditional: repair.unconditional,
        beyond: extra(&repair.beyond),
        others: repair.others.as_ref().map(extra),
        needs: needs.collect(),
    }
}

/// Whether a system policy is attached whose body is not documented.
fn is_assumed(amendment: &Amendment) -> bool {
    let Amendment::AttachSystem { name } = amendment else { return false };
    catalogue().system_policies.iter().any(|row| row.name == *name && row.body != Body::Exact)
}

fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Control(_) => "control",
        Layer::Session => "session",
        Layer::IdentityAccount | Layer::IdentityGroup => "identity",
        Layer::Resource => "resource",
        Layer::Trust => "trust",
    }
}
