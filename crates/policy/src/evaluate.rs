//! Evaluation: policies and a request in, a decision with its trace out.

use crate::assumption::{Assumption, Assumptions};
use crate::decide::{self, Has, LayerAnswers, Outlook, Situation};
use crate::model::{Effect, PatternList, Policy, Principals, Statement, Who};
use crate::pattern::{Pattern, SpannedPattern};
use crate::request::{Check, Context, Principal, PrincipalKind, Request, RequestProblem};
use crate::trace::{
    CheckTrace, DocumentId, Evaluation, Layer, LayerTrace, Matched, Outcome, Skip, StatementRef,
    StatementTrace,
};

/// A policy where it is attached.
#[derive(Debug, Clone, Copy)]
pub struct Attached<'a> {
    /// The caller's number for the document.
    pub document: DocumentId,
    /// The policy.
    pub policy: &'a Policy,
}

/// A resource-based policy where it is attached.
#[derive(Debug, Clone, Copy)]
pub struct ResourceAttached<'a> {
    /// The policy.
    pub attached: Attached<'a>,
    /// Whether an unconditional `Principal: *` leaves the root user of the owning account out, as SLS
    /// project policies do (<https://help.aliyun.com/document_detail/479258.html>).
    pub spares_owner: bool,
}

/// The policies of all layers.
#[derive(Debug, Clone, Default)]
pub struct PolicySet<'a> {
    /// Control policies, each with the name of the node on [`Request::directory_path`] that it is attached to.
    pub control: Vec<(&'a str, Attached<'a>)>,
    /// Session policies; empty when the role was assumed without one.
    pub session: Vec<Attached<'a>>,
    /// Identity-based policies with account scope.
    pub identity: Vec<Attached<'a>>,
    /// Identity-based policies with resource-group scope, each with its resource group.
    pub group: Vec<(&'a str, Attached<'a>)>,
    /// Resource-based policies of the resource.
    pub resource: Vec<ResourceAttached<'a>>,
    /// The trust policy of the role to assume.
    pub trust: Vec<Attached<'a>>,
    /// Layers of which not everything is known.
    pub unseen: Vec<Unseen<'a>>,
}

/// Policies that may be there and were not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unseen<'a> {
    /// Where they are attached.
    pub place: Place<'a>,
    /// Whether they may also deny. A policy that is known by its description only may be known to deny
    /// nothing.
    pub may_deny: bool,
}

/// Where policies are attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// To this node of the directory; without a name, to any node, and also if no
    /// [`Request::directory_path`] was given: the account may be a member.
    Control(Option<&'a str>),
    /// To the session.
    Session,
    /// To the identity, with account scope.
    Identity,
    /// To the identity, with the scope of the resource's group.
    Group,
    /// To the resource.
    Resource,
    /// To the role to assume.
    Trust,
}

impl<'a> PolicySet<'a> {
    /// Whether policies at one of these places may be missing, and whether they may deny.
    fn unseen(&self, is: impl Fn(Place<'a>) -> bool) -> Option<bool> {
        let mut found = self.unseen.iter().filter(|unseen| is(unseen.place)).peekable();
        found.peek()?;
        Some(found.any(|unseen| unseen.may_deny))
    }
}

/// Decides a request.
///
/// The explanation is the trace of this very decision; nothing is evaluated twice.
///
/// # Errors
/// When a value of the request is not of the type that an operator of a policy compares: the request is
/// then at fault and there is no verdict.
///
/// ```
/// use ramplay_policy::*;
///
/// let text = r#"{"Version": "1", "Statement": [
///     {"Effect": "Allow", "Action": "log:Get*", "Resource": "acs:log:*:*:project/p/*"}]}"#;
/// let reading = read(text, PolicyKind::Identity);
/// assert!(reading.is_usable());
///
/// let policies = PolicySet {
///     identity: vec![Attached { document: DocumentId(0), policy: &reading.policy }],
///     ..PolicySet::default()
/// };
/// let request = Request::new(
///     Principal::ram_user("1000000000000001", "alice"),
///     "log:GetCursorOrData",
///     "acs:log:cn-hangzhou:1000000000000001:project/p/logstore/l",
/// );
/// let answer = evaluate(&policies, &request)?;
/// assert_eq!(answer.decision(), Some(Decision::Allow));
/// assert_eq!(answer.checks[0].deciding().next().unwrap().at.statement, 0);
/// # Ok::<(), RequestProblem>(())
/// ```
pub fn evaluate(policies: &PolicySet<'_>, request: &Request) -> Result<Evaluation, RequestProblem> {
    let checks = request
        .checks
        .iter()
        .map(|check| evaluate_check(policies, request, check))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Evaluation { possible: decide::all(checks.iter().map(|check| check.possible)), checks })
}

