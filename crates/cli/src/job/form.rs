//! The answer as JSON, and what the tables are made of.

use std::collections::{BTreeMap, BTreeSet};

use ramplay_flink::{PolicyDocument, Statement, jobs};
use ramplay_job::{Generated, JobAnswer, Mark, sentence};
use ramplay_sql::Script;
use ramplay_text::Lang;
use serde::Serialize;

use super::writer::Writer;

/// A draft and its answer.
pub(super) struct Draft<'a> {
    pub(super) name: &'a str,
    pub(super) script: &'a Script,
    pub(super) answer: &'a JobAnswer,
}

/// The answer to all drafts.
#[derive(Serialize)]
pub(super) struct AnswerForm {
    pub(super) drafts: Vec<DraftForm>,
    /// The least policy for all of them.
    pub(super) least_policy: Vec<PolicyForm>,
    /// Steps that are not in it, since their resources are not known.
    pub(super) left_out: Vec<String>,
    /// What there is to do, in order: the steps of the guide.
    pub(super) steps: Vec<TodoForm>,
    /// The sources of all steps of tables, by key. A step of a thousand tables is documented once.
    pub(super) sources: BTreeMap<&'static str, SourceForm>,
}

/// Something to do.
#[derive(Serialize)]
pub(super) struct TodoForm {
    pub(super) step: &'static str,
    pub(super) title: String,
    /// How the `aliyun` command line tool does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) command: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DraftForm {
    pub(super) file: String,
    pub(super) tables: Vec<TableForm>,
    /// What is denied.
    pub(super) missing: Vec<MissingForm>,
    /// What closes the gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) closing: Option<ClosingForm>,
    pub(super) credentials: Vec<RemarkForm>,
    pub(super) variables: Vec<RemarkForm>,
    /// What was not understood of the draft.
    pub(super) notes: Vec<RemarkForm>,
}

#[derive(Serialize)]
pub(super) struct TableForm {
    pub(super) name: String,
    #[serde(flatten)]
    pub(super) at: At,
    pub(super) role: &'static str,
    /// What the draft names as its connector, masked.
    pub(super) connector: Option<String>,
    /// What the connector is of.
    pub(super) title: Option<&'static str>,
    /// Who decides about access.
    pub(super) decided_by: Vec<&'static str>,
    /// The same in a sentence.
    pub(super) access: Option<&'static str>,
    pub(super) steps: Vec<StepForm>,
    pub(super) problems: Vec<RemarkForm>,
}

#[derive(Serialize)]
pub(super) struct StepForm {
    pub(super) step: &'static str,
    pub(super) title: &'static str,
    pub(super) role: &'static str,
    /// When it is taken, unless it always is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<String>,
    /// `allow`, `denied`, `depends`, `undecided`, `not_taken` or `not_ram`.
    pub(super) verdict: &'static str,
    #[serde(skip)]
    pub(super) mark: Mark,
    pub(super) checks: Vec<CheckForm>,
    /// Why it cannot be decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) undecided: Vec<String>,
    /// What somebody else than RAM has to grant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grants: Option<&'static str>,
    pub(super) if_denied: DeniedForm,
    /// How sure it is that the step needs this: `stated`, `derived`, `assumed` or `unknown`.
    pub(super) status: &'static str,
    /// Keys of [`AnswerForm::sources`].
    pub(super) sources: Vec<&'static str>,
    /// What sources say otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) other_readings: Vec<&'static str>,
}

#[derive(Serialize)]
pub(super) struct DeniedForm {
    pub(super) severity: &'static str,
    pub(super) text: &'static str,
    pub(super) status: &'static str,
}

#[derive(Serialize)]
pub(super) struct SourceForm {
    pub(super) title: &'static str,
    pub(super) url: Option<&'static str>,
}

/// An action on a resource. `decision` and what follows are there if the engine was asked.
#[derive(Serialize)]
pub(super) struct CheckForm {
    pub(super) action: String,
    pub(super) resource: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) decision: Option<&'static str>,
    /// The statements that decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) deciding: Vec<StatementForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sentence: Option<String>,
}

#[derive(Serialize)]
pub(super) struct StatementForm {
    pub(super) policy: String,
    /// From 1.
    pub(super) statement: u32,
}

#[derive(Serialize)]
pub(super) struct MissingForm {
    pub(super) action: String,
    pub(super) resource: String,
    /// Whether a statement in an identity-based policy helps.
    pub(super) can_be_granted: bool,
    pub(super) sentence: String,
}

#[derive(Serialize)]
pub(super) struct ClosingForm {
    /// One, unless that would join things that have nothing to do with each other.
    pub(super) statements: Vec<Statement>,
    /// Whether they allow nothing more than what is missing.
    pub(super) exact: bool,
    pub(super) sentence: String,
}

/// Something to say about a place of a draft.
#[derive(Serialize)]
pub(super) struct RemarkForm {
    pub(super) code: &'static str,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<At>,
    pub(super) message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) help: Option<String>,
    /// Whether it makes the exit status 1.
    pub(super) is_error: bool,
}

#[derive(Serialize, Clone, Copy)]
pub(super) struct At {
    pub(super) line: u32,
    pub(super) column: u32,
}

#[derive(Serialize)]
pub(super) struct PolicyForm {
    pub(super) document: PolicyDocument,
    #[serde(skip)]
    pub(super) text: String,
    /// For each statement the steps that need it.
    pub(super) why: Vec<Vec<String>>,
}

impl AnswerForm {
    pub(super) fn new(
        drafts: &[Draft<'_>],
        generated: &Generated,
        names: &[String],
        steps: Vec<TodoForm>,
        lang: Lang,
    ) -> Self {
        let why = |at: &ramplay_job::StepAt| {
            let draft = drafts.get(at.answer)?;
            let said = sentence::why(draft.answer, at.subject, at.step, lang)?;
            Some(if drafts.len() > 1 { format!("{}: {said}", draft.name) } else { said })
        };
        let policy = |document: &ramplay_job::GeneratedPolicy| PolicyForm {
            document: document.document.clone(),
            text: document.text.clone(),
            why: document.why.iter().map(|steps| steps.iter().filter_map(why).collect()).collect(),
        };
        let drafts: Vec<DraftForm> =
            drafts.iter().map(|draft| Writer::new(draft, names, lang).draft()).collect();
        let steps_of_tables = drafts.iter().flat_map(|draft| &draft.tables).flat_map(|table| &table.steps);
        let keys: BTreeSet<&'static str> =
            steps_of_tables.flat_map(|step| step.sources.iter().copied()).collect();
        let source = |key: &'static str| {
            let source = jobs().source(key)?;
            Some((key, SourceForm { title: &source.title, url: source.url.as_deref() }))
        };
        AnswerForm {
            sources: keys.into_iter().filter_map(source).collect(),
            least_policy: generated.documents.iter().map(policy).collect(),
            left_out: generated.left_out.iter().filter_map(why).collect(),
            steps,
            drafts,
        }
    }

    /// Whether a step is denied, a credential in plain text, a variable missing, or a draft broken.
    pub(super) fn is_bad(&self) -> bool {
        self.drafts.iter().any(|draft| {
            let tables = draft.tables.iter().flat_map(|table| &table.problems);
            let mut remarks = tables.chain(&draft.credentials).chain(&draft.variables).chain(&draft.notes);
            let steps = draft.tables.iter().flat_map(|table| &table.steps);
            steps.map(|step| step.mark).any(|mark| mark == Mark::Denied)
                || remarks.any(|remark| remark.is_error)
        })
    }
}
