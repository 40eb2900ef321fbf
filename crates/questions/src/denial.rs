//! What a service denied, whether policies explain it, and what would repair it.

use ramplay_analysis::{Goal, Repairs};
use ramplay_denial::{Denial, Explained, ProblemKind, Read, explain, sentence};
use ramplay_policy::{Request, sentence as engine};
use ramplay_text::{Lang, Lines};
use serde::Serialize;

use crate::asking::{Asking, Unanswered};
use crate::changes::{RequestForm, request as said};
use crate::message::FailureForm;
use crate::paper::{Paper, Written};
use crate::repair::{RepairsForm, Ways, repair, write};
use crate::side::Side;

/// What there is to say of the denials of a text.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DenialsForm {
    /// The denials.
    pub denials: Vec<DenialForm>,
}

/// A denial.
#[derive(Debug, Clone, Serialize)]
pub struct DenialForm {
    /// What was denied.
    pub request: RequestForm,
    /// `explained`, `other-reason`, `not-explained` or `depends`.
    pub explained: &'static str,
    /// The same as a sentence.
    pub says: String,
    /// What settled it, in one sentence.
    pub because: Option<String>,
    /// What would allow it, where policies deny it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repairs: Option<RepairsForm>,
}

/// Whether a side's policies explain a denial, and what would repair it, as a form and as it was found. `request` is what [`Denial::request`] makes of
/// it; [`ramplay_denial::read`] reads denials from any text.
///
/// # Errors
/// When a value of the request is not of the type that an operator compares.
pub fn explain_denial(
    side: &Side<'_>,
    denial: &Denial,
    request: &Request,
    ways: Ways,
    asking: &Asking<'_>,
) -> Result<(DenialForm, Option<Repairs>), Unanswered> {
    let lang = asking.lang;
    let (explained, evaluation) = explain(&side.set, denial, request)?;
    let traces = request.checks.iter().zip(&evaluation.checks);
    let mut because =
        traces.map(|(check, trace)| engine::outcome(trace, check, &request.directory_path, lang));
    let is_denied = !matches!(explained, Explained::No { .. });
    let repairs = if is_denied && ways.most > 0 {
        Some(repair(side, request, Goal::Allow, ways, asking)?)
    } else {
        None
    };
    let (repairs, found) = repairs.unzip();
    let form = DenialForm {
        request: RequestForm::new(request),
        explained: explained.code(),
        says: sentence::explained(&explained, lang),
        because: because.next(),
        repairs,
    };
    Ok((form, found))
}

/// What of a text that was read for denials cannot be used. `has_resource`: the resource is said beside the text.
pub fn unread(found: &Read, text: &str, has_resource: bool, lang: Lang) -> Vec<FailureForm> {
    let lines = Lines::new(text);
    let problems = found.problems.iter();
    let problems = problems.filter(|problem| !(has_resource && problem.kind == ProblemKind::NoResource));
    problems
        .map(|problem| FailureForm {
            says: sentence::problem(&problem.kind, lang),
            help: sentence::help(&problem.kind, lang).to_owned(),
            line: Some(lines.position(problem.span.start).line),
        })
        .collect()
}

/// The answer for people.
pub fn text(form: &DenialsForm, written: Written, lang: Lang) -> String {
    let mut paper = Paper::new(written);
    for denial in &form.denials {
        paper.gap();
        paper.heading(said(&denial.request, lang));
        paper.verdict(&denial.says);
        if let Some(because) = &denial.because {
            paper.line(because);
        }
        if let Some(repairs) = &denial.repairs {
            paper.gap();
            write(&mut paper, repairs, lang);
        }
    }
    paper.finish()
}
