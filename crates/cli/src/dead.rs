//! `ramplay dead`: parts of policies that change no answer.

use ramplay_analysis::{Obstacle, sentence};
use ramplay_questions::{DeadForm, FixedForm, Side, dead, text};

use crate::Done;
use crate::asking::AskingArgs;
use crate::given::Given;
use crate::io_error::Failure;
use crate::out::{OutArgs, unanswered, write};

/// List parts of policies that can be taken out without changing any answer
///
/// Statements, entries of lists, conditions and values, over all policies together: each is taken out, and both are
/// compared exactly. With `--fix`, the text without them.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DeadArgs {
    #[command(flatten)]
    asking: AskingArgs,
    /// Write the document without its dead parts, in the place of the answer
    #[arg(long)]
    fix: bool,
    #[command(flatten)]
    out: OutArgs,
}

const EXAMPLES: &str = "\
Examples:
  ramplay dead policy.json
  ramplay dead policies/*.json              also what another policy of the same identity makes superfluous
  ramplay dead policy.json --fix > smaller.json

Exit status: 0 every part counts, or --fix wrote the document; 1 some can be taken out; 2 not decided, or the call
failed.";

pub(crate) fn run(args: &DeadArgs) -> Done {
    let lang = args.out.lang();
    let given = Given::read_all(&args.asking.policies, args.asking.who.kind.map(Into::into), lang)?;
    let prepared = given.prepared();
    let mut side = given.side(prepared.as_ref(), args.asking.who.principal())?;
    // Those of a case are one example; those of the command line are meant.
    side.forget_circumstances();
    args.asking.add_to(&mut side);
    let form = dead(&side, &args.out.asking()).map_err(|why| unanswered(&why, lang))?;
    if args.fix {
        write(fixed(&form, &side)?)?;
    } else {
        args.out.write(&form, |written| text::dead(&form, written))?;
    }
    if !form.undecided.is_empty() {
        return Err(Failure::undecided(sentence::obstacle(&Obstacle::Budget, lang)));
    }
    Ok(args.fix || form.parts.is_empty())
}

/// The text of the one document that there is.
fn fixed<'f>(form: &'f DeadForm, side: &Side<'f>) -> Result<&'f str, Failure> {
    match (form.fixed.as_slice(), side.texts.as_slice()) {
        ([FixedForm { text: Some(text), .. }], _) => Ok(text),
        ([], [only]) => Ok(only.text),
        _ => Err(Failure::call("it is not one document that is changed; `--format json` has all texts")),
    }
}
