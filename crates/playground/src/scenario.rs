//! The scenario: everything that a person enters, in one serializable type.
//!
//! It is stored, shared, tested and printed in this one form. Text that a person typed is kept as it
//! was typed, mistakes included, so that nothing is lost; what is wrong with it is found when it is
//! answered.

use ramplay_flink::{CustomRole, LogonMethod, NamespaceRole, StoreKind};

use crate::assertions::Assertions;
use crate::bounds::{self, MAX_BYTES};
use crate::comment::Comment;
use crate::form::{self, Formed, Versioned};

/// The version of the form that this program writes and reads.
pub const VERSION: u32 = 1;

/// Everything that a person enters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// The form's version, [`VERSION`].
    pub version: u32,
    /// How the person logs on.
    pub logon: LogonMethod,
    /// Accounts and identities.
    pub identities: Identities,
    /// The workspace.
    pub workspace: Workspace,
    /// The role in the namespace; `None` when the person is no member.
    pub member: Option<Member>,
    /// The policies, in the order of the page.
    pub policies: Vec<PolicyEntry>,
    /// The policies as they were before a change that is reviewed; none when nothing is compared.
    pub base: Option<Vec<PolicyEntry>>,
    /// Layers whose policies the person cannot see, beside those that they gave.
    pub unknown: Vec<Hidden>,
    /// The place of the member account in its Resource Directory: `Root` first, the member last.
    pub directory: Vec<String>,
    /// The Logstore.
    pub logstore: Logstore,
    /// Who reads and writes the Logstore.
    pub reader: Reader,
    /// The circumstances of the requests.
    pub circumstances: Circumstances,
    /// Flink SQL jobs.
    pub jobs: Jobs,
    /// What is expected of the answer.
    pub assertions: Assertions,
    /// What people said about it.
    pub comments: Vec<Comment>,
}

/// Accounts and the names of identities. Which of them matter depends on the logon method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identities {
    /// The account that owns the workspace; for Resource Directory and CloudSSO logons, the member.
    pub account: String,
    /// Another Alibaba Cloud account.
    pub other_account: String,
    /// The management account of the Resource Directory.
    pub management_account: String,
    /// The RAM user's name.
    pub user: String,
    /// The RAM role's name.
    pub role: String,
    /// The role that a user of the management account assumes in the member.
    pub member_role: String,
    /// The CloudSSO access configuration's name.
    pub access_configuration: String,
    /// The RAM user whose AccessKey pair the Flink job uses.
    pub job_user: String,
}

impl Default for Identities {
    fn default() -> Self {
        Identities {
            account: "1000000000000001".into(),
            other_account: "2000000000000002".into(),
            management_account: "3000000000000003".into(),
            user: "alice".into(),
            role: "flink-ops".into(),
            member_role: "ResourceDirectoryAccountAccessRole".into(),
            access_configuration: "FlinkOps".into(),
            job_user: "flink-job".into(),
        }
    }
}

/// The workspace of Realtime Compute for Apache Flink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// Its region.
    pub region: String,
    /// Its id.
    pub instance: String,
    /// The namespace.
    pub namespace: String,
}

impl Default for Workspace {
    fn default() -> Self {
        Workspace {
            region: "cn-hangzhou".into(),
            instance: "sc_flinkserverless_public_cn-example".into(),
            namespace: "my-namespace".into(),
        }
    }
}

/// Membership of a namespace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Member {
    /// A system role.
    System(NamespaceRole),
    /// A custom role.
    Custom(CustomRole),
}

/// A policy and where it is attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyEntry {
    /// The name that the person gave it; a system policy has its own.
    pub name: String,
    /// Where it is attached.
    pub attach: Attach,
    /// Its text, or the system policy's name.
    pub body: Body,
}

/// [`PolicyEntry`] as it is written: exactly one of `document` and `system`.
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) attach: Attach,
    pub(crate) document: Option<String>,
    pub(crate) system: Option<String>,
}

