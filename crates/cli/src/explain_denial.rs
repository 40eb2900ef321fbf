//! `ramplay explain-denial`: what a service denied, whether policies explain it, and what would repair it.

mod args;

use std::fmt::{self, Write as _};
use std::io::{self, Write as _};

use ramplay_analysis::Goal;
use ramplay_denial::{Explained, MAX_BYTES, explain, read, sentence};
use ramplay_policy::{Request, sentence as engine};
use ramplay_text::{Lang, Lines};
use serde::Serialize;

pub(crate) use self::args::ExplainDenialArgs;
use crate::Done;
use crate::asking::{AskingArgs, check, unreadable};
use crate::changes::{RequestForm, request as said};
use crate::files;
use crate::given::Given;
use crate::io_error::Failure;
use crate::repair::{RepairFormat, RepairsForm, Work, find, text as repairs_text};

#[derive(Serialize)]
struct DenialsForm {
    denials: Vec<DenialForm>,
}

#[derive(Serialize)]
struct DenialForm {
    request: RequestForm,
    /// `explained`, `other-reason`, `not-explained` or `depends`.
    explained: &'static str,
    says: String,
    /// What settled it, in one sentence.
    because: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repairs: Option<RepairsForm>,
}

pub(crate) fn run(args: &ExplainDenialArgs) -> Done {
    let lang: Lang = args.lang.into();
    let name = files::name(&args.file);
    let bad = |why: &str| Failure::reading(&name, io::Error::new(io::ErrorKind::InvalidData, why.to_owned()));
    let Some(text) = files::read(&args.file, MAX_BYTES)? else {
        return Err(bad(&format!("it is longer than {MAX_BYTES} bytes")));
    };
    let found = read(&text);
    let lines = Lines::new(&text);
    for problem in &found.problems {
        // The resource can be said beside the text.
        if problem.kind == ramplay_denial::ProblemKind::NoResource && args.resource.is_some() {
            continue;
        }
        let at = lines.position(problem.span.start);
        let (says, help) = (sentence::problem(&problem.kind, lang), sentence::help(&problem.kind, lang));
        anstream::eprintln!("{name}:{}:{}: {says} ({help})", at.line, at.column);
    }
    if found.denials.is_empty() {
        return Err(bad("there is no denial in it"));
    }
    let given = Given::read_all(&args.policies, args.kind.map(Into::into), lang)?;
    let mut form = DenialsForm { denials: Vec::new() };
    for denial in &found.denials {
        let Some(request) = denial.request(&base(args, &given)) else {
            return Err(bad("the denied resource is not named; say it with `--resource`"));
        };
        form.denials.push(answer(args, &given, denial, &request, lang)?);
    }
    let mut out = anstream::stdout().lock();
    let written = match args.format {
        RepairFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &form).map_err(Into::into).and_then(|()| writeln!(out))
        }
        RepairFormat::Text => write!(out, "{}", text_of(&form, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    Ok(form.denials.iter().all(|denial| denial.explained == "explained"))
}

/// What the text of a denial does not tell.
fn base(args: &ExplainDenialArgs, given: &Given) -> Request {
    let asking = AskingArgs {
        policies: Vec::new(),
        kind: None,
        principal: args.principal.clone(),
        resource_account: None,
        context: args.context.clone(),
    };
    let mut base = asking.base(given.base());
    base.checks = args.resource.iter().map(|resource| check("", resource)).collect();
    base
}

fn answer(
    args: &ExplainDenialArgs,
    given: &Given,
    denial: &ramplay_denial::Denial,
    request: &Request,
    lang: Lang,
) -> Result<DenialForm, Failure> {
    let prepared = given.prepared();
    let set = given.set(prepared.as_ref())?;
    let (explained, evaluation) =
        explain(&set, denial, request).map_err(|problem| unreadable(&problem, lang))?;
    let traces = request.checks.iter().zip(&evaluation.checks);
    let mut because =
        traces.map(|(check, trace)| engine::outcome(trace, check, &request.directory_path, lang));
    let is_denied = !matches!(explained, Explained::No { .. });
    let repairs = if is_denied && args.most > 0 {
        let work = Work { steps: args.budget, most: args.most, has_system: true };
        let found = find(given, request, Goal::Allow, work, lang)?;
        Some(RepairsForm::new(given, request, &found, lang))
    } else {
        None
    };
    Ok(DenialForm {
        request: RequestForm::new(request),
        explained: explained.code(),
        says: sentence::explained(&explained, lang),
        because: because.next(),
        repairs,
    })
}

fn text_of(form: &DenialsForm, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_text(&mut out, form, lang);
    out
}

fn write_text(out: &mut String, form: &DenialsForm, lang: Lang) -> fmt::Result {
    for (number, denial) in form.denials.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", said(&denial.request, lang))?;
        writeln!(out, "{}", denial.says)?;
        if let Some(because) = &denial.because {
            writeln!(out, "{because}")?;
        }
        if let Some(repairs) = &denial.repairs {
            write!(out, "\n{}", repairs_text(repairs, lang))?;
        }
    }
    Ok(())
}
