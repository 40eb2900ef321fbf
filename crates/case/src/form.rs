//! The form of a case: policies where they are attached, a request, and the answer that is expected.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ramplay_policy::{
    Check, ContextMap, Decision, PolicyKind, Principal, PrincipalKind as Kind, Request, Verdict,
};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// A case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// A name that no other case has.
    #[serde(default)]
    pub id: String,
    /// What the case shows.
    #[serde(default)]
    pub why: String,
    /// The answer, where it is known.
    #[serde(default)]
    pub expected: Option<Expected>,
    /// With [`Expected::Error`]: the code of the problem, `bad-request-value` for one of the request.
    #[serde(default)]
    pub error: Option<String>,
    /// The page that says so; none for cases of our own.
    #[serde(default)]
    pub source_url: Option<String>,
    /// The answer follows from an example; no page says it.
    #[serde(default)]
    pub inferred: bool,
    /// Sources contradict each other: the case is shown and not tested.
    #[serde(default)]
    pub contested: bool,
    /// The codes of the assumptions that the answer rests on: exactly these.
    #[serde(default)]
    pub assumptions: Option<Vec<String>>,
    /// The statements that decide, as `[document, statement]`: exactly these.
    #[serde(default)]
    pub deciding: Option<Vec<(u32, u16)>>,
    /// The policies.
    pub policies: Vec<Attachment>,
    /// The request.
    pub request: RequestForm,
}

/// The answer that a case expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expected {
    /// Allowed.
    Allow,
    /// A `Deny` statement applies.
    ExplicitDeny,
    /// Nothing allows.
    ImplicitDeny,
    /// Denied; explicitly or implicitly, unknown policies decide.
    Denied,
    /// Unknown policies decide.
    Depends,
    /// A policy or the request has an error, so there is no answer.
    Error,
}

impl Expected {
    /// As cases write it.
    pub fn code(self) -> &'static str {
        match self {
            Expected::Allow => Verdict::Decided(Decision::Allow).code(),
            Expected::ExplicitDeny => Verdict::Decided(Decision::ExplicitDeny).code(),
            Expected::ImplicitDeny => Verdict::Decided(Decision::ImplicitDeny).code(),
            Expected::Denied => Verdict::Denied.code(),
            Expected::Depends => Verdict::Depends.code(),
            Expected::Error => "error",
        }
    }
}

/// A policy and the place where it is attached, or a place whose policies are not known.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// The layer.
    pub layer: LayerName,
    /// The document, or its text as a string.
    #[serde(default)]
    pub policy: Option<Box<RawValue>>,
    /// In place of a document: policies may be here that nobody gave. For control policies without
    /// `attached_to`, at any level of the directory, and also if no `rd_path` is given.
    #[serde(default)]
    pub unknown: bool,
    /// A name for people.
    #[serde(default)]
    pub name: Option<String>,
    /// A remark for people.
    #[serde(default)]
    pub note: Option<String>,
    /// Of a control policy: the node on the request's `rd_path`.
    #[serde(default)]
    pub attached_to: Option<String>,
    /// Of an identity-based policy.
    #[serde(default)]
    pub scope: Option<Scope>,
    /// Of an identity-based policy with resource-group scope: the group.
    #[serde(default)]
    pub resource_group: Option<String>,
    /// Of a resource-based policy: an unconditional `Principal: *` does not bind the owner.
    #[serde(default)]
    pub spares_owner: bool,
}

/// A layer, as cases write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LayerName {
    /// A control policy.
    Control,
    /// A session policy.
    Session,
    /// An identity-based policy.
    Identity,
    /// A resource-based policy.
    Resource,
    /// A trust policy.
    Trust,
}

impl Attachment {
    /// The text of the document; none if there is no document.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        let raw = self.policy.as_ref()?.get();
        if raw.starts_with('"') {
            return serde_json::from_str(raw).ok().map(Cow::Owned);
        }
        Some(Cow::Borrowed(raw))
    }
}

impl LayerName {
    /// What documents of the layer are read as.
    pub fn kind(self) -> PolicyKind {
        match self {
            LayerName::Control => PolicyKind::Control,
            LayerName::Session => PolicyKind::Session,
            LayerName::Identity => PolicyKind::Identity,
            LayerName::Resource => PolicyKind::Resource,
            LayerName::Trust => PolicyKind::Trust,
        }
    }
}

/// The scope of an identity-based policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole account.
    Account,
    /// One resource group.
    ResourceGroup,
}