impl TryFrom<Entry> for PolicyEntry {
    type Error = &'static str;

    fn try_from(Entry { name, attach, document, system }: Entry) -> Result<Self, Self::Error> {
        let body = match (document, system) {
            (Some(text), None) => Body::Document(text),
            (None, Some(name)) => Body::System(name),
            _ => return Err("a policy has either `document` or `system`"),
        };
        Ok(PolicyEntry { name, attach, body })
    }
}

impl From<PolicyEntry> for Entry {
    fn from(PolicyEntry { name, attach, body }: PolicyEntry) -> Self {
        let (document, system) = match body {
            Body::Document(text) => (Some(text), None),
            Body::System(name) => (None, Some(name)),
        };
        Entry { name, attach, document, system }
    }
}

/// Where a policy is attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attach {
    /// To the identity that opens the consoles, with account scope.
    Identity,
    /// To that identity, with the scope of this resource group.
    Group(String),
    /// Given as the session policy when the role is assumed.
    Session,
    /// The trust policy of the role.
    Trust,
    /// To the RAM user that assumes the role.
    Caller,
    /// To this node of the Resource Directory, as a control policy.
    Control(String),
    /// The SLS project's project policy.
    Project,
    /// To the RAM user whose AccessKey pair the Flink job uses.
    Job,
}

/// A place whose policies are not all known; the same places as [`Attach`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hidden {
    /// The identity that opens the consoles, account scope.
    Identity,
    /// That identity, scope of the resource group.
    Group,
    /// The session policy.
    Session,
    /// The trust policy of the role.
    Trust,
    /// The RAM user that assumes the role.
    Caller,
    /// The Resource Directory's control policies.
    Control,
    /// The SLS project's project policy.
    Project,
    /// The RAM user whose AccessKey pair the Flink job uses.
    Job,
}

impl Hidden {
    /// Every place, in the order of the page.
    pub const ALL: [Hidden; 8] = [
        Hidden::Identity,
        Hidden::Group,
        Hidden::Session,
        Hidden::Control,
        Hidden::Caller,
        Hidden::Trust,
        Hidden::Project,
        Hidden::Job,
    ];

    /// Whether policies there can count for this scenario.
    pub fn counts(self, scenario: &Scenario) -> bool {
        let method = scenario.logon;
        match self {
            Hidden::Identity | Hidden::Group => !method.is_root(),
            Hidden::Session | Hidden::Trust | Hidden::Caller => method.assumes_role(),
            Hidden::Control => method.is_member(),
            Hidden::Project => true,
            Hidden::Job => scenario.asks_for_job_user(),
        }
    }
}

/// A policy's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Pasted text.
    Document(String),
    /// A system policy, by name.
    System(String),
}

/// The Logstore that is read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logstore {
    /// The account that owns the project; empty when it is the workspace's.
    pub account: String,
    /// The project's region.
    pub region: String,
    /// The project.
    pub project: String,
    /// The Logstore or Metricstore.
    pub name: String,
    /// Which of the two.
    pub kind: StoreKind,
    /// The consumer group.
    pub consumer_group: String,
}

impl Default for Logstore {
    fn default() -> Self {
        Logstore {
            account: String::new(),
            region: "cn-hangzhou".into(),
            project: "web-project".into(),
            name: "access-log".into(),
            kind: StoreKind::Logstore,
            consumer_group: "flink-group".into(),
        }
    }
}

/// Whose permissions on the Logstore are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    /// The identity that opens the consoles.
    #[default]
    Principal,
    /// The RAM user whose AccessKey pair the Flink job uses.
    Job,
}

