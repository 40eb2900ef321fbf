//! The eleven ways to log on, as far as code must tell them apart. The texts are in the catalogue.

use serde::{Deserialize, Serialize};

use super::pack::choice;

/// A console of Realtime Compute for Apache Flink.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Console {
    /// Buys and manages workspaces; governed by RAM policies.
    Management,
    /// Develops and operates jobs, one namespace at a time; governed by namespace roles.
    Development,
}

impl Console {
    /// Both consoles, in the order of the documentation.
    pub const ALL: [Self; 2] = [Self::Management, Self::Development];

    /// The word used in data and links.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Management => "management",
            Self::Development => "development",
        }
    }
}

/// A way to log on, as the "Authorization guide" (2025-10-30) tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LogonMethod {
    /// The Alibaba Cloud account that bought the workspace.
    #[serde(rename = "account.purchaser")]
    AccountPurchaser,
    /// Another Alibaba Cloud account.
    #[serde(rename = "account.other")]
    AccountOther,
    /// A RAM user of the account that owns the workspace.
    #[serde(rename = "ram_user.same_account")]
    RamUserSameAccount,
    /// A RAM user of another account.
    #[serde(rename = "ram_user.cross_account")]
    RamUserCrossAccount,
    /// A RAM role of the owning account, assumed by a RAM user of the same account.
    #[serde(rename = "ram_role.same_account")]
    RamRoleSameAccount,
    /// A RAM role of the owning account, assumed by a RAM user of another account.
    #[serde(rename = "ram_role.other_account")]
    RamRoleOtherAccount,
    /// The root user of a Resource Directory member.
    #[serde(rename = "rd.root")]
    RdRoot,
    /// A RAM user of the management account that assumes a role of the member.
    #[serde(rename = "rd.ram_admin_as_role")]
    RdRamAdminAsRole,
    /// A RAM user created in the member account.
    #[serde(rename = "rd.ram_user")]
    RdRamUser,
    /// A CloudSSO user logged on as a RAM role of the member.
    #[serde(rename = "cloudsso.ram_role")]
    CloudSsoRamRole,
    /// A CloudSSO user logged on as a RAM user of the member.
    #[serde(rename = "cloudsso.ram_user")]
    CloudSsoRamUser,
}

choice!(LogonMethod {
    AccountPurchaser,
    AccountOther,
    RamUserSameAccount,
    RamUserCrossAccount,
    RamRoleSameAccount,
    RamRoleOtherAccount,
    RdRoot,
    RdRamAdminAsRole,
    RdRamUser,
    CloudSsoRamRole,
    CloudSsoRamUser
});

/// The identity that the consoles see, and to which permissions are granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Identity {
    /// An Alibaba Cloud account (its root user).
    Account,
    /// A RAM user.
    RamUser,
    /// A RAM role.
    RamRole,
}

/// Who starts the logon, before any role is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Caller {
    /// The account itself (root user).
    Root,
    /// A RAM user of the account that owns the workspace.
    RamUser,
    /// A RAM user of another account.
    OtherAccountRamUser,
    /// A RAM user of the Resource Directory's management account.
    ManagementAccountRamUser,
    /// A CloudSSO user.
    CloudSsoUser,
}

/// A group of logon methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Alibaba Cloud accounts.
    Account,
    /// RAM users.
    RamUser,
    /// RAM roles.
    RamRole,
    /// Members of a Resource Directory.
    ResourceDirectory,
    /// CloudSSO users on a member. The guide lists them among the Resource Directory members.
    CloudSso,
}

choice!(Family { Account, RamUser, RamRole, ResourceDirectory, CloudSso });

impl Family {
    /// All families, in the order of the guide.
    pub const ALL: [Self; 5] =
        [Self::Account, Self::RamUser, Self::RamRole, Self::ResourceDirectory, Self::CloudSso];
}

impl LogonMethod {
    /// All methods, in the order of the guide.
    pub const ALL: [Self; 11] = [
        Self::AccountPurchaser,
        Self::AccountOther,
        Self::RamUserSameAccount,
        Self::RamUserCrossAccount,
        Self::RamRoleSameAccount,
        Self::RamRoleOtherAccount,
        Self::RdRoot,
        Self::RdRamAdminAsRole,
        Self::RdRamUser,
        Self::CloudSsoRamRole,
        Self::CloudSsoRamUser,
    ];

