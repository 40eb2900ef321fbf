//! What can be said on the command line.

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Parser, Subcommand, ValueEnum};
use ramplay_policy::PolicyKind;

use crate::lang::LangArg;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// RAM policies of Alibaba Cloud on the command line
#[derive(Debug, Parser)]
#[command(name = "ramplay", version, styles = STYLES, max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  ramplay check policy.json                 what is wrong with a policy, and what is worth knowing
  ramplay check --format sarif policies/    the same for a code-scanning service
  ramplay evaluate cases.jsonl              one decision for each line
  ramplay access scenario.json              who reaches which console, and what is allowed there
  ramplay job job.sql --policy policy.json  what a Flink SQL job needs, and whether its RAM user may
  ramplay diff old.json new.json            what a change of a policy allows or denies, exactly
  ramplay repair case.json                  the smallest changes that allow a request, and what else each allows
  ramplay who-can policy.json               all that is allowed, or whether anything of a kind is
  ramplay dead policy.json                  parts that can be taken out without changing any answer
  ramplay tighten policy.json --needs FILE  the smallest policy for what is needed, beside today's
  ramplay explain-denial error.txt --policy policy.json   whether policies explain a real denial
  ramplay link encode scenario.json         a short link of a whole scenario, and back
  ramplay embed scenario.json               a tag that shows a scenario in another page
  ramplay test scenario.json --expect FILE  whether a scenario does what is expected of it

Nothing is sent anywhere. Exit status: 0 all well, 1 something was found, 2 the call failed.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Evaluate(EvaluateArgs),
    Check(CheckArgs),
    Access(AccessArgs),
    Job(JobArgs),
    Diff(crate::diff::DiffArgs),
    Repair(crate::repair::RepairArgs),
    WhoCan(crate::who_can::WhoCanArgs),
    Tighten(crate::tighten::TightenArgs),
    Dead(crate::dead::DeadArgs),
    ExplainDenial(crate::explain_denial::ExplainDenialArgs),
    Embed(crate::embed::EmbedArgs),
    Link(crate::link::args::LinkArgs),
    Test(crate::test::args::TestArgs),
    Review(crate::review::args::ReviewArgs),
    /// Print a completion script for a shell
    #[command(
        after_help = "Example:\n  ramplay completions bash > ~/.local/share/bash-completion/completions/ramplay"
    )]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Decide cases: JSON objects, one a line, with policies and a request
///
/// Writes one line of JSON for each line, in the order of the input. A line that is no case gives a line with
/// its number and an error, and the run goes on.
#[derive(Debug, clap::Args)]
#[command(after_help = EVALUATE_EXAMPLES)]
pub(crate) struct EvaluateArgs {
    /// A file of cases; `-` or nothing: standard input
    #[arg(default_value = "-")]
    pub(crate) file: PathBuf,
    /// Add the trail: every layer and statement, why it applies or not, and sentences
    #[arg(long)]
    pub(crate) explain: bool,
    /// Only cases with `expected` that turn out otherwise; exit status 1 if there are any
    #[arg(long)]
    pub(crate) test: bool,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
    /// Threads; 0: as many as there are cores
    #[arg(long, default_value_t = 0)]
    pub(crate) threads: usize,
}

const EVALUATE_EXAMPLES: &str = r#"Examples:
  ramplay evaluate < cases.jsonl | jq 'select(.decision != "allow")'
  ramplay evaluate --explain cases.jsonl
  ramplay evaluate --test cases.jsonl

