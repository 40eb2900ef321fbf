//! A denial in the field names of RAM's own report, so that the two can be compared.
//!
//! Source: the answer of `DecodeDiagnosticMessage`
//! (<https://help.aliyun.com/zh/ram/developer-reference/api-ram-2015-05-01-decodediagnosticmessage>), whose
//! values are kept: `NoPermissionPolicyType` names five types and none for a resource-based policy,
//! and `AuthPrincipalType` names RAM users, RAM roles and identities of a provider.

use crate::request::{Check, Principal, PrincipalKind, Request};
use crate::trace::{CheckTrace, Decision, Layer, Settled};

/// Why one check was denied, as RAM reports it. What RAM's documentation has no word for is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denial<'a> {
    /// `NoPermissionType`: `ExplicitDeny` or `ImplicitDeny`.
    pub no_permission_type: &'static str,
    /// `PolicyType`, also called `NoPermissionPolicyType`.
    pub policy_type: Option<&'static str>,
    /// `AuthAction`
    pub auth_action: &'a str,
    /// `AuthResource`
    pub auth_resource: &'a str,
    /// `AuthPrincipalType`
    pub auth_principal_type: Option<&'static str>,
    /// `AuthPrincipalOwnerId`: the account of the identity.
    pub auth_principal_owner_id: &'a str,
    /// `AuthPrincipalDisplayName`: the id of a RAM user, `role:session` of a RAM role, the provider of a
    /// federated identity.
    pub auth_principal_display_name: Option<String>,
}

impl<'a> Denial<'a> {
    /// The report of a check that is explicitly or implicitly denied; `None` for any other.
    pub fn of(trace: &CheckTrace, request: &'a Request, check: &'a Check) -> Option<Self> {
        let no_permission_type = match trace.decision()? {
            Decision::Allow => return None,
            Decision::ExplicitDeny => "ExplicitDeny",
            Decision::ImplicitDeny => "ImplicitDeny",
        };
        let Principal { kind, account, .. } = &request.principal;
        Some(Denial {
            no_permission_type,
            policy_type: policy_type(trace.settled?),
            auth_action: &check.action,
            auth_resource: &check.resource,
            auth_principal_type: match kind {
                PrincipalKind::RamUser => Some("SubUser"),
                PrincipalKind::RamRole | PrincipalKind::ServiceLinkedRole => Some("AssumedRoleUser"),
                PrincipalKind::Federated => Some("Federated"),
                PrincipalKind::Root | PrincipalKind::Service | PrincipalKind::Anonymous => None,
            },
            auth_principal_owner_id: account,
            auth_principal_display_name: display_name(&request.principal),
        })
    }
}

impl Denial<'_> {
    /// The fields as RAM names them, with those values that are known.
    pub fn fields(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("NoPermissionType", Some(self.no_permission_type)),
            ("PolicyType", self.policy_type),
            ("AuthAction", Some(self.auth_action)),
            ("AuthResource", Some(self.auth_resource)),
            ("AuthPrincipalType", self.auth_principal_type),
            ("AuthPrincipalOwnerId", Some(self.auth_principal_owner_id)),
            ("AuthPrincipalDisplayName", self.auth_principal_display_name.as_deref()),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

fn policy_type(settled: Settled) -> Option<&'static str> {
    match settled {
        Settled::Layer(layer) => of_layer(layer),
        // Of identity and resource, RAM names the identity; of identity and trust, the documentation does
        // not say which.
        Settled::Both(one, Layer::Resource) => of_layer(one),
        Settled::OtherAccount => of_layer(Layer::IdentityAccount),
        Settled::Both(..) | Settled::OwnerRoot | Settled::RootCannotAssume => None,
    }
}

fn of_layer(layer: Layer) -> Option<&'static str> {
    match layer {
        Layer::Control(_) => Some("ControlPolicy"),
        Layer::Session => Some("SessionPolicy"),
        Layer::IdentityAccount => Some("AccountLevelIdentityBasedPolicy"),
        Layer::IdentityGroup => Some("ResourceGroupLevelIdentityBasedPolicy"),
        Layer::Trust => Some("AssumeRolePolicy"),
        Layer::Resource => None,
    }
}

fn display_name(principal: &Principal) -> Option<String> {
    match principal.kind {
        PrincipalKind::RamUser => principal.uid.clone(),
        PrincipalKind::RamRole | PrincipalKind::ServiceLinkedRole => {
            let (_, path) = principal.arn.split_once(":role/")?;
            path.contains('/').then(|| path.replacen('/', ":", 1))
        }
        PrincipalKind::Federated => {
            let (_, provider) = principal.arn.rsplit_once(':')?;
            Some(provider.to_owned())
        }
        PrincipalKind::Root | PrincipalKind::Service | PrincipalKind::Anonymous => None,
    }
}