fn evaluate_check(
    policies: &PolicySet<'_>,
    request: &Request,
    check: &Check,
) -> Result<CheckTrace, RequestProblem> {
    let mut assumptions = Assumptions::default();
    let resource = normal_resource(&check.resource, &mut assumptions);
    let upper = resource.bytes().any(|byte| byte.is_ascii_uppercase());
    let asked = Asked {
        action: check.action.to_ascii_lowercase(),
        folded_resource: upper.then(|| resource.to_ascii_lowercase()),
        resource,
        context: Context::new(request, check),
        principal: &request.principal,
        owner_root: owner_root(request),
        resource_account: &request.resource_account,
    };
    let group = request.resource_group.as_deref();
    let in_group = |(of, _): &&(&str, Attached<'_>)| Some(*of) == group;
    let unseen = |layer: Layer| match layer {
        Layer::Control(level) => {
            let node = request.directory_path.get(usize::from(level)).map(String::as_str);
            policies.unseen(|place| matches!(place, Place::Control(of) if of.is_none() || of == node))
        }
        Layer::Session => policies.unseen(|place| place == Place::Session),
        Layer::IdentityAccount => policies.unseen(|place| place == Place::Identity),
        Layer::IdentityGroup => policies.unseen(|place| place == Place::Group),
        Layer::Resource => policies.unseen(|place| place == Place::Resource),
        Layer::Trust => policies.unseen(|place| place == Place::Trust),
    };
    let has = Has {
        session: !policies.session.is_empty() || unseen(Layer::Session).is_some(),
        group: policies.group.iter().any(|entry| in_group(&entry)) || unseen(Layer::IdentityGroup).is_some(),
        unseen_directory: policies.unseen(|place| place == Place::Control(None)).is_some(),
    };
    let situation = Situation::of(request, &asked.action, has);

    let mut layers = Vec::new();
    let Outlook { possible, settled, allowed_if } = decide::outlook(situation, |layer| {
        let unseen = unseen(layer);
        let mut scan = Scan { asked: &asked, statements: Vec::new(), any_allow: false, any_deny: false };
        match layer {
            Layer::Control(level) => {
                let node = request.directory_path.get(usize::from(level)).map_or("", String::as_str);
                let mut given = policies.control.iter().filter(|(of, _)| *of == node).peekable();
                if given.peek().is_none() && unseen.is_none() {
                    // FullAliyunAccess.
                    assumptions.add(Assumption::LevelWithoutPolicy);
                    scan.any_allow = true;
                }
                for (_, attached) in given {
                    scan.policy(*attached, false, &mut assumptions)?;
                }
            }
            Layer::Session => scan.policies(&policies.session, &mut assumptions)?,
            Layer::IdentityAccount => scan.policies(&policies.identity, &mut assumptions)?,
            Layer::IdentityGroup => {
                for (_, attached) in policies.group.iter().filter(in_group) {
                    scan.policy(*attached, false, &mut assumptions)?;
                }
            }
            Layer::Resource => {
                for resource in &policies.resource {
                    scan.policy(resource.attached, resource.spares_owner, &mut assumptions)?;
                }
            }
            Layer::Trust => scan.policies(&policies.trust, &mut assumptions)?,
        }
        let decision = decide::unit(scan.any_deny, scan.any_allow);
        let answers = match unseen {
            None => LayerAnswers { known: decision, possible: decision.into() },
            Some(may_deny) => LayerAnswers::unseen(decision, may_deny),
        };
        layers.push(LayerTrace {
            layer,
            decision,
            unseen: unseen.is_some(),
            possible: answers.possible,
            statements: scan.statements,
        });
        Ok(answers)
    })?;
    // Runs with other answers may have read layers late.
    layers.sort_by_key(|trace: &LayerTrace| match trace.layer {
        Layer::Control(level) => (0, u16::MAX - level),
        Layer::Session => (1, 0),
        Layer::IdentityAccount => (2, 0),
        Layer::IdentityGroup => (3, 0),
        Layer::Resource => (4, 0),
        Layer::Trust => (5, 0),
    });
    Ok(CheckTrace { possible, settled, allowed_if, layers, assumptions })
}

impl Statement {
    /// Whether `Principal` names the principal of a request; a statement without the element is silent about it
    /// and binds everybody. `spares_owner` as in [`ResourceAttached`].
    ///
    /// ```
    /// use ramplay_policy::{PolicyKind, Principal, Request, read};
    ///
    /// let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
    ///     "Principal": {"RAM": "acs:ram::1:root"}}]}"#;
    /// let policy = read(text, PolicyKind::Trust).policy;
    /// let by = |account| Request::new(Principal::ram_user(account, "alice"), "sts:AssumeRole", "*");
    /// assert!(policy.statements[0].names_principal(&by("1"), false));
    /// assert!(!policy.statements[0].names_principal(&by("2"), false));
    /// ```
    pub fn names_principal(&self, request: &Request, spares_owner: bool) -> bool {
        let Some(principals) = &self.principal else { return true };
        let check = Check::default();
        let asked = Asked {
            action: String::new(),
            resource: String::new(),
            folded_resource: None,
            context: Context::new(request, &check),
            principal: &request.principal,
            owner_root: owner_root(request),
            resource_account: &request.resource_account,
        };
        let spared = spares_owner && asked.owner_root && self.conditions.is_empty();
        asked.names(principals, spared, &mut Assumptions::default()).is_some()
    }
}

/// Whether the root user of the owning account asks.
fn owner_root(request: &Request) -> bool {
    request.principal.kind == PrincipalKind::Root && request.principal.account == request.resource_account
}

/// One check in the forms that patterns are compared with.
struct Asked<'a> {
    /// In lower case.
    action: String,
    /// ARNs of `ram` without a region.
    resource: String,
    /// The same in lower case, where that makes a difference.
    folded_resource: Option<String>,
    context: Context<'a>,
    principal: &'a Principal,
    owner_root: bool,
    resource_account: &'a str,
}

