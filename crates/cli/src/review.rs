//! `ramplay review`: what a change of a scenario's policies means.

pub(crate) mod args;
mod form;

use std::io::Write as _;

use ramplay_analysis::{Catalogue, Relation};
use ramplay_review::{Exact, Finding, Review, Way, exact, markdown, review};
use ramplay_text::Lang;

use self::args::{FailOnReview, ReviewArgs, ReviewFormat};
use crate::Done;
use crate::io_error::Failure;

pub(crate) fn run(args: &ReviewArgs) -> Done {
    let lang: Lang = args.lang.into();
    let Some(mut scenario) = crate::link::given(&args.scenario, lang)? else { return Ok(false) };
    if let Some(base) = &args.base {
        let Some(base) = crate::link::given(base, lang)? else { return Ok(false) };
        scenario.base = Some(base.policies);
    }
    let Some(found) = review(&scenario) else {
        anstream::eprintln!(
            "{}",
            match lang {
                Lang::En => "error: the scenario has no base to compare with: give one with `--base`",
                Lang::Zh => "错误：场景没有可供比较的基准版本：请使用 `--base` 指定",
            }
        );
        return Ok(false);
    };
    let catalogue = Catalogue::of_flink();
    let exact = exact(&scenario, args.budget, Some(&catalogue));
    let mut out = anstream::stdout().lock();
    let written = match args.format {
        ReviewFormat::Markdown => write!(out, "{}", markdown(&scenario, &found, &exact, lang)),
        ReviewFormat::Text => write!(out, "{}", form::text(&scenario, &found, &exact, lang)),
        ReviewFormat::Json => writeln!(out, "{:#}", form::json(&scenario, &found, &exact, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    Ok(!fails(args.fail_on, &found, &exact))
}

fn fails(on: FailOnReview, found: &Review, exact: &[Exact]) -> bool {
    let any = |test: &dyn Fn(&ramplay_analysis::Diff) -> bool| {
        exact.iter().any(|one| match &one.found {
            Finding::Diff(diff) => diff.relation == Relation::Undecided || test(diff),
            Finding::Withheld => true,
        })
    };
    let newly = || found.count(Way::NewlyAllowed) > 0 || !found.rows(Way::NewlyAllowed).is_empty();
    match on {
        FailOnReview::Never => false,
        FailOnReview::Any => !found.changes_nothing() || any(&|diff| !diff.changes.is_empty()),
        FailOnReview::NewAccess => newly() || any(&ramplay_analysis::Diff::gives_access),
    }
}
