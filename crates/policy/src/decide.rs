//! The one place where layers are combined into an answer.
//!
//! | order | layer | read when | then |
//! | --- | --- | --- | --- |
//! | 1 | control, from the member up to Root | the account is a member and the principal is not exempt | first answer other than allow is final |
//! | 2 | session | the role was assumed with a session policy | an answer other than allow is final |
//! | 3a | identity, account scope | the principal has identity policies | allow or explicit deny ends 3 |
//! | 3b | identity, resource-group scope | 3a is implicit deny and the resource is in a group | |
//! | 4 | resource | always, except when a role is assumed | explicit deny in 3 or 4 wins; else one allow is enough |
//! | 4' | trust | a role is assumed | explicit deny in 3 or 4' wins; else both must allow |
//!
//! Source: "Policy evaluation process"
//! (<https://www.alibabacloud.com/help/en/resource-access-management/latest/policy-evaluation-process>) and
//! "Policy evaluation process of assuming a RAM role"
//! (<https://help.aliyun.com/en/ram/policy-evaluation-process-of-assuming-a-ram-role>).

use crate::request::{Principal, PrincipalKind, Request};
use crate::trace::{Decision, Layer, Settled};

/// Everything but the policies that the order of layers depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each named")]
pub(crate) struct Situation {
    /// Levels of the directory whose control policies bind the principal; 0 when none do.
    pub(crate) control_levels: u16,
    /// Whether the role was assumed with a session policy.
    pub(crate) has_session: bool,
    /// Whether identity-based policies exist for this kind of principal.
    pub(crate) has_identity: bool,
    /// Whether group-scope policies can apply.
    pub(crate) has_group: bool,
    /// Whether principal and resource belong to one account.
    pub(crate) same_account: bool,
    /// Whether the principal is the root user of the account that owns the resource.
    pub(crate) owner_root: bool,
    /// Which side decides whether a role may be assumed.
    pub(crate) assume: Assume,
}

/// How a role is assumed, if the check is about that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Assume {
    /// No role is assumed.
    No,
    /// The caller's identity policies and the trust policy must both allow.
    CallerAndTrust,
    /// The trust policy alone decides: identity providers and services.
    TrustOnly,
    /// The root user cannot.
    Impossible,
}

impl Situation {
    pub(crate) fn of(request: &Request, folded_action: &str, has_session: bool, has_group: bool) -> Self {
        let Principal { kind, account, .. } = &request.principal;
        let same_account = !account.is_empty() && *account == request.resource_account;
        let exempt = request.in_management_account
            || *kind == PrincipalKind::ServiceLinkedRole
            || (*kind == PrincipalKind::Root && same_account);
        let levels = if exempt { 0 } else { request.directory_path.len() };
        let assume = match kind {
            _ if !folded_action.starts_with("sts:assumerole") => Assume::No,
            PrincipalKind::Root => Assume::Impossible,
            PrincipalKind::RamUser | PrincipalKind::RamRole | PrincipalKind::ServiceLinkedRole => {
                Assume::CallerAndTrust
            }
            PrincipalKind::Service | PrincipalKind::Federated | PrincipalKind::Anonymous => Assume::TrustOnly,
        };
        Situation {
            control_levels: u16::try_from(levels).unwrap_or(u16::MAX),
            has_session: has_session
                && matches!(kind, PrincipalKind::RamRole | PrincipalKind::ServiceLinkedRole),
            has_identity: matches!(
                kind,
                PrincipalKind::RamUser | PrincipalKind::RamRole | PrincipalKind::ServiceLinkedRole
            ),
            has_group,
            same_account,
            owner_root: *kind == PrincipalKind::Root && same_account,
            assume,
        }
    }
}

