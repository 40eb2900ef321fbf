//! `ramplay repair`: the smallest changes that allow a denied request.

mod args;

use ramplay_analysis::{Goal, Repairs};
use ramplay_policy::Request;
use ramplay_questions::{Side, Ways, repair, text};

use self::args::GoalArg;
pub(crate) use self::args::RepairArgs;
use crate::Done;
use crate::asking::check;
use crate::given::Given;
use crate::io_error::Failure;
use crate::out::{unanswered, write};

pub(crate) fn run(args: &RepairArgs) -> Done {
    let lang = args.out.lang();
    let given = Given::read_all(&args.asking.policies, args.asking.who.kind.map(Into::into), lang)?;
    let prepared = given.prepared();
    let mut side = given.side(prepared.as_ref(), args.asking.who.principal())?;
    args.asking.add_to(&mut side);
    let request = request(args, &side)?;
    let goal = match args.to {
        GoalArg::Allow => Goal::Allow,
        GoalArg::Deny => Goal::Deny,
    };
    let ways = Ways { most: args.most, has_system: !args.no_system };
    let found = repair(&side, &request, goal, ways, &args.out.asking());
    let (form, found) = found.map_err(|why| unanswered(&why, lang))?;
    match args.apply {
        Some(number) => write(&applied(&found, number)?)?,
        None => args.out.write(&form, |written| text::repair(&form, written, lang))?,
    }
    Ok(args.apply.is_some() || form.is_reached())
}

fn request(args: &RepairArgs, side: &Side<'_>) -> Result<Request, Failure> {
    let mut request = side.base.clone();
    match (&args.action, &args.resource) {
        (Some(action), Some(resource)) => request.checks = vec![check(action, resource)],
        (None, None) if !request.checks.is_empty() => {}
        _ => return Err(Failure::call("say `--action` and `--resource`, or give a case with a request")),
    }
    Ok(request)
}

/// The document that a repair edits.
fn applied(found: &Repairs, number: usize) -> Result<String, Failure> {
    let no_such = || Failure::call(&format!("there are {} repairs", found.repairs.len()));
    let repair = number.checked_sub(1).and_then(|at| found.repairs.get(at)).ok_or_else(no_such)?;
    let texts: Vec<&str> = repair.edits.iter().filter_map(|edited| edited.text.as_deref()).collect();
    match texts.as_slice() {
        [one] if repair.edits.len() == 1 => Ok((*one).to_owned()),
        _ => Err(Failure::call("it does not edit exactly one document; `--format json` has all texts")),
    }
}
