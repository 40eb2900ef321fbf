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
use crate::trace::{Decision, Decisions, Layer, Must, Need, Settled};

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

/// Which layers that need not be there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Has {
    /// A session policy, or perhaps one.
    pub(crate) session: bool,
    /// Policies with the scope of the resource's group, or perhaps some.
    pub(crate) group: bool,
    /// Perhaps a directory with control policies, although no path was given.
    pub(crate) unseen_directory: bool,
}

impl Situation {
    pub(crate) fn of(request: &Request, folded_action: &str, has: Has) -> Self {
        let Principal { kind, account, .. } = &request.principal;
        let same_account = !account.is_empty() && *account == request.resource_account;
        let exempt = request.in_management_account
            || *kind == PrincipalKind::ServiceLinkedRole
            || (*kind == PrincipalKind::Root && same_account);
        let levels = request.directory_path.len().max(usize::from(has.unseen_directory));
        let levels = if exempt { 0 } else { levels };
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
            has_session: has.session
                && matches!(kind, PrincipalKind::RamRole | PrincipalKind::ServiceLinkedRole),
            has_identity: matches!(
                kind,
                PrincipalKind::RamUser | PrincipalKind::RamRole | PrincipalKind::ServiceLinkedRole
            ),
            has_group: has.group,
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

/// What a layer can answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LayerAnswers {
    /// The answer of the documents given.
    pub(crate) known: Decision,
    /// That, and what it becomes with policies that were not given.
    pub(crate) possible: Decisions,
}

impl LayerAnswers {
    /// With policies that were not given and may allow, or also deny.
    pub(crate) fn unseen(known: Decision, may_deny: bool) -> Self {
        let mut possible = Decisions::from(known);
        if known == Decision::ImplicitDeny {
            possible = possible.with(Decision::Allow);
        }
        if may_deny {
            possible = possible.with(Decision::ExplicitDeny);
        }
        LayerAnswers { known, possible }
    }

