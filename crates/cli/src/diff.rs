//! `ramplay diff`: what changes between two policies.

mod args;
mod form;
mod text;

use std::io::Write as _;

use ramplay_analysis::{Budget, Catalogue, Diff, Frame, Options, diff, principals, sentence};
use ramplay_policy::{PolicySet, Request};
use ramplay_text::Lang;

pub(crate) use self::args::DiffArgs;
use self::args::{DiffFormat, FailOn};
use self::form::DiffForm;
use crate::Done;
use crate::given::Given;
use crate::io_error::Failure;

pub(crate) fn run(args: &DiffArgs) -> Done {
    let lang: Lang = args.lang.into();
    let kind = args.kind.map(Into::into);
    let before = Given::read(&args.before, kind, lang)?;
    let after = Given::read(&args.after, kind, lang)?;
    let (prepared_before, prepared_after) = (before.prepared(), after.prepared());
    let (a, b) = (before.set(prepared_before.as_ref())?, after.set(prepared_after.as_ref())?);
    let base = before.base().or_else(|| after.base());
    let bases = bases(base, [&a, &b], args, lang)?;
    let catalogue = Catalogue::of_flink();
    let options = Options { steps: args.budget, catalogue: Some(&catalogue) };
    let found = diff(&a, &b, &Frame::around(bases), &options)
        .map_err(|problem| Failure::undecided(ramplay_policy::sentence::request_problem(&problem, lang)))?;
    let form = DiffForm::new(&before, &after, &found, lang);
    let mut out = anstream::stdout().lock();
    let written = match args.format {
        DiffFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &form).map_err(Into::into).and_then(|()| writeln!(out))
        }
        DiffFormat::Text => write!(out, "{}", text::text(&form, lang)),
        DiffFormat::Markdown => write!(out, "{}", text::markdown(&form, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    status(&found, args.fail_on, lang)
}

/// Who asks: as a case says, or every class of principals that the policies tell apart.
fn bases(
    base: Option<Request>,
    sets: [&PolicySet<'_>; 2],
    args: &DiffArgs,
    lang: Lang,
) -> Result<Vec<Request>, Failure> {
    if let Some(base) = base {
        return Ok(vec![base]);
    }
    principals(&sets, &args.account, &Budget::default())
        .map_err(|_| Failure::undecided(sentence::obstacle(&ramplay_analysis::Obstacle::Budget, lang)))
}

/// Whether nothing is there that should make the call fail; what cannot be told is a failure of its own.
fn status(found: &Diff, on: FailOn, lang: Lang) -> Done {
    let failed = match on {
        FailOn::Any => !found.changes.is_empty(),
        FailOn::NewAccess => found.gives_access(),
        FailOn::LostAccess => found.takes_access(),
    };
    match found.obstacles.first() {
        Some(obstacle) if !failed || on == FailOn::Any => {
            Err(Failure::undecided(sentence::obstacle(obstacle, lang)))
        }
        _ => Ok(!failed),
    }
}
