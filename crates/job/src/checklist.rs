//! The steps of the guide, filled with the names of a job.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use ramplay_sql::{Place, Script, VariableKind, rewrite_all};

use crate::job::Job;
use crate::least::Generated;

/// A step from a job with keys in plain text, or without a user, to a safe one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Todo {
    /// Create the RAM user, for calls of APIs only.
    CreateUser {
        /// Its name.
        user: String,
    },
    /// Create a policy.
    CreatePolicy {
        /// Its name.
        policy: String,
        /// The place of its text in [`Generated::documents`].
        document: usize,
    },
    /// Attach the policy to the user.
    AttachPolicy {
        /// The policy.
        policy: String,
        /// The user.
        user: String,
    },
    /// Create an AccessKey pair for the user.
    CreateAccessKey {
        /// The user.
        user: String,
    },
    /// Create variables of the namespace.
    CreateVariables {
        /// Their names.
        names: Vec<String>,
    },
    /// Write variables in the place of credentials.
    ReplaceCredentials {
        /// How many credentials stand in plain text.
        credentials: usize,
    },
    /// Rotate the keys that stood in plain text.
    RotateKeys,
}

/// What there is to do for a job, in order. `policy` names its policy; further parts get a number.
pub fn checklist(script: &Script, job: &Job<'_>, generated: &Generated, policy: &str) -> Vec<Todo> {
    checklist_of(&[script], job, generated, policy)
}

/// What there is to do for jobs that share a RAM user and its policy, in order.
pub fn checklist_of(scripts: &[&Script], job: &Job<'_>, generated: &Generated, policy: &str) -> Vec<Todo> {
    let user = &job.user;
    let mut todo = vec![Todo::CreateUser { user: user.clone() }];
    for document in 0..generated.documents.len() {
        let policy = part_name(policy, document);
        todo.push(Todo::CreatePolicy { policy: policy.clone(), document });
        todo.push(Todo::AttachPolicy { policy, user: user.clone() });
    }
    todo.push(Todo::CreateAccessKey { user: user.clone() });

    let defined: BTreeSet<&str> = job.defined.iter().flatten().map(|one| one.name.as_str()).collect();
    let mut names: BTreeSet<String> = BTreeSet::new();
    for script in scripts {
        let live = script.variables.iter().filter(|one| one.place != Place::Comment);
        let missing =
            live.filter(|one| one.kind == VariableKind::Namespace && !defined.contains(one.name.as_str()));
        names.extend(missing.map(|one| one.name.to_string()));
    }
    let new = rewrite_all(scripts, job.defined.as_deref().unwrap_or_default()).into_iter();
    names.extend(new.flat_map(|rewritten| rewritten.variables).map(|variable| variable.name));
    if !names.is_empty() {
        todo.push(Todo::CreateVariables { names: names.into_iter().collect() });
    }
    let credentials = scripts.iter().map(|script| script.credentials.len()).sum();
    if credentials > 0 {
        todo.push(Todo::ReplaceCredentials { credentials });
        todo.push(Todo::RotateKeys);
    }
    todo
}

/// The name of a part of a policy: the first has the name itself.
pub fn part_name(policy: &str, document: usize) -> String {
    if document == 0 { policy.to_owned() } else { format!("{policy}-{}", document + 1) }
}

impl Todo {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Todo::CreateUser { .. } => "create-user",
            Todo::CreatePolicy { .. } => "create-policy",
            Todo::AttachPolicy { .. } => "attach-policy",
            Todo::CreateAccessKey { .. } => "create-access-key",
            Todo::CreateVariables { .. } => "create-variables",
            Todo::ReplaceCredentials { .. } => "replace-credentials",
            Todo::RotateKeys => "rotate-keys",
        }
    }

    /// The call of the `aliyun` command line tool; none for what is done in the Development Console. The
    /// text of a policy is read from `<policy>.json`.
    pub fn command(&self) -> Option<String> {
        self.command_reading(|policy| format!("{policy}.json"))
    }

    /// The same, with the text of a policy read from the file that `path` gives for its name.
    pub fn command_reading(&self, path: impl FnOnce(&str) -> String) -> Option<String> {
        Some(match self {
            Todo::CreateUser { user } => format!("aliyun ram CreateUser --UserName {}", quoted(user)),
            Todo::CreatePolicy { policy, .. } => format!(
                "aliyun ram CreatePolicy --PolicyName {} --PolicyDocument \"$(cat {})\"",
                quoted(policy),
                quoted(&path(policy))
            ),
            Todo::AttachPolicy { policy, user } => format!(
                "aliyun ram AttachPolicyToUser --PolicyType Custom --PolicyName {} --UserName {}",
                quoted(policy),
                quoted(user)
            ),
            Todo::CreateAccessKey { user } => {
                format!("aliyun ram CreateAccessKey --UserName {}", quoted(user))
            }
            Todo::CreateVariables { .. } | Todo::ReplaceCredentials { .. } | Todo::RotateKeys => return None,
        })
    }
}

/// A word for a shell.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.@/".contains(c);
    if !word.is_empty() && !word.starts_with('-') && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// User, policies and attachments as Terraform. The AccessKey pair is left out: it would stand in the state
/// file in plain text.
pub fn terraform(job: &Job<'_>, generated: &Generated, policy: &str) -> String {
    let mut out = format!("resource \"alicloud_ram_user\" \"job\" {{\n  name = {}\n}}\n", literal(&job.user));
    for (place, document) in generated.documents.iter().enumerate() {
        let label = part_name("job", place);
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "\nresource \"alicloud_ram_policy\" \"{label}\" {{\n  policy_name     = {}\n  \
             policy_document = <<-EOF\n{}\nEOF\n}}\n\n\
             resource \"alicloud_ram_user_policy_attachment\" \"{label}\" {{\n  \
             policy_name = alicloud_ram_policy.{label}.policy_name\n  \
             policy_type = alicloud_ram_policy.{label}.type\n  \
             user_name   = alicloud_ram_user.job.name\n}}\n",
            literal(&part_name(policy, place)),
            document.text
        );
    }
    out
}

/// A string of Terraform.
fn literal(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace('"', "\\\"").replace('\n', r"\n");
    format!("\"{}\"", escaped.replace("${", "$${").replace("%{", "%%{"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted() {
        assert_eq!(quoted("flink-job@a.b"), "flink-job@a.b");
        assert_eq!(quoted("it's; rm"), r"'it'\''s; rm'");
        assert_eq!(quoted("--x"), "'--x'");
        assert_eq!(quoted(""), "''");
        assert_eq!(literal("a\"${b}"), r#""a\"$${b}""#);
    }
}
