//! `ramplay tighten`: the smallest readable policy for what is needed.

mod args;

use std::io;

use ramplay_analysis::{needed, sentence};
use ramplay_questions::{text, tighten};
use ramplay_text::Lines;

pub(crate) use self::args::TightenArgs;
use crate::Done;
use crate::files;
use crate::given::Given;
use crate::io_error::Failure;
use crate::out::{unanswered, write};

/// The longest list of calls that is read, in bytes.
const MAX_BYTES: usize = 1024 * 1024;

pub(crate) fn run(args: &TightenArgs) -> Done {
    let lang = args.out.lang();
    let name = files::name(&args.needs);
    let bad = |why: String| Failure::reading(&name, io::Error::new(io::ErrorKind::InvalidData, why));
    let Some(calls) = files::read(&args.needs, MAX_BYTES)? else {
        return Err(bad(format!("it is longer than {MAX_BYTES} bytes")));
    };
    let calls = match needed(&calls) {
        Ok(calls) => calls,
        Err(problems) => {
            let lines = Lines::new(&calls);
            for problem in &problems {
                let at = lines.position(problem.span.start);
                let says = sentence::need_problem(problem.kind, lang);
                anstream::eprintln!("{name}:{}:{}: {says}", at.line, at.column);
            }
            return Err(bad("there are lines in it that are no calls".to_owned()));
        }
    };
    let given = Given::read_all(&args.asking.policies, args.asking.who.kind.map(Into::into), lang)?;
    let prepared = given.prepared();
    let mut side = given.side(prepared.as_ref(), args.asking.who.principal())?;
    args.asking.add_to(&mut side);
    let form = tighten(&side, &calls, &args.out.asking()).map_err(|why| unanswered(&why, lang))?;
    if args.policy_only {
        write(&(form.policies.join("\n") + "\n"))?;
    } else {
        args.out.write(&form, |written| text::tighten(&form, written, lang))?;
    }
    match form.obstacles.first() {
        Some(obstacle) => Err(Failure::undecided(obstacle.says.clone())),
        None => Ok(form.still_denied.is_empty()),
    }
}
