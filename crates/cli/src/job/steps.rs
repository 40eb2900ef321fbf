//! The steps of the guide, with the names of the jobs.

use std::path::Path;

use ramplay_job::{Generated, Job, checklist_of, sentence};
use ramplay_text::Lang;

use super::form::{Draft, TodoForm};
use super::out;
use crate::args::JobArgs;

/// What the policy is called where no file gives it a name.
const POLICY: &str = "flink-job";

/// What there is to do for all drafts, which share a RAM user. The policy is called like the file it is
/// `written` to.
pub(super) fn steps(
    drafts: &[Draft<'_>],
    job: &Job<'_>,
    generated: &Generated,
    written: Option<&Path>,
    lang: Lang,
) -> Vec<TodoForm> {
    let scripts: Vec<_> = drafts.iter().map(|draft| draft.script).collect();
    let policy = policy_name(written);
    let file = |part: &str| {
        let number = part.strip_prefix(&*policy).and_then(|rest| rest.strip_prefix('-'));
        let number = number.and_then(|number| number.parse().ok()).unwrap_or(1);
        written.map_or_else(|| format!("{part}.json"), |path| out::part(path, number).display().to_string())
    };
    let form = |todo: ramplay_job::Todo| TodoForm {
        step: todo.code(),
        title: sentence::todo(&todo, lang),
        command: todo.command_reading(file),
    };
    checklist_of(&scripts, job, generated, &policy).into_iter().map(form).collect()
}

/// RAM user, policies and attachments as Terraform.
pub(super) fn terraform(job: &Job<'_>, generated: &Generated, args: &JobArgs) -> String {
    ramplay_job::terraform(job, generated, &policy_name(args.write_policy.as_deref()))
}

/// RAM takes letters, digits and hyphens for the name of a policy.
fn policy_name(written: Option<&Path>) -> String {
    let stem = written.and_then(Path::file_stem).and_then(|stem| stem.to_str());
    let fits = |stem: &&str| stem.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    stem.filter(fits).unwrap_or(POLICY).to_owned()
}
