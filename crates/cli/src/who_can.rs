//! `ramplay who-can`: what is allowed, and whether anything of a kind is.

mod args;

use ramplay_playground::{MAX_BYTES, Scenario, read_all};
use ramplay_questions::{Side, WhoCan, WhoCanForm, text, who_can};

pub(crate) use self::args::WhoCanArgs;
use crate::Done;
use crate::files;
use crate::given::Given;
use crate::io_error::Failure;
use crate::out::unanswered;

pub(crate) fn run(args: &WhoCanArgs) -> Done {
    let lang = args.out.lang();
    let form = if let Some(scenario) = scenario(args)? {
        let documents = read_all(&scenario, &[]);
        let sides = Side::of_scenario(&scenario, &documents, lang);
        ask(args, sides.map_err(|why| unanswered(&why, lang))?)?
    } else {
        let given = Given::read_all(&args.asking.policies, args.asking.who.kind.map(Into::into), lang)?;
        let prepared = given.prepared();
        ask(args, vec![given.side(prepared.as_ref(), args.asking.who.principal())?])?
    };
    args.out.write(&form, |written| text::who_can(&form, written, lang))?;
    match form.obstacle() {
        Some(why) if !form.is_yes() => Err(Failure::undecided(why.to_owned())),
        _ => Ok(!form.is_yes()),
    }
}

/// The scenario, if the only file is one.
fn scenario(args: &WhoCanArgs) -> Result<Option<Scenario>, Failure> {
    // Standard input can be read once.
    let [path] = args.asking.policies.as_slice() else { return Ok(None) };
    if files::is_stdin(path) {
        return Ok(None);
    }
    let text = files::read(path, MAX_BYTES)?;
    Ok(text.and_then(|text| Scenario::from_json(&text).ok()))
}

fn ask(args: &WhoCanArgs, mut sides: Vec<Side<'_>>) -> Result<WhoCanForm, Failure> {
    for side in &mut sides {
        args.asking.add_to(side);
    }
    let asked = if args.escalations {
        WhoCan::Escalations
    } else if args.questions {
        WhoCan::Named
    } else if args.action.is_empty() && args.resource.is_empty() {
        WhoCan::Everything
    } else {
        WhoCan::Any { actions: args.action.clone(), resources: args.resource.clone() }
    };
    who_can(&sides, &asked, &args.out.asking()).map_err(|why| unanswered(&why, args.out.lang()))
}
