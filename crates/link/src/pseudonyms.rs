//! Other names in place of real ones, the same everywhere, so that a scenario can be shown to others.
//!
//! Replaced are account ids, wherever they stand; the names of users, roles, projects, Logstores, consumer groups,
//! workspaces and namespaces in their fields and in ARNs; ids of resource groups and VPCs; names of policies, drafts,
//! folders and authors of comments. The scenario's own names become those that everybody starts with. A name with wildcards keeps what it
//! says about the scenario's own: `web-*` matches the new name if it matched the old one. Free text loses the
//! scenario's own names only.

mod scan;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use ramplay_policy::Pattern;
use serde_json::Value;

/// What a name is a name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// An Alibaba Cloud account.
    Account,
    /// A RAM user.
    User,
    /// A RAM role.
    Role,
    /// An access configuration of CloudSSO.
    AccessConfiguration,
    /// An SLS project.
    Project,
    /// A Logstore or Metricstore.
    Logstore,
    /// A consumer group.
    ConsumerGroup,
    /// A workspace.
    Workspace,
    /// A namespace.
    Namespace,
    /// A resource group.
    ResourceGroup,
    /// A VPC.
    Vpc,
}

impl NameKind {
    /// What the name of one is that the scenario does not name itself.
    fn other(self, number: usize) -> String {
        let word = match self {
            // 4000000000000004, …: as long as real ones, and none of those that everybody starts with.
            NameKind::Account => return (4_000_000_000_000_003_u64 + number as u64).to_string(),
            NameKind::User => "user",
            NameKind::Role => "role",
            NameKind::AccessConfiguration => "access",
            NameKind::Project => "project",
            NameKind::Logstore => "logstore",
            NameKind::ConsumerGroup => "group",
            NameKind::Workspace => "workspace",
            NameKind::Namespace => "namespace",
            NameKind::ResourceGroup => "rg",
            NameKind::Vpc => "vpc",
        };
        format!("{word}-{number}")
    }
}

/// A name, and what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// What it is a name of.
    pub kind: NameKind,
    /// The real name.
    pub from: String,
    /// The other one.
    pub to: String,
}

/// The fields with the scenario's own names, and the names that everybody starts with.
const OWN: [(&str, NameKind, &str); 12] = [
    ("/identities/account", NameKind::Account, "1000000000000001"),
    ("/identities/other_account", NameKind::Account, "2000000000000002"),
    ("/identities/management_account", NameKind::Account, "3000000000000003"),
    ("/identities/user", NameKind::User, "alice"),
    ("/identities/job_user", NameKind::User, "flink-job"),
    ("/identities/role", NameKind::Role, "flink-ops"),
    ("/identities/access_configuration", NameKind::AccessConfiguration, "FlinkOps"),
    ("/logstore/project", NameKind::Project, "web-project"),
    ("/logstore/name", NameKind::Logstore, "access-log"),
    ("/logstore/consumer_group", NameKind::ConsumerGroup, "flink-group"),
    ("/workspace/instance", NameKind::Workspace, "sc_flinkserverless_public_cn-example"),
    ("/workspace/namespace", NameKind::Namespace, "my-namespace"),
];

/// Real names and their places.
#[derive(Default)]
struct Names {
    given: BTreeMap<(NameKind, String), String>,
    /// The scenario's own, of which free text is cleaned.
    own: Vec<(NameKind, String, String)>,
    others: BTreeMap<NameKind, usize>,
    /// Whether account ids alone are replaced.
    accounts_alone: bool,
}

impl Names {
    fn of(content: &Value, accounts_alone: bool) -> Self {
        let mut names = Names { accounts_alone, ..Names::default() };
        for (pointer, kind, to) in OWN {
            let Some(from) = content.pointer(pointer).and_then(Value::as_str).filter(|from| !from.is_empty())
            else {
                continue;
            };
            if !names.replaces(kind) {
                continue;
            }
            // Of two fields with one name, the first says what it becomes.
            if let Entry::Vacant(free) = names.given.entry((kind, from.to_owned())) {
                free.insert(to.to_owned());
                names.own.push((kind, from.to_owned(), to.to_owned()));
            }
        }
        names
    }

    fn replaces(&self, kind: NameKind) -> bool {
        !self.accounts_alone || kind == NameKind::Account
    }

