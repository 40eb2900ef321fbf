//! The single-line inputs of a scenario, by name, and what is wrong with their values.

use ramplay_flink::LogonMethod;

use crate::scenario::{Reader, Scenario};

/// A single-line input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The account that owns the workspace (or the member).
    Account,
    /// Another account.
    OtherAccount,
    /// The management account.
    ManagementAccount,
    /// The RAM user.
    User,
    /// The RAM role.
    Role,
    /// The role in the member.
    MemberRole,
    /// The CloudSSO access configuration.
    AccessConfiguration,
    /// The job's RAM user.
    JobUser,
    /// The workspace's region.
    Region,
    /// The workspace.
    Instance,
    /// The namespace.
    Namespace,
    /// The account that owns the SLS project.
    ProjectAccount,
    /// The project's region.
    ProjectRegion,
    /// The project.
    Project,
    /// The Logstore.
    Logstore,
    /// The consumer group.
    ConsumerGroup,
    /// `acs:SourceIp`
    SourceIp,
    /// `acs:SourceVpc`
    SourceVpc,
    /// `acs:CurrentTime`
    Time,
    /// The resource group.
    ResourceGroup,
}

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldProblem {
    /// It is empty.
    Empty,
    /// An account id with something other than digits.
    NotDigits,
    /// A name with a wildcard, a separator or a blank.
    Characters,
    /// Not an IP address.
    NotAnAddress,
    /// Not an ISO 8601 date with a time.
    NotADate,
}

impl FieldProblem {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            FieldProblem::Empty => "field-empty",
            FieldProblem::NotDigits => "field-account-id",
            FieldProblem::Characters => "field-characters",
            FieldProblem::NotAnAddress => "field-address",
            FieldProblem::NotADate => "field-date",
        }
    }
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 20] = [
        Field::Account,
        Field::OtherAccount,
        Field::ManagementAccount,
        Field::User,
        Field::Role,
        Field::MemberRole,
        Field::AccessConfiguration,
        Field::JobUser,
        Field::Region,
        Field::Instance,
        Field::Namespace,
        Field::ProjectAccount,
        Field::ProjectRegion,
        Field::Project,
        Field::Logstore,
        Field::ConsumerGroup,
        Field::SourceIp,
        Field::SourceVpc,
        Field::Time,
        Field::ResourceGroup,
    ];

    /// A stable id, used for the input's element id.
    pub fn id(self) -> &'static str {
        match self {
            Field::Account => "account",
            Field::OtherAccount => "other-account",
            Field::ManagementAccount => "management-account",
            Field::User => "user",
            Field::Role => "role",
            Field::MemberRole => "member-role",
            Field::AccessConfiguration => "access-configuration",
            Field::JobUser => "job-user",
            Field::Region => "region",
            Field::Instance => "instance",
            Field::Namespace => "namespace",
            Field::ProjectAccount => "project-account",
            Field::ProjectRegion => "project-region",
            Field::Project => "project",
            Field::Logstore => "logstore",
            Field::ConsumerGroup => "consumer-group",
            Field::SourceIp => "source-ip",
            Field::SourceVpc => "source-vpc",
            Field::Time => "time",
            Field::ResourceGroup => "resource-group",
        }
    }

    /// The value in a scenario.
    pub fn get(self, scenario: &Scenario) -> &str {
        let Scenario { identities, workspace, logstore, circumstances, .. } = scenario;
        match self {
            Field::Account => &identities.account,
            Field::OtherAccount => &identities.other_account,
            Field::ManagementAccount => &identities.management_account,
            Field::User => &identities.user,
            Field::Role => &identities.role,
            Field::MemberRole => &identities.member_role,
            Field::AccessConfiguration => &identities.access_configuration,
            Field::JobUser => &identities.job_user,
            Field::Region => &workspace.region,
            Field::Instance => &workspace.instance,
            Field::Namespace => &workspace.namespace,
            Field::ProjectAccount => &logstore.account,
            Field::ProjectRegion => &logstore.region,
            Field::Project => &logstore.project,
            Field::Logstore => &logstore.name,
            Field::ConsumerGroup => &logstore.consumer_group,
            Field::SourceIp => &circumstances.source_ip,
            Field::SourceVpc => &circumstances.source_vpc,
            Field::Time => &circumstances.time,
            Field::ResourceGroup => &circumstances.resource_group,
        }
    }

    /// Sets the value in a scenario.
    pub fn set(self, scenario: &mut Scenario, value: String) {
        let Scenario { identities, workspace, logstore, circumstances, .. } = scenario;
        *match self {
            Field::Account => &mut identities.account,
            Field::OtherAccount => &mut identities.other_account,
            Field::ManagementAccount => &mut identities.management_account,
            Field::User => &mut identities.user,
            Field::Role => &mut identities.role,
            Field::MemberRole => &mut identities.member_role,
            Field::AccessConfiguration => &mut identities.access_configuration,
            Field::JobUser => &mut identities.job_user,
            Field::Region => &mut workspace.region,
            Field::Instance => &mut workspace.instance,
            Field::Namespace => &mut workspace.namespace,
            Field::ProjectAccount => &mut logstore.account,
            Field::ProjectRegion => &mut logstore.region,
            Field::Project => &mut logstore.project,
            Field::Logstore => &mut logstore.name,
            Field::ConsumerGroup => &mut logstore.consumer_group,
            Field::SourceIp => &mut circumstances.source_ip,
            Field::SourceVpc => &mut circumstances.source_vpc,
            Field::Time => &mut circumstances.time,
            Field::ResourceGroup => &mut circumstances.resource_group,
        } = value;
    }

    /// What is wrong with the value, if anything.
    pub fn problem(self, scenario: &Scenario) -> Option<FieldProblem> {
        let value = self.get(scenario);
        let name = |value: &str| {
            let bad = |c: char| {
                c.is_whitespace() || c.is_control() || matches!(c, '*' | '?' | ':' | '/' | '"' | '\\')
            };
            value.contains(bad).then_some(FieldProblem::Characters)
        };
        let account = |value: &str| {
            (!value.bytes().all(|byte| byte.is_ascii_digit())).then_some(FieldProblem::NotDigits)
        };
        match self {
            Field::SourceIp
            | Field::SourceVpc
            | Field::Time
            | Field::ResourceGroup
            | Field::ProjectAccount
                if value.is_empty() =>
            {
                None
            }
            _ if value.is_empty() => Some(FieldProblem::Empty),
            Field::Account | Field::OtherAccount | Field::ManagementAccount | Field::ProjectAccount => {
                account(value)
            }
            Field::SourceIp => {
                value.parse::<std::net::IpAddr>().is_err().then_some(FieldProblem::NotAnAddress)
            }
            Field::Time => {
                ramplay_policy::condition::Instant::read(value).is_none().then_some(FieldProblem::NotADate)
            }
            Field::User
            | Field::Role
            | Field::MemberRole
            | Field::AccessConfiguration
            | Field::JobUser
            | Field::Region
            | Field::Instance
            | Field::Namespace
            | Field::ProjectRegion
            | Field::Project
            | Field::Logstore
            | Field::ConsumerGroup
            | Field::SourceVpc
            | Field::ResourceGroup => name(value),
        }
    }
}