A case (on one line):
  {"id": "read", "policies": [{"layer": "identity", "policy": {"Version": "1", "Statement": [
     {"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}]}}, {"layer": "control", "unknown": true}],
   "request": {"principal": "acs:ram::1000000000000001:user/alice", "principal_type": "ram_user",
     "principal_account": "1000000000000001", "action": "log:GetLogStore", "resource": "acs:log:…",
     "resource_account": "1000000000000001", "context": {"acs:SourceIp": "203.0.113.7"}}}

Layers: control, session, identity, resource, trust. In place of `policy`, `"unknown": true` says that
policies may be there that you cannot see; the answer is then exact about what it depends on."#;

/// List findings of policy documents, with the source underlined
///
/// Reads what people paste, too: comments, escaped documents, answers of the aliyun CLI, Terraform. It says
/// what it recognised and checks the repaired document.
#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArgs {
    /// Files or folders; a folder stands for its `.json` files; `-`: standard input
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// What the documents are attached as; without it, what they look like
    #[arg(long, value_enum)]
    pub(crate) kind: Option<KindArg>,
    /// The account that the policies belong to
    #[arg(long, value_name = "UID")]
    pub(crate) account: Option<String>,
    /// How findings are written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: CheckFormat,
    /// The least class that makes the exit status 1
    #[arg(long, value_enum, default_value = "error", value_name = "CLASS")]
    pub(crate) fail_on: ClassArg,
    /// The language of messages
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  ramplay check policy.json
  ramplay check --kind trust --account 1000000000000001 role/*.json
  ramplay check --fail-on suggestion --format sarif policies/ > findings.sarif
  aliyun ram GetPolicyVersion --PolicyName p --VersionId v1 --PolicyType Custom | ramplay check -";

/// Answer a whole scenario: who reaches which console, what is allowed there and on the Logstore, and why
#[derive(Debug, clap::Args)]
#[command(after_help = ACCESS_EXAMPLES)]
pub(crate) struct AccessArgs {
    /// A scenario as the page stores it; `-`: standard input
    pub(crate) scenario: PathBuf,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: AccessFormat,
    /// The language of words and sentences
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

const ACCESS_EXAMPLES: &str = r#"Examples:
  ramplay access scenario.json
  ramplay access --format json scenario.json | jq .consoles

The least scenario:
  {"version": 1, "logon": "ram_user.same_account",
   "policies": [{"attach": "identity", "system": "AliyunStreamReadOnlyAccess"}]}"#;

/// Say what Flink SQL jobs need, whether their RAM user may, and the least policy for them
///
/// For every table: its connector and role, the permissions of each step, and whether the given policies allow
/// them. Also: credentials in plain text, variables that are not defined, and the smallest policy that allows
/// everything used and nothing else. Secrets are masked in all that is written.
#[derive(Debug, clap::Args)]
#[command(after_help = JOB_EXAMPLES)]
pub(crate) struct JobArgs {
    /// Drafts in SQL or data-ingestion YAML; a folder stands for its `.sql` files; `-`: standard input
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// A policy of the job's RAM user, in any form that is pasted; without one, verdicts depend
    #[arg(long = "policy", value_name = "FILE", num_args = 1..)]
    pub(crate) policies: Vec<PathBuf>,
    /// The account that the RAM user belongs to
    #[arg(long, value_name = "UID", value_parser = uid)]
    pub(crate) account: Option<String>,
    /// The account that owns what the job accesses, if it is another one
    #[arg(long, value_name = "UID", value_parser = uid)]
    pub(crate) resource_account: Option<String>,
    /// The name of the RAM user
    #[arg(long, value_name = "NAME", default_value = "job")]
    pub(crate) user: String,
    /// The names of the variables that are defined, one a line: `name` of the namespace, `${name}` of the
    /// deployment
    #[arg(long, value_name = "FILE")]
    pub(crate) variables: Option<PathBuf>,
    /// What to read in the place of `${NAME}` or `<NAME>`
    #[arg(long = "bind", value_name = "NAME=VALUE", value_parser = binding)]
    pub(crate) bindings: Vec<(String, String)>,
    /// What may be so and the SQL does not tell
    #[arg(long, value_enum, value_name = "WHAT", num_args = 1.., default_value = "group-missing")]
    pub(crate) assume: Vec<AssumeArg>,
    /// Write the least policy to this file; further parts beside it
    #[arg(long, value_name = "FILE")]
    pub(crate) write_policy: Option<PathBuf>,
    /// Add the steps to a job with a RAM user of its own, with commands for `aliyun`; JSON always has them
    #[arg(long)]
    pub(crate) steps: bool,
    /// Write RAM user, policies and attachments as Terraform to this file; `-`: to standard output, in the
    /// place of the answer
    #[arg(long, value_name = "FILE")]
    pub(crate) terraform: Option<PathBuf>,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: AccessFormat,
    /// The language of words and sentences
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

const JOB_EXAMPLES: &str = "\
Examples:
  ramplay job job.sql
  ramplay job job.sql --policy policy.json --account 1000000000000001
  ramplay job jobs/ --policy read.json write.json --variables names.txt --format json
  ramplay job job.sql --bind 'Project name=web' --bind 'logstore=access' --write-policy least.json --steps
  ramplay job job.sql --account 1000000000000001 --user flink-job --terraform - > main.tf
  aliyun ram GetPolicyVersion --PolicyName p --VersionId v1 --PolicyType Custom > p.json
  ramplay job job.sql --policy p.json --assume nothing

Exit status 1: a step is denied, a credential is in plain text, a variable is not defined, or a draft, table or
policy is broken. Without `--variables`, nothing is said of undefined ones.";

/// An account id: it goes into policies, where anything else would mean something.
pub(crate) fn uid(text: &str) -> Result<String, String> {
    let is_uid = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_uid { Ok(text.to_owned()) } else { Err("an account id has only digits".to_owned()) }
}

fn binding(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => Ok((name.trim().to_owned(), value.to_owned())),
        _ => Err("write NAME=VALUE".to_owned()),
    }
}

/// What may be so and the SQL does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AssumeArg {
    /// Nothing: groups and tables exist
    Nothing,
    /// The consumer group does not exist yet
    GroupMissing,
    /// The consumer group exists with another timeout or order
    GroupDiffers,
    /// The table does not exist yet, or its columns change
    TableMissing,
    /// Several Logstores are read by a pattern
    LogstorePattern,
    /// The instance asks clients to log on
    LogonRequired,
}

/// What a document is attached as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindArg {
    /// A permission policy of a RAM user, group or role
    Identity,
    /// A control policy of a Resource Directory
    Control,
    /// A session policy
    Session,
    /// The trust policy of a RAM role
    Trust,
    /// A resource-based policy: OSS bucket policy, SLS project policy
    Resource,
}

impl From<KindArg> for PolicyKind {
    fn from(arg: KindArg) -> Self {
        match arg {
            KindArg::Identity => PolicyKind::Identity,
            KindArg::Control => PolicyKind::Control,
            KindArg::Session => PolicyKind::Session,
            KindArg::Trust => PolicyKind::Trust,
            KindArg::Resource => PolicyKind::Resource,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people, with the source underlined
    Text,
    /// One JSON object with every file and finding
    Json,
    /// SARIF 2.1.0, which code-scanning services read
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AccessFormat {
    /// Tables for people
    Table,
    /// One JSON object
    Json,
}

/// A class of findings, from the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum ClassArg {
    Error,
    SecurityWarning,
    GeneralWarning,
    Suggestion,
    /// Findings never change the exit status
    Never,
}