    /// What stands in the place of a name.
    fn other(&mut self, kind: NameKind, name: &str) -> String {
        if let Some(to) = self.given.get(&(kind, name.to_owned())) {
            return to.clone();
        }
        if is_known_to_all(name) || !self.replaces(kind) {
            return name.to_owned();
        }
        let is_pattern = name.contains(['*', '?']);
        let own = self
            .own
            .iter()
            .find(|(of, from, _)| *of == kind && is_pattern && Pattern::new(name).matches(from));
        let to = match own {
            Some((_, _, to)) => format!("{}*", to.get(..3).unwrap_or_default()),
            None => {
                let number = self.others.entry(kind).or_default();
                *number += 1;
                let to = kind.other(*number);
                if is_pattern { format!("{to}*") } else { to }
            }
        };
        self.given.insert((kind, name.to_owned()), to.clone());
        to
    }
}

/// Names that say nothing about who uses them.
fn is_known_to_all(name: &str) -> bool {
    let folded = name.to_ascii_lowercase();
    name.chars().all(|character| matches!(character, '*' | '?'))
        || name.contains(['$', '{', '<'])
        || folded.starts_with("aliyun")
        || folded == "resourcedirectoryaccountaccessrole"
}

/// The content with other names, and which ones: those that changed, in the order of kinds and names.
pub fn pseudonymised(content: &Value) -> (Value, Vec<Replaced>) {
    renamed(content, false)
}

/// The content with other account ids and the names as they are, and which ids.
pub fn without_accounts(content: &Value) -> (Value, Vec<Replaced>) {
    renamed(content, true)
}

fn renamed(content: &Value, accounts_alone: bool) -> (Value, Vec<Replaced>) {
    let mut names = Names::of(content, accounts_alone);
    let mut new = scan::everywhere(content, &mut names);
    for (pointer, kind, _) in OWN {
        let from = content.pointer(pointer).and_then(Value::as_str).filter(|from| !from.is_empty());
        if let (Some(from), Some(field)) = (from, new.pointer_mut(pointer)) {
            *field = Value::from(names.other(kind, from));
        }
    }
    if let (Some(old), Some(new)) = (lines(content), new.pointer_mut("/assertions/lines")) {
        *new = old.iter().map(|line| scan::subject(line.as_str().unwrap_or_default(), &mut names)).collect();
    }
    if !accounts_alone {
        number(&mut new, &["/policies", "/base"], "name", "policy");
        number(&mut new, &["/jobs/drafts"], "name", "draft");
        number(&mut new, &["/comments"], "author", "person");
        folders(&mut new);
    }
    let changed = names.given.into_iter().filter(|((_, from), to)| from != to);
    (new, changed.map(|((kind, from), to)| Replaced { kind, from, to }).collect())
}

fn lines(content: &Value) -> Option<&Vec<Value>> {
    content.pointer("/assertions/lines")?.as_array()
}

/// Names the parts of lists by their order; what had the same name has the same again, so that a policy is still that
/// of the base.
fn number(content: &mut Value, lists: &[&str], field: &str, word: &str) {
    let mut known: Vec<Value> = Vec::new();
    for list in lists {
        let items = content.pointer_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
        for name in items.filter_map(|item| item.get_mut(field)).filter(|name| name.as_str() != Some("")) {
            let number = known.iter().position(|old| old == name).unwrap_or_else(|| {
                known.push(name.clone());
                known.len() - 1
            });
            *name = Value::from(format!("{word}-{}", number + 1));
        }
    }
}

/// Names the folders of the directory by their places, and what is attached to them.
fn folders(content: &mut Value) {
    let Some(directory) = content.pointer_mut("/directory").and_then(Value::as_array_mut) else { return };
    let common = ["Root", "Production", "member"];
    let last = directory.len().saturating_sub(1);
    let mut renamed: Vec<(Value, Value)> = Vec::new();
    for (place, node) in directory.iter_mut().enumerate() {
        let new = match place {
            _ if common.iter().any(|name| node.as_str() == Some(name)) => continue,
            0 => "Root".to_owned(),
            _ if place == last => "member".to_owned(),
            _ => format!("Folder {place}"),
        };
        renamed.push((std::mem::replace(node, Value::from(new.clone())), Value::from(new)));
    }
    for list in ["/policies", "/base"] {
        let policies = content.pointer_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
        for node in policies.filter_map(|policy| policy.pointer_mut("/attach/control")) {
            if let Some((_, new)) = renamed.iter().find(|(old, _)| old == node) {
                *node = new.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests;