/// `acs:ram:<anything>:…` is read as `acs:ram::…`.
fn normal_resource(resource: &str, used: &mut Assumptions) -> String {
    let rest = resource.strip_prefix("acs:ram:").and_then(|rest| rest.split_once(':'));
    match rest {
        Some((region, rest)) if !region.is_empty() => {
            used.add(Assumption::RamRegion);
            format!("acs:ram::{rest}")
        }
        _ => resource.to_owned(),
    }
}

/// Collects what the statements of one layer say.
struct Scan<'s, 'a> {
    asked: &'s Asked<'a>,
    statements: Vec<StatementTrace>,
    any_allow: bool,
    any_deny: bool,
}

impl Scan<'_, '_> {
    fn policies(&mut self, all: &[Attached<'_>], used: &mut Assumptions) -> Result<(), RequestProblem> {
        all.iter().try_for_each(|attached| self.policy(*attached, false, used))
    }

    fn policy(
        &mut self,
        attached: Attached<'_>,
        spares_owner: bool,
        used: &mut Assumptions,
    ) -> Result<(), RequestProblem> {
        self.statements.reserve(attached.policy.statements.len());
        for (index, statement) in (0_u16..).zip(&attached.policy.statements) {
            let outcome = match self.asked.meets(statement, spares_owner, used)? {
                Ok(matched) => {
                    match statement.effect {
                        Effect::Allow => self.any_allow = true,
                        Effect::Deny => self.any_deny = true,
                    }
                    Outcome::Applies(matched)
                }
                Err(skip) => Outcome::Skipped(skip),
            };
            let at = StatementRef { document: attached.document, statement: index };
            self.statements.push(StatementTrace { at, effect: statement.effect, outcome });
        }
        Ok(())
    }
}

impl Asked<'_> {
    /// Looks at the elements in the order of [`Skip`] and stops at the first that fails.
    fn meets(
        &self,
        statement: &Statement,
        spares_owner: bool,
        used: &mut Assumptions,
    ) -> Result<Result<Matched, Skip>, RequestProblem> {
        let Some(action) = find(&statement.action, &self.action) else {
            return Ok(Err(Skip::Action));
        };
        let mut matched = Matched { action, ..Matched::default() };
        if let Some(principals) = &statement.principal {
            let spared = spares_owner && self.owner_root && statement.conditions.is_empty();
            let Some(entry) = self.names(principals, spared, used) else {
                let everybody = principals.entries.iter().any(|entry| entry.who == Who::Everybody);
                return Ok(Err(if spared && everybody { Skip::OwnerSpared } else { Skip::Principal }));
            };
            matched.principal = Some(entry);
        }
        if let Some(resources) = &statement.resource {
            let found = find(resources, &self.resource);
            self.note_resource(resources, found, used);
            match found {
                Some(entry) => matched.resource = entry,
                None => return Ok(Err(Skip::Resource)),
            }
        }
        // Every clause is looked at, so that whether the request is at fault does not depend on their order.
        let mut failed = None;
        for (index, clause) in (0_u16..).zip(&statement.conditions) {
            if let Err(why) = clause.check(&self.context, used)? {
                failed = failed.or(Some(Skip::Condition { clause: index, why }));
            }
        }
        Ok(failed.map_or(Ok(matched), Err))
    }