/// Settles one check. `read` gives the answer of one layer; it is called in the order above and only
/// for layers that count.
pub(crate) fn decide<E>(
    situation: Situation,
    mut read: impl FnMut(Layer) -> Result<Decision, E>,
) -> Result<(Decision, Settled), E> {
    use Decision::{Allow, ExplicitDeny, ImplicitDeny};

    if situation.assume == Assume::Impossible {
        return Ok((ImplicitDeny, Settled::RootCannotAssume));
    }
    for level in (0..situation.control_levels).rev() {
        let layer = Layer::Control(level);
        match read(layer)? {
            Allow => {}
            other => return Ok((other, Settled::Layer(layer))),
        }
    }
    if situation.has_session {
        match read(Layer::Session)? {
            Allow => {}
            other => return Ok((other, Settled::Layer(Layer::Session))),
        }
    }
    if situation.assume == Assume::TrustOnly {
        return Ok((read(Layer::Trust)?, Settled::Layer(Layer::Trust)));
    }

    let mut identity_layer = Layer::IdentityAccount;
    let mut identity = if situation.has_identity { read(Layer::IdentityAccount)? } else { ImplicitDeny };
    if identity == ImplicitDeny && situation.has_identity && situation.has_group {
        identity_layer = Layer::IdentityGroup;
        identity = read(Layer::IdentityGroup)?;
    }

    if situation.assume == Assume::CallerAndTrust {
        let trust = read(Layer::Trust)?;
        return Ok(match (identity, trust) {
            (ExplicitDeny, ExplicitDeny) => (ExplicitDeny, Settled::Both(identity_layer, Layer::Trust)),
            (ExplicitDeny, _) => (ExplicitDeny, Settled::Layer(identity_layer)),
            (_, ExplicitDeny) => (ExplicitDeny, Settled::Layer(Layer::Trust)),
            (Allow, Allow) => (Allow, Settled::Both(identity_layer, Layer::Trust)),
            (ImplicitDeny, ImplicitDeny) => (ImplicitDeny, Settled::Both(identity_layer, Layer::Trust)),
            (ImplicitDeny, Allow) => (ImplicitDeny, Settled::Layer(identity_layer)),
            (Allow, ImplicitDeny) => (ImplicitDeny, Settled::Layer(Layer::Trust)),
        });
    }

    let resource = read(Layer::Resource)?;
    if situation.owner_root {
        return Ok(match resource {
            ExplicitDeny => (ExplicitDeny, Settled::Layer(Layer::Resource)),
            Allow | ImplicitDeny => (Allow, Settled::OwnerRoot),
        });
    }
    let foreign_allow = identity == Allow && !situation.same_account;
    let identity = if foreign_allow { ImplicitDeny } else { identity };
    Ok(match (identity, resource) {
        (ExplicitDeny, ExplicitDeny) => (ExplicitDeny, Settled::Both(identity_layer, Layer::Resource)),
        (ExplicitDeny, _) => (ExplicitDeny, Settled::Layer(identity_layer)),
        (_, ExplicitDeny) => (ExplicitDeny, Settled::Layer(Layer::Resource)),
        (Allow, Allow) => (Allow, Settled::Both(identity_layer, Layer::Resource)),
        (Allow, ImplicitDeny) => (Allow, Settled::Layer(identity_layer)),
        (ImplicitDeny, Allow) => (Allow, Settled::Layer(Layer::Resource)),
        (ImplicitDeny, ImplicitDeny) if foreign_allow => (ImplicitDeny, Settled::OtherAccount),
        (ImplicitDeny, ImplicitDeny) if !situation.has_identity => {
            (ImplicitDeny, Settled::Layer(Layer::Resource))
        }
        (ImplicitDeny, ImplicitDeny) => (ImplicitDeny, Settled::Both(identity_layer, Layer::Resource)),
    })
}

/// The answer of one layer from the effects of the statements that apply.
pub(crate) fn unit(any_deny: bool, any_allow: bool) -> Decision {
    match (any_deny, any_allow) {
        (true, _) => Decision::ExplicitDeny,
        (false, true) => Decision::Allow,
        (false, false) => Decision::ImplicitDeny,
    }
}

/// The answer of a call with several checks: any explicit deny makes it explicit, and it is allowed
/// only if each check is.
pub(crate) fn all(checks: impl IntoIterator<Item = Decision>) -> Decision {
    checks.into_iter().fold(Decision::Allow, |so_far, check| match (so_far, check) {
        (Decision::ExplicitDeny, _) | (_, Decision::ExplicitDeny) => Decision::ExplicitDeny,
        (Decision::Allow, Decision::Allow) => Decision::Allow,
        (Decision::ImplicitDeny | Decision::Allow, Decision::ImplicitDeny | Decision::Allow) => {
            Decision::ImplicitDeny
        }
    })
}
