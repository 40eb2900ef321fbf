//! A request: who wants to do what to which resource, and the circumstances.

use std::collections::BTreeMap;

use crate::assumption::Assumption;
use crate::condition::ValueType;

/// Condition keys of a request and their values; most keys have one value.
pub type ContextMap = BTreeMap<String, Vec<String>>;

/// What kind of identity asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrincipalKind {
    /// The root user of an Alibaba Cloud account.
    Root,
    /// A RAM user.
    RamUser,
    /// A RAM role, or a session of one.
    RamRole,
    /// A service-linked role. Control policies do not apply to it.
    ServiceLinkedRole,
    /// An Alibaba Cloud service.
    Service,
    /// A user of a SAML or OIDC identity provider, before a role is assumed.
    Federated,
    /// Nobody known.
    Anonymous,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// What kind of identity.
    pub kind: PrincipalKind,
    /// The ARN (`acs:ram::<account>:user/<name>`, `…:role/<name>[/<session>]`, `…:root`, a provider's ARN)
    /// or the name of the service.
    pub arn: String,
    /// The account that the identity belongs to; empty when there is none.
    pub account: String,
    /// The numeric id of the RAM user or account, as plain `Principal` lists of resource policies use it.
    pub uid: Option<String>,
}

impl Principal {
    /// A RAM user of an account, by name.
    pub fn ram_user(account: &str, name: &str) -> Self {
        Principal {
            kind: PrincipalKind::RamUser,
            arn: format!("acs:ram::{account}:user/{name}"),
            account: account.to_owned(),
            uid: None,
        }
    }

    /// The ARN without the session name of a role session.
    pub fn arn_without_session(&self) -> &str {
        if !matches!(self.kind, PrincipalKind::RamRole | PrincipalKind::ServiceLinkedRole) {
            return &self.arn;
        }
        match self.arn.match_indices('/').nth(1) {
            Some((at, _)) => self.arn.get(..at).unwrap_or(&self.arn),
            None => &self.arn,
        }
    }
}

/// One authorization check of a call. A call may need several; all must be allowed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Check {
    /// The action, such as `log:GetCursorOrData`.
    pub action: String,
    /// The resource as the service asks for it: an ARN or `*`. A `*` in it is a literal asterisk.
    pub resource: String,
    /// Condition keys of this check alone; they replace those of the request.
    pub context: ContextMap,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Who asks.
    pub principal: Principal,
    /// What for; at least one check.
    pub checks: Vec<Check>,
    /// The account that owns the resource.
    pub resource_account: String,
    /// The resource group that the resource belongs to.
    pub resource_group: Option<String>,
    /// Condition keys that the request carries.
    pub context: ContextMap,
    /// When, in ISO 8601. Fills `acs:CurrentTime` where the context does not name it.
    pub time: Option<String>,
    /// The resource account's place in a resource directory: `Root` first, the member last. Empty when
    /// the account is no member.
    pub directory_path: Vec<String>,
    /// Whether the principal belongs to the directory's management account.
    pub in_management_account: bool,
}

impl Request {
    /// A request of one check within the principal's own account, outside any resource directory.
    pub fn new(principal: Principal, action: &str, resource: &str) -> Self {
        Request {
            resource_account: principal.account.clone(),
            principal,
            checks: vec![Check {
                action: action.to_owned(),
                resource: resource.to_owned(),
                context: ContextMap::new(),
            }],
            resource_group: None,
            context: ContextMap::new(),
            time: None,
            directory_path: Vec::new(),
            in_management_account: false,
        }
    }
}

/// A value of the request that an operator of a policy cannot read. The request is at fault, so
/// there is no verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestProblem {
    /// The condition key.
    pub key: String,
    /// The value that the request gives.
    pub value: String,
    /// What the operator compares.
    pub expected: ValueType,
    /// The operator.
    pub operator: &'static str,
}

impl std::fmt::Display for RequestProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::sentence::request_problem(self, ramplay_text::Lang::En))
    }
}

impl std::error::Error for RequestProblem {}

/// What a request says about one key.
pub(crate) struct Found<'a> {
    /// The values.
    pub(crate) values: &'a [String],
    /// The key as the request writes it; none when it was filled in.
    pub(crate) written_key: Option<&'a str>,
    /// The assumption that the values rest on.
    pub(crate) assumption: Option<Assumption>,
}

/// The condition keys of one check: its own, the request's, and those that are filled in.
pub(crate) struct Context<'a> {
    check: &'a ContextMap,
    request: &'a ContextMap,
    time: Option<[String; 1]>,
    principal_arn: [String; 1],
    session_cut: bool,
}

impl<'a> Context<'a> {
    pub(crate) fn new(request: &'a Request, check: &'a Check) -> Self {
        let arn = request.principal.arn_without_session();
        Context {
            check: &check.context,
            request: &request.context,
            time: request.time.clone().map(|time| [time]),
            session_cut: arn.len() < request.principal.arn.len(),
            principal_arn: [arn.to_owned()],
        }
    }

    /// Looks a key up: as it is written first, then ignoring ASCII case.
    pub(crate) fn get(&self, key: &str, folded: &str) -> Option<Found<'_>> {
        for map in [self.check, self.request] {
            let any_case = || map.iter().find(|(written, _)| written.eq_ignore_ascii_case(folded));
            if let Some((written, values)) = map.get_key_value(key).or_else(any_case) {
                return Some(Found { values, written_key: Some(written), assumption: None });
            }
        }
        match folded {
            "acs:principalarn" => Some(Found {
                values: &self.principal_arn,
                written_key: None,
                assumption: self.session_cut.then_some(Assumption::PrincipalArnWithoutSession),
            }),
            "acs:currenttime" => {
                let values = self.time.as_ref()?;
                Some(Found { values, written_key: None, assumption: None })
            }
            _ => None,
        }
    }
}
