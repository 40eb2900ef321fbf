//! `ramplay repair`: the smallest changes that allow a denied request.

mod args;
mod form;
mod text;

use std::io::{self, Write as _};

use ramplay_analysis::{Catalogue, Goal, Options, RepairOptions, Repairs, repair};
use ramplay_policy::Request;
use ramplay_text::Lang;

use self::args::GoalArg;
pub(crate) use self::args::{RepairArgs, RepairFormat};
pub(crate) use self::form::RepairsForm;
pub(crate) use self::text::text;
use crate::Done;
use crate::asking::{SystemPolicies, check, unreadable};
use crate::given::Given;
use crate::io_error::Failure;

pub(crate) fn run(args: &RepairArgs) -> Done {
    let lang: Lang = args.lang.into();
    let given = Given::read_all(&args.asking.policies, args.asking.kind.map(Into::into), lang)?;
    let request = request(args, &given)?;
    let goal = match args.to {
        GoalArg::Allow => Goal::Allow,
        GoalArg::Deny => Goal::Deny,
    };
    let work = Work { steps: args.budget, most: args.most, has_system: !args.no_system };
    let found = find(&given, &request, goal, work, lang)?;
    let form = RepairsForm::new(&given, &request, &found, lang);
    let mut out = anstream::stdout().lock();
    let written = match (args.apply, args.format) {
        (Some(number), _) => write!(out, "{}", applied(&found, number)?),
        (None, RepairFormat::Json) => {
            serde_json::to_writer_pretty(&mut out, &form).map_err(Into::into).and_then(|()| writeln!(out))
        }
        (None, RepairFormat::Text) => write!(out, "{}", text(&form, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    Ok(args.apply.is_some() || form.is_reached())
}

/// How much may be done.
#[derive(Clone, Copy)]
pub(crate) struct Work {
    pub(crate) steps: u64,
    pub(crate) most: usize,
    pub(crate) has_system: bool,
}

/// Looks for repairs of the policies that were given.
pub(crate) fn find(
    given: &Given,
    request: &Request,
    goal: Goal,
    work: Work,
    lang: Lang,
) -> Result<Repairs, Failure> {
    let prepared = given.prepared();
    let set = given.set(prepared.as_ref())?;
    let texts = given.texts(prepared.as_ref());
    let catalogue = Catalogue::of_flink();
    let system = SystemPolicies::known();
    let system = if work.has_system { system.all() } else { Vec::new() };
    let options = RepairOptions {
        diff: Options { steps: work.steps, catalogue: Some(&catalogue) },
        system: &system,
        most: work.most,
        ..RepairOptions::default()
    };
    repair(&set, &texts, request, goal, &options).map_err(|problem| unreadable(&problem, lang))
}

fn request(args: &RepairArgs, given: &Given) -> Result<Request, Failure> {
    let mut request = args.asking.base(given.base());
    match (&args.action, &args.resource) {
        (Some(action), Some(resource)) => request.checks = vec![check(action, resource)],
        (None, None) if !request.checks.is_empty() => {}
        _ => return Err(Failure::call("say `--action` and `--resource`, or give a case with a request")),
    }
    Ok(request)
}

/// The documents that a repair edits.
fn applied(found: &Repairs, number: usize) -> Result<String, Failure> {
    let no_such = || Failure::call(&format!("there are {} repairs", found.repairs.len()));
    let repair = number.checked_sub(1).and_then(|at| found.repairs.get(at)).ok_or_else(no_such)?;
    let texts: Vec<&str> = repair.edits.iter().filter_map(|edited| edited.text.as_deref()).collect();
    match texts.as_slice() {
        [one] if repair.edits.len() == 1 => Ok((*one).to_owned()),
        _ => {
            let why = "it does not edit exactly one document; `--format json` has all texts";
            Err(Failure::writing(io::Error::other(why)))
        }
    }
}
