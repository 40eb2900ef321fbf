//! What is known about a job beside its SQL.

use std::collections::{BTreeMap, BTreeSet};

use ramplay_flink::Circumstance;
use ramplay_policy::{Check, ContextMap, PolicySet, Principal, Request};
use ramplay_sql::Defined;

/// Stands in for an account that was not given. It appears in no answer.
pub(crate) const STAND_IN: &str = "0000000000000000";

/// What is known about a job beside its SQL: whose AccessKey pair it uses, and what that user may.
#[derive(Debug, Clone)]
pub struct Job<'a> {
    /// The id of the account that the job's RAM user belongs to; `None` if it is not known.
    pub account: Option<String>,
    /// The name of the RAM user.
    pub user: String,
    /// The account that owns what the job accesses, if it is another one.
    pub resource_account: Option<String>,
    /// The policies of all layers.
    pub policies: PolicySet<'a>,
    /// The condition keys that requests of the job carry.
    pub context: ContextMap,
    /// When it runs, in ISO 8601.
    pub time: Option<String>,
    /// The resource group that what the job accesses belongs to.
    pub resource_group: Option<String>,
    /// The resource account's place in a resource directory, Root first.
    pub directory_path: Vec<String>,
    /// Whether the RAM user belongs to the directory's management account.
    pub in_management_account: bool,
    /// The variables that are defined; `None` if that is not known.
    pub defined: Option<Vec<Defined>>,
    /// What to put in the place of variables and placeholders of the SQL, by name: `project` for
    /// `${project}`, `Project name` for `<Project name>`, `secret_values.x` or `x` for `${secret_values.x}`.
    pub bindings: BTreeMap<String, String>,
    /// What may be so and the SQL does not tell.
    pub circumstances: BTreeSet<Circumstance>,
}

impl<'a> Job<'a> {
    /// A job of which only the policies are known. Its consumer groups may have to be created, as is so
    /// when it first starts.
    pub fn new(policies: PolicySet<'a>) -> Self {
        Job {
            account: None,
            user: "job".to_owned(),
            resource_account: None,
            policies,
            context: ContextMap::new(),
            time: None,
            resource_group: None,
            directory_path: Vec::new(),
            in_management_account: false,
            defined: None,
            bindings: BTreeMap::new(),
            circumstances: BTreeSet::from([Circumstance::GroupMissing]),
        }
    }

    /// The account that owns what the job accesses.
    pub(crate) fn owner(&self) -> Option<&str> {
        self.resource_account.as_deref().or(self.account.as_deref())
    }

    /// A request of the job's RAM user.
    pub(crate) fn request(&self, checks: Vec<Check>) -> Request {
        Request {
            principal: Principal::ram_user(self.account.as_deref().unwrap_or(STAND_IN), &self.user),
            checks,
            resource_account: self.owner().unwrap_or(STAND_IN).to_owned(),
            resource_group: self.resource_group.clone(),
            context: self.context.clone(),
            time: self.time.clone(),
            directory_path: self.directory_path.clone(),
            in_management_account: self.in_management_account,
        }
    }
}
