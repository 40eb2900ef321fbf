//! `ramplay explain-denial`: what a service denied, whether policies explain it, and what would repair it.

mod args;

use std::io;

use ramplay_denial::{MAX_BYTES, ProblemKind, read, sentence};
use ramplay_policy::Request;
use ramplay_questions::{DenialsForm, Side, Ways, explain_denial, text};
use ramplay_text::Lines;

pub(crate) use self::args::ExplainDenialArgs;
use crate::Done;
use crate::asking::check;
use crate::files;
use crate::given::Given;
use crate::io_error::Failure;
use crate::out::unanswered;

pub(crate) fn run(args: &ExplainDenialArgs) -> Done {
    let lang = args.out.lang();
    let name = files::name(&args.file);
    let bad = |why: &str| Failure::reading(&name, io::Error::new(io::ErrorKind::InvalidData, why.to_owned()));
    let Some(denied) = files::read(&args.file, MAX_BYTES)? else {
        return Err(bad(&format!("it is longer than {MAX_BYTES} bytes")));
    };
    let found = read(&denied);
    let lines = Lines::new(&denied);
    for problem in &found.problems {
        // The resource can be said beside the text.
        if problem.kind == ProblemKind::NoResource && args.resource.is_some() {
            continue;
        }
        let at = lines.position(problem.span.start);
        let (says, help) = (sentence::problem(&problem.kind, lang), sentence::help(&problem.kind, lang));
        anstream::eprintln!("{name}:{}:{}: {says} ({help})", at.line, at.column);
    }
    if found.denials.is_empty() {
        return Err(bad("there is no denial in it"));
    }
    let given = Given::read_all(&args.policies, args.who.kind.map(Into::into), lang)?;
    let prepared = given.prepared();
    let side = given.side(prepared.as_ref(), args.who.principal())?;
    let base = base(args, &side);
    let ways = Ways { most: args.most, ..Ways::default() };
    let mut form = DenialsForm::default();
    for denial in &found.denials {
        let Some(request) = denial.request(&base) else {
            return Err(bad("the denied resource is not named; say it with `--resource`"));
        };
        let answer = explain_denial(&side, denial, &request, ways, &args.out.asking());
        form.denials.push(answer.map_err(|why| unanswered(&why, lang))?.0);
    }
    args.out.write(&form, |written| text::denial(&form, written, lang))?;
    Ok(form.denials.iter().all(|denial| denial.explained == "explained"))
}

/// What the text of a denial does not tell.
fn base(args: &ExplainDenialArgs, side: &Side<'_>) -> Request {
    let mut base = side.base.clone();
    args.who.add_to(&mut base);
    base.checks = args.resource.iter().map(|resource| check("", resource)).collect();
    base
}