    /// Whether there is more than one answer.
    fn is_open(self) -> bool {
        self.possible.only().is_none()
    }
}

/// What [`decide`] comes to when layers may have several answers.
#[derive(Debug)]
pub(crate) struct Outlook {
    pub(crate) possible: Decisions,
    pub(crate) settled: Option<Settled>,
    pub(crate) allowed_if: Vec<Vec<Need>>,
}

/// One run of [`decide`]: what it took from the layers with several answers, and what came out.
struct Run {
    taken: Vec<(Layer, Decision)>,
    decision: Decision,
    settled: Settled,
}

/// Settles one check for every answer that its layers can have. With one answer each, that is one
/// run of [`decide`].
pub(crate) fn outlook<E>(
    situation: Situation,
    mut read: impl FnMut(Layer) -> Result<LayerAnswers, E>,
) -> Result<Outlook, E> {
    let mut answers: Vec<(Layer, LayerAnswers)> = Vec::new();
    let mut runs: Vec<Run> = Vec::new();
    // Answers to take first; behind them each layer takes its best.
    let mut wanted: Vec<(Layer, Decision)> = Vec::new();
    loop {
        let mut taken: Vec<(Layer, Decision)> = Vec::new();
        let (decision, settled) = decide(situation, |layer| {
            let found = match answers.iter().find(|(of, _)| *of == layer) {
                Some((_, found)) => *found,
                None => {
                    let found = read(layer)?;
                    answers.push((layer, found));
                    found
                }
            };
            if !found.is_open() {
                return Ok(found.known);
            }
            let next = wanted.get(taken.len()).map(|(_, answer)| *answer);
            let answer = next.or_else(|| found.possible.iter().next()).unwrap_or(found.known);
            taken.push((layer, answer));
            Ok(answer)
        })?;
        wanted.clone_from(&taken);
        runs.push(Run { taken, decision, settled });
        // The next combination: the last layer that has a worse answer left takes it.
        let of = |layer: Layer| answers.iter().find(|(of, _)| *of == layer).map(|(_, found)| found.possible);
        loop {
            let Some((layer, last)) = wanted.pop() else {
                return Ok(sum_up(&runs, &answers));
            };
            let mut rest =
                of(layer).into_iter().flat_map(Decisions::iter).skip_while(|answer| *answer != last);
            if let Some(worse) = rest.nth(1) {
                wanted.push((layer, worse));
                break;
            }
        }
    }
}

fn sum_up(runs: &[Run], answers: &[(Layer, LayerAnswers)]) -> Outlook {
    let possible = runs.iter().fold(Decisions::default(), |all, run| all.with(run.decision));
    let of = |layer: Layer| answers.iter().find(|(of, _)| *of == layer).map(|(_, found)| *found);
    if possible.only().is_some() {
        // Of runs that all end alike, the one that rests on what was given explains best.
        let rests_on_known = |run: &&Run| match run.settled {
            Settled::Layer(layer) => of(layer).is_some_and(|found| found.known == run.decision),
            Settled::Both(one, other) => {
                [one, other].into_iter().filter_map(of).all(|found| found.known == run.decision)
            }
            Settled::OwnerRoot | Settled::RootCannotAssume | Settled::OtherAccount => true,
        };
        let run = runs.iter().find(rests_on_known).or(runs.first());
        return Outlook { possible, settled: run.map(|run| run.settled), allowed_if: Vec::new() };
    }
    Outlook { possible, settled: None, allowed_if: ways(runs, of) }
}

/// The ways in which a check can be allowed.
///
/// A better answer of a layer never makes the answer of the check worse (explicit deny, implicit deny,
/// allow, in this order), so the allowing runs with the least answers say everything: a run that asks
/// at least as much of every layer as another adds nothing to it.
fn ways(runs: &[Run], of: impl Fn(Layer) -> Option<LayerAnswers>) -> Vec<Vec<Need>> {
    let mut ways: Vec<Vec<Need>> = Vec::new();
    for run in runs.iter().filter(|run| run.decision == Decision::Allow) {
        let needs = run.taken.iter().filter_map(|&(layer, answer)| {
            let found = of(layer)?;
            let may_deny = found.possible.contains(Decision::ExplicitDeny);
            match answer {
                Decision::Allow if found.known != Decision::Allow => Some(Need { layer, must: Must::Allow }),
                Decision::Allow | Decision::ImplicitDeny => {
                    may_deny.then_some(Need { layer, must: Must::NotDeny })
                }
                Decision::ExplicitDeny => None,
            }
        });
        ways.push(needs.collect());
    }
    let asks_no_less = |more: &[Need], less: &[Need]| {
        less.iter().all(|need| {
            more.iter().any(|other| {
                other.layer == need.layer && (other.must == need.must || need.must == Must::NotDeny)
            })
        })
    };
    let mut least: Vec<Vec<Need>> = Vec::new();
    for (index, way) in ways.iter().enumerate() {
        let beaten = ways.iter().enumerate().any(|(other_index, other)| {
            // Of two that ask the same, the first stays.
            other_index != index
                && asks_no_less(way, other)
                && (other_index < index || !asks_no_less(other, way))
        });
        if !beaten {
            least.push(way.clone());
        }
    }
    least
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
fn both(one: Decision, other: Decision) -> Decision {
    match (one, other) {
        (Decision::ExplicitDeny, _) | (_, Decision::ExplicitDeny) => Decision::ExplicitDeny,
        (Decision::Allow, Decision::Allow) => Decision::Allow,
        (Decision::ImplicitDeny | Decision::Allow, Decision::ImplicitDeny | Decision::Allow) => {
            Decision::ImplicitDeny
        }
    }
}

/// The possible answers of a call with several checks. Policies that nobody has seen can tell any two
/// checks apart, so every combination of their answers is possible.
pub(crate) fn all(checks: impl IntoIterator<Item = Decisions>) -> Decisions {
    checks.into_iter().fold(Decision::Allow.into(), |so_far, check| {
        let pairs = so_far.iter().flat_map(|one| check.iter().map(move |other| both(one, other)));
        pairs.fold(Decisions::default(), Decisions::with)
    })
}
