//! `ramplay job`: what Flink SQL jobs need, and whether their RAM user may.

mod form;
mod inputs;
mod policies;
mod table;
mod writer;

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use ramplay_flink::Circumstance;
use ramplay_job::{Generated, Job, JobAnswer, analyse, least_policy};
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
        write_policy(path, &generated, lang)?;
    }
    let drafts: Vec<Draft<'_>> =
        scripts.iter().zip(&answers).map(|((name, script), answer)| Draft { name, script, answer }).collect();
    let form = AnswerForm::new(&drafts, &generated, &policies.names, lang);
    let mut out = anstream::stdout().lock();
    let written = match args.format {
        AccessFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &form).map_err(Into::into).and_then(|()| writeln!(out))
        }
        AccessFormat::Table => write!(out, "{}", table::tables(&form, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
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

/// Writes the least policy, one file for each document, and says where.
fn write_policy(path: &Path, generated: &Generated, lang: Lang) -> Result<(), Failure> {
    for (number, document) in (1..).zip(&generated.documents) {
        let path = part(path, number);
        let written = fs::write(&path, format!("{}\n", document.text));
        written.map_err(|cause| {
            Failure::writing(io::Error::new(cause.kind(), format!("{}: {cause}", path.display())))
        })?;
        let path = path.display();
        match lang {
            Lang::En => anstream::eprintln!("the least policy is in `{path}`"),
            Lang::Zh => anstream::eprintln!("最小权限策略已写入 `{path}`"),
        }
    }
    if generated.documents.is_empty() {
        match lang {
            Lang::En => anstream::eprintln!("no policy is needed, so none is written"),
            Lang::Zh => anstream::eprintln!("无需任何策略，因此未写入文件"),
        }
    }
    Ok(())
}

/// The file of a part: `least.json`, `least-2.json`, …
fn part(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}
