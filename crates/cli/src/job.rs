//! `ramplay job`: what Flink SQL jobs need, and whether their RAM user may.

mod form;
mod inputs;
mod out;
mod policies;
mod steps;
mod table;
mod writer;

use std::collections::BTreeSet;
use std::io::{self, Write as _};

use ramplay_flink::Circumstance;
use ramplay_job::{Job, JobAnswer, analyse, least_policy};
use ramplay_sql::Script;
use ramplay_text::Lang;

use self::form::{AnswerForm, Draft};
use self::policies::Policies;
use crate::Done;
use crate::args::{AccessFormat, AssumeArg, JobArgs};
use crate::io_error::Failure;

pub(crate) fn run(args: &JobArgs) -> Done {
    let lang: Lang = args.lang.into();
    let inputs = inputs::drafts(&args.files)?;
    let defined = args.variables.as_deref().map(inputs::variables).transpose()?;
    let policies = Policies::read(&args.policies, lang)?;
    let job = Job {
        account: args.account.clone(),
        resource_account: args.resource_account.clone(),
        user: args.user.clone(),
        defined,
        bindings: args.bindings.iter().cloned().collect(),
        circumstances: args.assume.iter().filter_map(|one| circumstance(*one)).collect::<BTreeSet<_>>(),
        ..Job::new(policies.set())
    };
    let scripts: Vec<(String, Script)> =
        inputs.into_iter().map(|input| (input.name, ramplay_sql::read(&input.text))).collect();
    let answers: Vec<JobAnswer> = scripts.iter().map(|(_, script)| analyse(script, &job)).collect();
    let generated = least_policy(&answers.iter().collect::<Vec<_>>());
    if let Some(path) = &args.write_policy {
        out::policy(path, &generated, lang)?;
    }
    let drafts: Vec<Draft<'_>> =
        scripts.iter().zip(&answers).map(|((name, script), answer)| Draft { name, script, answer }).collect();
    let steps = steps::steps(&drafts, &job, &generated, args.write_policy.as_deref(), lang);
    let form = AnswerForm::new(&drafts, &generated, &policies.names, steps, lang);
    let mut out = anstream::stdout().lock();
    let written = match (&args.terraform, args.format) {
        (Some(path), _) if path.as_os_str() == "-" => {
            write!(out, "{}", steps::terraform(&job, &generated, args))
        }
        // As a whole: written piece by piece, a long answer takes longer than it took to find it.
        (_, AccessFormat::Json) => serde_json::to_string_pretty(&form)
            .map_err(Into::into)
            .and_then(|text| writeln!(io::stdout().lock(), "{text}")),
        (_, AccessFormat::Table) => write!(out, "{}", table::tables(&form, args.steps, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    if let Some(path) = args.terraform.as_deref().filter(|path| path.as_os_str() != "-") {
        out::terraform(path, &steps::terraform(&job, &generated, args), lang)?;
    }
    Ok(!form.is_bad() && !policies.has_errors)
}

fn circumstance(arg: AssumeArg) -> Option<Circumstance> {
    Some(match arg {
        AssumeArg::Nothing => return None,
        AssumeArg::GroupMissing => Circumstance::GroupMissing,
        AssumeArg::GroupDiffers => Circumstance::GroupDiffers,
        AssumeArg::TableMissing => Circumstance::TableMissing,
        AssumeArg::LogstorePattern => Circumstance::LogstorePattern,
        AssumeArg::LogonRequired => Circumstance::LogonRequired,
    })
}
