//! `ramplay check`: findings of policy documents.

mod inputs;
mod json;
mod report;
mod sarif;
mod text;

use std::io::Write as _;

use ramplay_findings::Class;
use ramplay_text::Lang;

use self::report::{FileReport, Level};
use crate::Done;
use crate::args::{CheckArgs, CheckFormat, ClassArg};
use crate::io_error::Failure;

pub(crate) fn run(args: &CheckArgs) -> Done {
    let lang: Lang = args.lang.into();
    let inputs = inputs::inputs(&args.files)?;
    let kind = args.kind.map(Into::into);
    let mut reports = Vec::with_capacity(inputs.len());
    for input in inputs {
        reports.push(FileReport::new(input, kind, args.account.as_deref(), lang));
    }
    let mut out = anstream::stdout().lock();
    let written = match args.format {
        CheckFormat::Text => {
            reports.iter().try_for_each(|report| write!(out, "{}", text::render(report, lang)))
        }
        CheckFormat::Json => write_json(&mut out, &json::form(&reports, lang)),
        CheckFormat::Sarif => write_json(&mut out, &sarif::form(&reports, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    if args.format == CheckFormat::Text {
        anstream::eprintln!("{}", text::summary(&reports, lang));
    }
    Ok(!reports.iter().any(|report| fails(report, args.fail_on)))
}

fn write_json(out: &mut impl std::io::Write, form: &impl serde::Serialize) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, form)?;
    writeln!(out)
}

/// Whether a file has something at least as grave as this.
fn fails(report: &FileReport, on: ClassArg) -> bool {
    let least = match on {
        ClassArg::Error => Class::Error,
        ClassArg::SecurityWarning => Class::SecurityWarning,
        ClassArg::GeneralWarning => Class::GeneralWarning,
        ClassArg::Suggestion => Class::Suggestion,
        ClassArg::Never => return false,
    };
    report.levels().any(|level| matches!(level, Level::Class(class) if class <= least))
}
