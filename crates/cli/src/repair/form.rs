//! Repairs as one form, from which text and JSON are written.

use ramplay_analysis::{Amendment, Diff, Edited, Goal, Repair, Repairs, sentence};
use ramplay_flink::{Body, catalogue};
use ramplay_policy::{DocumentId, Layer, Request, sentence as engine};
use ramplay_text::Lang;
use serde::Serialize;

use crate::changes::{GroupForm, ObstacleForm, RequestForm};
use crate::given::Given;

#[derive(Serialize)]
pub(crate) struct RepairsForm {
    /// `allow` or `deny`.
    pub(crate) goal: &'static str,
    /// The answer before.
    pub(crate) before: &'static str,
    pub(crate) says: &'static str,
    /// What is asked, one for each check.
    pub(crate) requests: Vec<RequestForm>,
    pub(crate) repairs: Vec<RepairForm>,
    /// Whether there are more ways than are listed.
    pub(crate) more: bool,
}

#[derive(Serialize)]
pub(crate) struct RepairForm {
    pub(crate) steps: Vec<StepForm>,
    pub(crate) documents: Vec<DocumentForm>,
    /// Whether it is proven that nothing else changes.
    pub(crate) exact: bool,
    pub(crate) decided: bool,
    /// What else changes, in one sentence.
    pub(crate) says: &'static str,
    /// Whether the request is decided so under any conditions; absent: not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unconditional: Option<bool>,
    /// What else changes for the principal.
    pub(crate) beyond: ExtraForm,
    /// What changes for others, where the document binds them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) others: Option<ExtraForm>,
    /// What unknown policies must still do; each way is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) needs: Vec<Vec<NeedForm>>,
}

#[derive(Serialize)]
pub(crate) struct StepForm {
    pub(crate) document: String,
    pub(crate) layer: &'static str,
    pub(crate) code: &'static str,
    pub(crate) says: String,
    /// Of a system policy: its body is not documented, and ours is a reading of its description.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) assumed: bool,
}

#[derive(Serialize)]
pub(crate) struct DocumentForm {
    pub(crate) document: String,
    pub(crate) new: bool,
    /// The whole text; absent: no longer attached, or a system policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<String>,
    /// What is replaced in the text before, in bytes, and with what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) edit: Option<EditForm>,
}

#[derive(Serialize)]
pub(crate) struct EditForm {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) text: String,
}

#[derive(Serialize)]
pub(crate) struct ExtraForm {
    pub(crate) relation: &'static str,
    pub(crate) groups: Vec<GroupForm>,
    pub(crate) groups_complete: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) obstacles: Vec<ObstacleForm>,
}

#[derive(Serialize)]
pub(crate) struct NeedForm {
    pub(crate) layer: String,
    pub(crate) must: &'static str,
}

impl RepairForm {
    /// Whether a step is about a document that was not there before.
    pub(crate) fn is_new(&self, step: &StepForm) -> bool {
        self.documents.iter().any(|document| document.new && document.document == step.document)
    }
}

impl RepairsForm {
    /// Whether the request has the wanted answer already.
    pub(crate) fn is_reached(&self) -> bool {
        let is_denied = matches!(self.before, "explicit_deny" | "implicit_deny" | "denied");
        if self.goal == "allow" { self.before == "allow" } else { is_denied }
    }

    pub(crate) fn new(given: &Given, request: &Request, found: &Repairs, lang: Lang) -> Self {
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
            repairs: found.repairs.iter().map(|one| repair(given, request, one, found.goal, lang)).collect(),
            more: found.is_cut,
        }
    }
}

fn repair(given: &Given, request: &Request, repair: &Repair, goal: Goal, lang: Lang) -> RepairForm {
    let title = |id: DocumentId| {
        let is_new = repair.edits.iter().any(|edited| edited.document == id && edited.is_new);
        match (is_new, lang) {
            (false, _) => given.title(id),
            (true, Lang::En) => "new policy".to_owned(),
            (true, Lang::Zh) => "新策略".to_owned(),
        }
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
