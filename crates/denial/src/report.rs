//! Denials as they were read.

use ramplay_policy::{Check, ContextMap, Principal, PrincipalKind, Request};
use ramplay_text::Span;

use crate::MAX_BYTES;
use crate::field::Field;
use crate::problem::{Problem, ProblemKind};
use crate::scan::{Found, fields};

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The value.
    pub text: String,
    /// Where it stands, in bytes of the text, without quotes.
    pub span: Span,
}

/// A condition key of the denied request and its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circumstance {
    /// The key.
    pub key: Written,
    /// The values.
    pub values: Vec<Written>,
}

/// One denial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denial {
    /// `AuthAction`
    pub action: Written,
    /// `AuthResource`
    pub resource: Option<Written>,
    /// `AuthPrincipalType`: `SubUser`, `AssumedRoleUser`, `Federated`.
    pub principal_type: Option<Written>,
    /// `AuthPrincipalOwnerId`: the account of the identity.
    pub owner_id: Option<Written>,
    /// `AuthPrincipalDisplayName`: the id of a RAM user, `role:session` of a RAM role, the provider of a federated
    /// identity.
    pub display_name: Option<Written>,
    /// `NoPermissionType` or `ExplicitDeny`: whether a Deny applied.
    pub is_explicit: Option<(bool, Span)>,
    /// `PolicyType` or `NoPermissionPolicyType`.
    pub policy_type: Option<Written>,
    /// `AuthConditions`
    pub circumstances: Vec<Circumstance>,
}

/// What was read of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// The denials, each once.
    pub denials: Vec<Denial>,
    /// Problems, in the order of the text.
    pub problems: Vec<Problem>,
}

/// The fields of one denial on the way.
#[derive(Default)]
struct Draft {
    values: Vec<(Field, Written)>,
    circumstances: Vec<Circumstance>,
    /// What was said once more, in the same words: it may belong to a denial that follows.
    repeated: Vec<(Field, Written)>,
}

/// Reads the text of a denial, in whatever it is wrapped.
///
/// Credentials and ids in the text change nothing; a value that is masked is named as a problem. Nothing is
/// interpreted that has not one of the documented names.
pub fn read(text: &str) -> Read {
    let problem = |kind, span| Read { denials: Vec::new(), problems: vec![Problem { kind, span }] };
    let whole = Span::new(0, text.len());
    if text.len() > MAX_BYTES {
        return problem(ProblemKind::TooLong { bytes: text.len() }, Span::new(0, 0));
    }
    if text.trim().is_empty() {
        return problem(ProblemKind::Empty, whole);
    }
    let mut drafts = vec![Draft::default()];
    let mut encoded = None;
    for found in fields(text) {
        match found.field {
            Field::Encoded => {
                encoded = encoded.or(found.values.first().map(|(_, span)| *span));
            }
            Field::ConditionKey | Field::ConditionValues => circumstance(&mut drafts, &found),
            field => {
                let Some((value, span)) = found.values.first() else { continue };
                let written = Written { text: (*value).to_owned(), span: *span };
                // A field that is there already with another value belongs to another denial.
                let other = drafts.last().and_then(|draft| draft.get(field));
                match other {
                    Some(other) if other.text == written.text => {
                        drafts.last_mut().into_iter().for_each(|draft| {
                            draft.repeated.push((field, written.clone()));
                        });
                    }
                    Some(_) => {
                        let repeated = drafts.last_mut().map(|draft| std::mem::take(&mut draft.repeated));
                        let mut values = repeated.unwrap_or_default();
                        values.retain(|(known, _)| *known != field);
                        values.push((field, written));
                        drafts.push(Draft { values, ..Draft::default() });
                    }
                    None => drafts.last_mut().into_iter().for_each(|draft| {
                        draft.values.push((field, written.clone()));
                    }),
                }
            }
        }
    }
    let mut read = Read::default();
    for denial in drafts.into_iter().filter_map(Draft::finish) {
        let is_known = read.denials.iter().any(|known: &Denial| {
            known.action.text == denial.action.text
                && known.resource.as_ref().map(|one| &one.text)
                    == denial.resource.as_ref().map(|one| &one.text)
        });
        if !is_known {
            denial.problems(&mut read.problems);
            read.denials.push(denial);
        }
    }
    if read.denials.is_empty() {
        return match encoded {
            Some(span) => problem(ProblemKind::Encoded, span),
            None => problem(ProblemKind::NoAction, whole),
        };
    }
    read.problems.sort_by_key(|problem| problem.span);
    read
}

fn circumstance(drafts: &mut [Draft], found: &Found<'_>) {
    let Some(draft) = drafts.last_mut() else { return };
    let written = found.values.iter().map(|(value, span)| Written { text: (*value).to_owned(), span: *span });
    let mut written: Vec<Written> = written.collect();
    // The values stand behind their key, or in front of it.
    let pending = draft.circumstances.last_mut();
    match (found.field, pending) {
        (Field::ConditionKey, Some(last)) if last.key.text.is_empty() && !written.is_empty() => {
            last.key = written.swap_remove(0);
        }
        (Field::ConditionKey, _) if !written.is_empty() => {
            let key = written.swap_remove(0);
            draft.circumstances.push(Circumstance { key, values: Vec::new() });
        }
        (Field::ConditionValues, Some(last)) if last.values.is_empty() => last.values = written,
        (Field::ConditionValues, _) => {
            let key = Written { text: String::new(), span: Span::default() };
            draft.circumstances.push(Circumstance { key, values: written });
        }
        _ => {}
    }
}

impl Draft {
    fn get(&self, field: Field) -> Option<&Written> {
        self.values.iter().find(|(known, _)| *known == field).map(|(_, written)| written)
    }