/// The fields that say who opens the consoles.
pub fn identity_fields(method: LogonMethod) -> &'static [Field] {
    use Field::{AccessConfiguration, Account, ManagementAccount, MemberRole, OtherAccount, Role, User};
    match method {
        LogonMethod::AccountPurchaser | LogonMethod::RdRoot => &[Account],
        LogonMethod::AccountOther => &[Account, OtherAccount],
        LogonMethod::RamUserSameAccount | LogonMethod::RdRamUser | LogonMethod::CloudSsoRamUser => {
            &[Account, User]
        }
        LogonMethod::RamUserCrossAccount => &[Account, OtherAccount, User],
        LogonMethod::RamRoleSameAccount => &[Account, User, Role],
        LogonMethod::RamRoleOtherAccount => &[Account, OtherAccount, User, Role],
        LogonMethod::RdRamAdminAsRole => &[Account, ManagementAccount, User, MemberRole],
        LogonMethod::CloudSsoRamRole => &[Account, AccessConfiguration],
    }
}

/// The fields that name the workspace.
pub const WORKSPACE_FIELDS: [Field; 3] = [Field::Region, Field::Instance, Field::Namespace];

/// The fields that name the Logstore.
pub const LOGSTORE_FIELDS: [Field; 5] =
    [Field::Project, Field::Logstore, Field::ConsumerGroup, Field::ProjectRegion, Field::ProjectAccount];

/// The fields that say who reads the Logstore.
pub(crate) fn reader_fields(method: LogonMethod, reader: Reader) -> Vec<Field> {
    match reader {
        Reader::Principal => identity_fields(method).to_vec(),
        Reader::Job => vec![Field::Account, Field::JobUser],
    }
}