    /// The id used in data and links.
    pub const fn id(self) -> &'static str {
        match self {
            Self::AccountPurchaser => "account.purchaser",
            Self::AccountOther => "account.other",
            Self::RamUserSameAccount => "ram_user.same_account",
            Self::RamUserCrossAccount => "ram_user.cross_account",
            Self::RamRoleSameAccount => "ram_role.same_account",
            Self::RamRoleOtherAccount => "ram_role.other_account",
            Self::RdRoot => "rd.root",
            Self::RdRamAdminAsRole => "rd.ram_admin_as_role",
            Self::RdRamUser => "rd.ram_user",
            Self::CloudSsoRamRole => "cloudsso.ram_role",
            Self::CloudSsoRamUser => "cloudsso.ram_user",
        }
    }

    /// The method with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.id() == id)
    }

    /// The group it is shown in.
    pub const fn family(self) -> Family {
        match self {
            Self::AccountPurchaser | Self::AccountOther => Family::Account,
            Self::RamUserSameAccount | Self::RamUserCrossAccount => Family::RamUser,
            Self::RamRoleSameAccount | Self::RamRoleOtherAccount => Family::RamRole,
            Self::RdRoot | Self::RdRamAdminAsRole | Self::RdRamUser => Family::ResourceDirectory,
            Self::CloudSsoRamRole | Self::CloudSsoRamUser => Family::CloudSso,
        }
    }

    /// The identity that the consoles see: the principal of every grant.
    pub const fn acts_as(self) -> Identity {
        match self {
            Self::AccountPurchaser | Self::AccountOther | Self::RdRoot => Identity::Account,
            Self::RamUserSameAccount
            | Self::RamUserCrossAccount
            | Self::RdRamUser
            | Self::CloudSsoRamUser => Identity::RamUser,
            Self::RamRoleSameAccount
            | Self::RamRoleOtherAccount
            | Self::RdRamAdminAsRole
            | Self::CloudSsoRamRole => Identity::RamRole,
        }
    }

    /// Who starts the logon.
    pub const fn caller(self) -> Caller {
        match self {
            Self::AccountPurchaser | Self::AccountOther | Self::RdRoot => Caller::Root,
            Self::RamUserSameAccount | Self::RamRoleSameAccount | Self::RdRamUser => Caller::RamUser,
            Self::RamUserCrossAccount | Self::RamRoleOtherAccount => Caller::OtherAccountRamUser,
            Self::RdRamAdminAsRole => Caller::ManagementAccountRamUser,
            Self::CloudSsoRamRole | Self::CloudSsoRamUser => Caller::CloudSsoUser,
        }
    }

    /// Whether a RAM user calls `sts:AssumeRole` on the way. A CloudSSO user does not: CloudSSO opens the
    /// role by itself.
    pub const fn assumes_role(self) -> bool {
        match self {
            Self::RamRoleSameAccount | Self::RamRoleOtherAccount | Self::RdRamAdminAsRole => true,
            Self::AccountPurchaser
            | Self::AccountOther
            | Self::RamUserSameAccount
            | Self::RamUserCrossAccount
            | Self::RdRoot
            | Self::RdRamUser
            | Self::CloudSsoRamRole
            | Self::CloudSsoRamUser => false,
        }
    }

    /// Whether the identity is the root user of an account.
    pub const fn is_root(self) -> bool {
        matches!(self.acts_as(), Identity::Account)
    }

    /// Whether the identity lives in a member of a Resource Directory, so that control policies may apply.
    pub const fn is_member(self) -> bool {
        match self.family() {
            Family::ResourceDirectory | Family::CloudSso => true,
            Family::Account | Family::RamUser | Family::RamRole => false,
        }
    }

    /// Whether the identity lives in the account that owns the workspace. For Resource Directory members and
    /// CloudSSO users this supposes that the member bought it.
    pub const fn in_owning_account(self) -> bool {
        match self {
            Self::AccountOther | Self::RamUserCrossAccount => false,
            Self::AccountPurchaser
            | Self::RamUserSameAccount
            | Self::RamRoleSameAccount
            | Self::RamRoleOtherAccount
            | Self::RdRoot
            | Self::RdRamAdminAsRole
            | Self::RdRamUser
            | Self::CloudSsoRamRole
            | Self::CloudSsoRamUser => true,
        }
    }
}

/// Something that must be so before the logon works at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PreconditionId {
    /// The service was activated and its cloud resource authorization agreed to.
    Activation,
    /// The caller may call `sts:AssumeRole`.
    CallerMayAssume,
    /// The role's trust policy names the caller's account.
    TrustNamesAccount,
    /// The caller is not a root user: root users cannot assume roles.
    RootCannotAssume,
    /// The caller may open members in Resource Directory.
    CallerResourceDirectoryAccess,
    /// An access configuration is assigned in CloudSSO.
    AccessConfiguration,
    /// The member is of the cloud-account type and so has a root user.
    MemberHasRoot,
    /// CloudSSO has provisioned the RAM user.
    Provisioning,
}

impl PreconditionId {
    /// The id used in data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Activation => "activation",
            Self::CallerMayAssume => "caller-may-assume",
            Self::TrustNamesAccount => "trust-names-account",
            Self::RootCannotAssume => "root-cannot-assume",
            Self::CallerResourceDirectoryAccess => "caller-resource-directory-access",
            Self::AccessConfiguration => "access-configuration",
            Self::MemberHasRoot => "member-has-root",
            Self::Provisioning => "provisioning",
        }
    }
}

choice!(PreconditionId {
    Activation,
    CallerMayAssume,
    TrustNamesAccount,
    RootCannotAssume,
    CallerResourceDirectoryAccess,
    AccessConfiguration,
    MemberHasRoot,
    Provisioning
});

/// A kind of authorization: where it is given, by whom and what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantId {
    /// A policy attached in RAM.
    RamPolicy,
    /// A policy that reaches the role through a CloudSSO access configuration.
    AccessConfiguration,
    /// A role in a namespace.
    MemberRole,
}

choice!(GrantId { RamPolicy, AccessConfiguration, MemberRole });

impl GrantId {
    /// The permission system it belongs to.
    pub const fn kind(self) -> GrantKind {
        match self {
            Self::RamPolicy | Self::AccessConfiguration => GrantKind::RamPolicy,
            Self::MemberRole => GrantKind::MemberRole,
        }
    }
}

/// One of the two permission systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantKind {
    /// RAM policies: the Management Console.
    RamPolicy,
    /// Namespace roles: the Development Console.
    MemberRole,
}

/// How an identity is chosen in the dialog that adds a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pick {
    /// From the list of the account's RAM users and roles.
    SelectRamAccount,
    /// By account ID.
    EnterAccountId,
    /// By the UID of a RAM user.
    EnterUid,
    /// By the ID of a RAM role.
    EnterRoleId,
}

choice!(Pick { SelectRamAccount, EnterAccountId, EnterUid, EnterRoleId });