/// The circumstances of the requests. What is empty or `None` is not sent with the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circumstances {
    /// `acs:SourceIp`
    pub source_ip: String,
    /// `acs:SourceVpc`
    pub source_vpc: String,
    /// `acs:CurrentTime`, ISO 8601
    pub time: String,
    /// `acs:MFAPresent`
    pub mfa: Option<bool>,
    /// `acs:SecureTransport`
    pub tls: Option<bool>,
    /// The resource group that the resources belong to.
    pub resource_group: String,
    /// Other condition keys: tags, `log:TLSVersion` and the like. A key may stand here several times.
    pub keys: Vec<KeyValue>,
}

impl Default for Circumstances {
    fn default() -> Self {
        Circumstances {
            source_ip: String::new(),
            source_vpc: String::new(),
            time: String::new(),
            mfa: None,
            tls: Some(true),
            resource_group: String::new(),
            keys: Vec::new(),
        }
    }
}

/// A condition key and one value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyValue {
    /// The key.
    pub key: String,
    /// The value.
    pub value: String,
}

/// Flink SQL jobs. They use the AccessKey pair of whom [`Reader`] names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jobs {
    /// The drafts. Credentials are masked before they get here: a scenario is stored and shared.
    pub drafts: Vec<Draft>,
    /// The names of the variables that are defined, as they were typed, one a line; without any, it is not
    /// known which there are.
    pub variables: String,
    /// What stands for the placeholders and deployment variables of the drafts.
    pub bindings: Vec<KeyValue>,
    /// What may be so and the SQL does not tell, by code.
    pub assume: Vec<String>,
}

impl Default for Jobs {
    fn default() -> Self {
        // A consumer group has to be created when a job first starts.
        let assume = vec!["group-missing".to_owned()];
        Jobs { drafts: Vec::new(), variables: String::new(), bindings: Vec::new(), assume }
    }
}

impl Jobs {
    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        *self == Jobs::default()
    }
}

/// A Flink SQL or data ingestion draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Its name; may be empty.
    pub name: String,
    /// Its text.
    pub text: String,
}

pub(crate) fn default_directory() -> Vec<String> {
    ["Root", "Production", "member"].map(str::to_owned).to_vec()
}

/// Why a scenario could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioError {
    /// A stable code.
    pub code: &'static str,
    /// Line, from 1; 0 when there is none.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong, in English: lower case, no full stop.
    pub message: String,
}

impl std::fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ScenarioError { code, line, column, message } = self;
        write!(f, "{message} ({code} at line {line}, column {column})")
    }
}

impl std::error::Error for ScenarioError {}

impl Scenario {
    /// Reads a scenario from JSON. Unknown fields and bad values are refused with their place.
    pub fn from_json(text: &str) -> Result<Self, ScenarioError> {
        let refused = |code, message| ScenarioError { code, line: 0, column: 0, message };
        if text.len() > MAX_BYTES {
            let message =
                format!("a scenario of {} bytes is longer than the {MAX_BYTES} that are read", text.len());
            return Err(refused("scenario-too-long", message));
        }
        // The version first: another one may well have fields that this one does not know.
        let mut versioned = Versioned::blank();
        let is_versioned = form::read(text, versioned.slot()).is_ok();
        let Versioned { version } = versioned;
        if is_versioned && version != VERSION {
            let message = if version > VERSION {
                format!("a scenario of version `{version}` was made by a newer version")
            } else {
                format!("there is no scenario of version `{version}`")
            };
            return Err(refused("scenario-version", message));
        }
        let mut scenario = Scenario::blank();
        form::read(text, scenario.slot()).map_err(|error| {
            let (line, column) = (error.line(), error.column().max(1));
            let message = error.to_string();
            let place = format!(" at line {line} column {}", error.column());
            let message = message.strip_suffix(&place).unwrap_or(&message).to_owned();
            ScenarioError { code: "scenario-malformed", line, column, message }
        })?;
        bounds::check(&scenario)?;
        Ok(scenario)
    }

    /// The scenario as indented JSON.
    #[expect(
        clippy::expect_used,
        clippy::missing_panics_doc,
        reason = "the type has no map with other keys than strings"
    )]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a scenario can always be written")
    }
}