    fn finish(self) -> Option<Denial> {
        let get = |field| self.get(field).cloned();
        let explicit = get(Field::NoPermissionType).and_then(|written| match written.text.as_str() {
            "ExplicitDeny" => Some((true, written.span)),
            "ImplicitDeny" => Some((false, written.span)),
            _ => None,
        });
        let stated = get(Field::ExplicitDeny).and_then(|written| match written.text.as_str() {
            "true" => Some((true, written.span)),
            "false" => Some((false, written.span)),
            _ => None,
        });
        Some(Denial {
            action: get(Field::Action)?,
            resource: get(Field::Resource),
            principal_type: get(Field::PrincipalType),
            owner_id: get(Field::OwnerId),
            display_name: get(Field::DisplayName),
            is_explicit: explicit.or(stated),
            policy_type: get(Field::PolicyType),
            circumstances: self.circumstances.into_iter().filter(|one| !one.key.text.is_empty()).collect(),
        })
    }
}

/// Whether a part of a value was made unreadable.
fn is_masked(text: &str) -> bool {
    text.contains("**") || text.to_ascii_lowercase().contains("xxx")
}

impl Denial {
    fn problems(&self, problems: &mut Vec<Problem>) {
        if self.resource.is_none() {
            problems.push(Problem { kind: ProblemKind::NoResource, span: self.action.span });
        }
        let written = [&self.resource, &self.owner_id, &self.display_name].into_iter().flatten();
        for one in written.filter(|one| is_masked(&one.text)) {
            let kind = ProblemKind::Masked { value: one.text.clone() };
            problems.push(Problem { kind, span: one.span });
        }
    }

    /// The account of the identity, where it can be read.
    fn owner(&self) -> Option<&str> {
        let owner = self.owner_id.as_ref()?.text.as_str();
        let is_id = !owner.is_empty() && owner.bytes().all(|byte| byte.is_ascii_digit());
        is_id.then_some(owner)
    }

    /// The account in the resource, where it names one.
    fn resource_owner(&self) -> Option<&str> {
        let account = self.resource.as_ref()?.text.split(':').nth(3)?;
        let is_id = !account.is_empty() && account.bytes().all(|byte| byte.is_ascii_digit());
        is_id.then_some(account)
    }

    /// The request that was denied. What the text does not tell is taken from `base`: who asks, the conditions, and
    /// the resource, if it has a check that names one.
    ///
    /// ```
    /// use ramplay_denial::read;
    /// use ramplay_policy::{Principal, PrincipalKind, Request};
    ///
    /// let read = read(r#"{"AuthAction": "ram:ListUsers", "AuthResource": "*", "AuthPrincipalType": "AssumedRoleUser",
    ///     "AuthPrincipalOwnerId": "1000000000000001", "AuthPrincipalDisplayName": "ops:alice"}"#);
    /// let base = Request::new(Principal::ram_user("1", "nobody"), "", "");
    /// let request = read.denials[0].request(&base).unwrap();
    /// assert_eq!(request.principal.kind, PrincipalKind::RamRole);
    /// assert_eq!(request.principal.arn, "acs:ram::1000000000000001:role/ops/alice");
    /// ```
    pub fn request(&self, base: &Request) -> Option<Request> {
        let given = base.checks.first().map(|check| check.resource.clone()).filter(|given| !given.is_empty());
        let resource = self.resource.as_ref().map(|resource| resource.text.clone()).or(given)?;
        let principal = self.principal(&base.principal);
        let own = if principal.account.is_empty() { &base.resource_account } else { &principal.account };
        let mut context = base.context.clone();
        for one in &self.circumstances {
            let key = one.key.text.clone();
            context.retain(|known, _| !known.eq_ignore_ascii_case(&key));
            context.insert(key, one.values.iter().map(|value| value.text.clone()).collect());
        }
        Some(Request {
            resource_account: self.resource_owner().unwrap_or(own).to_owned(),
            checks: vec![Check { action: self.action.text.clone(), resource, context: ContextMap::new() }],
            principal,
            context,
            ..base.clone()
        })
    }

    /// Who was denied: what the text tells, and of a RAM user the name that is given.
    fn principal(&self, base: &Principal) -> Principal {
        let stated = self.owner();
        let account = stated.or(self.resource_owner()).unwrap_or(&base.account).to_owned();
        let name = self.display_name.as_ref().map(|name| name.text.as_str()).filter(|name| !is_masked(name));
        let of = |kind, what: &str| Principal {
            kind,
            arn: format!("acs:ram::{account}:{what}"),
            account: account.clone(),
            uid: None,
        };
        let kind = self.principal_type.as_ref().map(|kind| kind.text.as_str());
        match (kind, name) {
            (Some("AssumedRoleUser"), Some(name)) => {
                of(PrincipalKind::RamRole, &format!("role/{}", name.replacen(':', "/", 1)))
            }
            (Some("Federated"), Some(provider)) => of(PrincipalKind::Federated, provider),
            (Some("SubUser"), id) => {
                let user = match base.kind {
                    PrincipalKind::RamUser => base.arn.rsplit_once('/').map_or("user", |(_, name)| name),
                    _ => "user",
                };
                let uid = id.map(str::to_owned).or_else(|| base.uid.clone());
                Principal { uid, ..of(PrincipalKind::RamUser, &format!("user/{user}")) }
            }
            // A message that does not say who: the identity that is given, in the account that is known.
            _ if stated.is_none() && self.resource_owner().is_none() => base.clone(),
            _ => {
                let what = base.arn.splitn(5, ':').nth(4).unwrap_or("user/user");
                if base.arn.starts_with("acs:ram:") {
                    Principal { uid: base.uid.clone(), ..of(base.kind, what) }
                } else {
                    base.clone()
                }
            }
        }
    }
}