/// A request.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestForm {
    /// An ARN, a service's name or `anonymous`.
    pub principal: String,
    /// What kind of identity it is.
    pub principal_type: PrincipalType,
    /// Its account; empty when it has none.
    pub principal_account: String,
    /// Its numeric id.
    #[serde(default)]
    pub principal_uid: Option<String>,
    /// The action of every check that names none.
    pub action: String,
    /// The resource, when there is one check.
    #[serde(default)]
    pub resource: Option<String>,
    /// The checks, when there are several.
    #[serde(default)]
    pub checks: Vec<CheckForm>,
    /// The account that owns the resource.
    pub resource_account: String,
    /// The resource's group.
    #[serde(default)]
    pub resource_group: Option<String>,
    /// The condition keys, each in one spelling.
    #[serde(default, deserialize_with = "keys")]
    pub context: BTreeMap<String, Values>,
    /// When, in ISO 8601.
    #[serde(default)]
    pub time: Option<String>,
    /// The resource account's place in the directory, Root first.
    #[serde(default)]
    pub rd_path: Vec<String>,
    /// Whether the principal belongs to the management account.
    #[serde(default)]
    pub in_management_account: bool,
}

/// What kind of identity asks, as cases write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrincipalType {
    /// A RAM user.
    RamUser,
    /// A RAM role or a session of one.
    RamRole,
    /// A root user.
    Root,
    /// A service.
    Service,
    /// A service-linked role.
    ServiceLinkedRole,
    /// A user of a SAML provider.
    Saml,
    /// A user of an OIDC provider.
    Oidc,
    /// A user of either; one case of the documentation leaves it open.
    Federated,
    /// Nobody known.
    Anonymous,
}

/// One check of a call that needs several.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckForm {
    /// The action; none: that of the request.
    #[serde(default)]
    pub action: Option<String>,
    /// The resource.
    pub resource: String,
    /// Condition keys of this check alone, in place of those of the request.
    #[serde(default, deserialize_with = "keys")]
    pub context: BTreeMap<String, Values>,
}

/// The values of a condition key.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Values {
    /// One.
    One(String),
    /// A list.
    Many(Vec<String>),
}

impl RequestForm {
    /// The request that the engine reads.
    pub fn to_request(&self) -> Request {
        let checks = if self.checks.is_empty() {
            vec![Check {
                action: self.action.clone(),
                resource: self.resource.clone().unwrap_or_default(),
                context: ContextMap::new(),
            }]
        } else {
            self.checks
                .iter()
                .map(|check| Check {
                    action: check.action.as_ref().unwrap_or(&self.action).clone(),
                    resource: check.resource.clone(),
                    context: context(&check.context),
                })
                .collect()
        };
        Request {
            principal: Principal {
                kind: self.principal_type.kind(),
                arn: self.principal.clone(),
                account: self.principal_account.clone(),
                uid: self.principal_uid.clone(),
            },
            checks,
            resource_account: self.resource_account.clone(),
            resource_group: self.resource_group.clone(),
            context: context(&self.context),
            time: self.time.clone(),
            directory_path: self.rd_path.clone(),
            in_management_account: self.in_management_account,
        }
    }
}

impl PrincipalType {
    fn kind(self) -> Kind {
        match self {
            PrincipalType::RamUser => Kind::RamUser,
            PrincipalType::RamRole => Kind::RamRole,
            PrincipalType::Root => Kind::Root,
            PrincipalType::Service => Kind::Service,
            PrincipalType::ServiceLinkedRole => Kind::ServiceLinkedRole,
            PrincipalType::Saml | PrincipalType::Oidc | PrincipalType::Federated => Kind::Federated,
            PrincipalType::Anonymous => Kind::Anonymous,
        }
    }
}

/// Condition keys as they are written. Upper and lower case are the same key: which of two would count is not for us to choose.
fn keys<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Values>, D::Error> {
    let keys = BTreeMap::<String, Values>::deserialize(from)?;
    let mut seen = BTreeMap::new();
    for key in keys.keys() {
        if let Some(first) = seen.insert(key.to_ascii_lowercase(), key) {
            return Err(D::Error::custom(format!("the condition key `{key}` is also given as `{first}`")));
        }
    }
    Ok(keys)
}

fn context(form: &BTreeMap<String, Values>) -> ContextMap {
    form.iter()
        .map(|(key, values)| {
            let values = match values {
                Values::One(value) => vec![value.clone()],
                Values::Many(values) => values.clone(),
            };
            (key.clone(), values)
        })
        .collect()
}