    /// Notes the assumptions that the outcome of a resource list rests on.
    #[expect(clippy::option_option, reason = "the result of `find`")]
    fn note_resource(&self, list: &PatternList, found: Option<Option<u16>>, used: &mut Assumptions) {
        let text = self.resource.as_str();
        let hit = if list.negated {
            list.patterns.iter().find(|entry| entry.pattern.matches(text))
        } else {
            found.flatten().and_then(|index| list.patterns.get(usize::from(index)))
        };
        match hit {
            Some(entry) => {
                let strict = |entry: &SpannedPattern| entry.pattern.matches_by_segment(text);
                if entry.pattern.is_wild() && !list.patterns.iter().any(strict) {
                    used.add(Assumption::StarCrossesColon);
                }
            }
            None => {
                let folded = self.folded_resource.as_deref();
                let loosely = |entry: &SpannedPattern| match (&entry.loose, folded) {
                    (Some(loose), _) => loose.matches(folded.unwrap_or(text)),
                    (None, Some(folded)) => entry.pattern.matches(folded),
                    (None, None) => false,
                };
                if list.patterns.iter().any(loosely) {
                    used.add(Assumption::ResourceCase);
                }
            }
        }
        if list.patterns.iter().any(|entry| entry.written.contains('\\')) {
            used.add(Assumption::NoEscape);
        }
    }

    /// The entry that names the principal.
    fn names(&self, principals: &Principals, spared: bool, used: &mut Assumptions) -> Option<u16> {
        let arn = self.principal.arn.as_str();
        let plain_arn = self.principal.arn_without_session();
        let is_ram = matches!(
            self.principal.kind,
            PrincipalKind::Root
                | PrincipalKind::RamUser
                | PrincipalKind::RamRole
                | PrincipalKind::ServiceLinkedRole
        );
        let kind = self.principal.kind;
        for (index, entry) in (0_u16..).zip(&principals.entries) {
            let named = match &entry.who {
                Who::Everybody => !spared,
                Who::Account(account) => {
                    let named = is_ram && account.matches(&self.principal.account);
                    note_principal(account, &[&self.principal.account], named, used);
                    named
                }
                Who::Arn(pattern) => {
                    let named = is_ram && (pattern.matches(arn) || pattern.matches(plain_arn));
                    note_principal(pattern, &[arn, plain_arn], named, used);
                    named
                }
                Who::Service { name, account } => {
                    let of = account.as_deref();
                    kind == PrincipalKind::Service && *arn == **name && self.serves(of)
                }
                Who::Federated(pattern) => {
                    let named = kind == PrincipalKind::Federated && pattern.matches(arn);
                    note_principal(pattern, &[arn], named, used);
                    named
                }
                Who::Id(pattern) => {
                    let uid = self.principal.uid.as_deref();
                    let root = (kind == PrincipalKind::Root).then_some(self.principal.account.as_str());
                    let named = [uid, root].into_iter().flatten().any(|id| pattern.matches(id))
                        || pattern.matches(plain_arn);
                    if !named && is_ram && pattern.matches(&self.principal.account) {
                        used.add(Assumption::AccountIdIsRoot);
                    }
                    note_principal(pattern, &[plain_arn], named, used);
                    named
                }
            };
            if named {
                return Some(index);
            }
        }
        None
    }

    /// Whether the service acts for the account that a `Service` entry means; a bare name means the
    /// role's own account.
    fn serves(&self, account: Option<&str>) -> bool {
        self.principal.account == account.unwrap_or(self.resource_account)
    }
}

/// Matches a list: `Some(entry)` when the element matches, with the entry's index unless it is negated.
#[expect(clippy::option_option, reason = "outer: whether it matches; inner: which entry, none when negated")]
fn find(list: &PatternList, text: &str) -> Option<Option<u16>> {
    let hit = list.patterns.iter().position(|entry| entry.pattern.matches(text));
    match (list.negated, hit) {
        (false, Some(index)) => Some(u16::try_from(index).ok()),
        (true, None) => Some(None),
        (false, None) | (true, Some(_)) => None,
    }
}

fn note_principal(pattern: &Pattern, seen: &[&str], named: bool, used: &mut Assumptions) {
    if named && pattern.is_wild() {
        used.add(Assumption::PrincipalWildcard);
    }
    if !named {
        let loose = Pattern::folded(pattern.as_str());
        if seen.iter().any(|text| loose.matches(&text.to_ascii_lowercase())) {
            used.add(Assumption::PrincipalCase);
        }
    }
}
