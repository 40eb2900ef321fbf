//! `ramplay diff`: what changes between two policies.

mod args;

use ramplay_questions::{DiffForm, diff, principal, text};

pub(crate) use self::args::DiffArgs;
use self::args::FailOn;
use crate::Done;
use crate::given::Given;
use crate::io_error::Failure;
use crate::out::unanswered;

pub(crate) fn run(args: &DiffArgs) -> Done {
    let lang = args.out.lang();
    let kind = args.kind.map(Into::into);
    let before = Given::read(&args.before, kind, lang)?;
    let after = Given::read(&args.after, kind, lang)?;
    let (prepared_before, prepared_after) = (before.prepared(), after.prepared());
    let nobody = || principal(&format!("acs:ram::{}:user/user", args.account));
    let a = before.side(prepared_before.as_ref(), nobody())?;
    let b = after.side(prepared_after.as_ref(), nobody())?;
    let form = diff(&a, &b, &args.account, &args.out.asking()).map_err(|why| unanswered(&why, lang))?;
    args.out.write(&form, |written| text::diff(&form, written, lang))?;
    status(&form, args.fail_on)
}

/// Whether nothing is there that should make the call fail; what cannot be told is a failure of its own.
fn status(found: &DiffForm, on: FailOn) -> Done {
    let failed = match on {
        FailOn::Any => !found.changes.is_empty(),
        FailOn::NewAccess => found.new_access,
        FailOn::LostAccess => found.lost_access,
    };
    match found.obstacles.first() {
        Some(obstacle) if !failed || on == FailOn::Any => Err(Failure::undecided(obstacle.says.clone())),
        _ => Ok(!failed),
    }
}
