//! What the scenario says.

use serde::Deserialize;

/// The names of a scenario; what is empty is not offered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Facts {
    /// The id of the account that owns the workspace.
    pub account: String,
    /// The ids of other accounts that play a part.
    pub other_accounts: Vec<String>,
    /// The region of the workspace.
    pub region: String,
    /// The id of the workspace.
    pub instance: String,
    /// The namespace.
    pub namespace: String,
    /// The id of the account that owns the project.
    pub project_account: String,
    /// The region of the project.
    pub project_region: String,
    /// The project.
    pub project: String,
    /// The Logstore or Metricstore.
    pub logstore: String,
    /// The consumer group.
    pub consumer_group: String,
    /// The names of RAM users.
    pub users: Vec<String>,
    /// The names of RAM roles.
    pub roles: Vec<String>,
    /// The source IP address of requests.
    pub source_ip: String,
    /// The VPC that requests come from.
    pub source_vpc: String,
    /// The time of requests, ISO 8601.
    pub time: String,
    /// The names of namespace variables that are defined.
    pub variables: Vec<String>,
}

impl Facts {
    /// Every account that is known, each once.
    pub(crate) fn accounts(&self) -> Vec<&str> {
        let mut accounts: Vec<&str> = Vec::new();
        let others = self.other_accounts.iter().map(String::as_str);
        for account in [&*self.account, &*self.project_account].into_iter().chain(others) {
            if !account.is_empty() && !accounts.contains(&account) {
                accounts.push(account);
            }
        }
        accounts
    }
}
