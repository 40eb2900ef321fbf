//! The fewest readable statements for what is needed, beside what is there.

use std::collections::BTreeMap;

use ramplay_flink::{OneOrMany, PolicyDocument, Statement};
use ramplay_policy::condition::Clause;
use ramplay_policy::{
    Attached, Check, Decision, DocumentId, Effect, PolicyKind, PolicySet, Reading, Request, RequestProblem,
    evaluate, read,
};

use crate::diff::{Diff, Options, diff};
use crate::edited::documents;
use crate::frame::Frame;
use crate::least::{Need, least, one_or_many, split};
use crate::needed::Needed;
use crate::wider::Wider;

/// Policies for what is needed.
#[derive(Debug, Clone)]
pub struct Tight {
    /// The documents, each within RAM's limit on its length.
    pub documents: Vec<PolicyDocument>,
    /// What changes when they take the place of today's identity-based policies.
    pub diff: Diff,
    /// Needs that today's policies do not allow.
    pub denied_today: Vec<Need>,
    /// Needs that stay denied: control, session, resource or trust policies stand against them.
    pub still_denied: Vec<Need>,
}

/// `Condition`, as documents write it.
type Conditions = BTreeMap<String, BTreeMap<String, OneOrMany>>;

/// Makes the fewest readable statements that allow what is needed, and compares them with today's identity-based
/// policies of the set; policies of the other layers stay.
///
/// Where today's policies allow a need under conditions only, the statement for it keeps these.
///
/// # Errors
/// When a value of a request is not of the type that an operator compares.
///
/// ```
/// use ramplay_analysis::{Options, Relation, needed, tighten};
/// use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Principal, Request, read};
///
/// let today = read(r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "*"}]}"#,
///     PolicyKind::Identity);
/// let set = PolicySet {
///     identity: vec![Attached { document: DocumentId(0), policy: &today.policy }],
///     ..PolicySet::default()
/// };
/// let base = Request::new(Principal::ram_user("1000000000000001", "alice"), "", "");
/// let calls = needed("log:GetCursorOrData acs:log:*:*:project/web/logstore/access
///     log:ListShards acs:log:*:*:project/web/logstore/access").unwrap();
/// let tight = tighten(&set, &calls, &base, &Options::default())?;
/// assert_eq!(tight.documents[0].statement.len(), 1);
/// assert_eq!(tight.diff.relation, Relation::Narrower);
/// # Ok::<(), ramplay_policy::RequestProblem>(())
/// ```
pub fn tighten(
    set: &PolicySet<'_>,
    needed: &[Needed],
    base: &Request,
    options: &Options<'_>,
) -> Result<Tight, RequestProblem> {
    let mut by_condition: BTreeMap<String, (Option<Conditions>, Vec<&Need>)> = BTreeMap::new();
    for one in needed {
        let conditions = conditions(set, &one.need);
        let key = conditions.as_ref().map(|found| format!("{found:?}")).unwrap_or_default();
        by_condition.entry(key).or_insert_with(|| (conditions, Vec::new())).1.push(&one.need);
    }
    let mut statements: Vec<Statement> = Vec::new();
    for (conditions, mut needs) in by_condition.into_values() {
        needs.sort_unstable();
        needs.dedup();
        let found = least(&needs, &Wider::new(&needs));
        statements.extend(found.into_iter().map(|one| Statement { condition: conditions.clone(), ..one }));
    }
    let parts = split(statements);
    let documents_of: Vec<PolicyDocument> = parts.into_iter().map(PolicyDocument::of).collect();
    let readings: Vec<Reading> =
        documents_of.iter().map(|document| read(&document.to_text(), PolicyKind::Identity)).collect();
    let free =
        documents(set).iter().map(|known| known.document.0).max().map_or(0, |last| last.saturating_add(1));
    let attached = (free..)
        .zip(&readings)
        .map(|(number, reading)| Attached { document: DocumentId(number), policy: &reading.policy });
    let after = PolicySet { identity: attached.collect(), group: Vec::new(), ..set.clone() };
    let (mut denied_today, mut still_denied) = (Vec::new(), Vec::new());
    for one in needed {
        let request = request(base, one);
        let is_denied = |set: &PolicySet<'_>| {
            Ok::<bool, RequestProblem>(!evaluate(set, &request)?.possible.contains(Decision::Allow))
        };
        if is_denied(set)? {
            denied_today.push(one.need.clone());
        }
        if is_denied(&after)? {
            still_denied.push(one.need.clone());
        }
    }
    let frame = Frame::around(vec![Request { checks: Vec::new(), ..base.clone() }]);
    let diff = diff(set, &after, &frame, options)?;
    Ok(Tight { documents: documents_of, diff, denied_today, still_denied })
}

fn request(base: &Request, needed: &Needed) -> Request {
    let mut request = base.clone();
    request.checks = vec![Check {
        action: needed.need.action.clone(),
        resource: needed.need.resource.clone(),
        context: needed.context.clone(),
    }];
    request
}

/// The conditions under which today's policies allow a need, if no statement allows it without.
fn conditions(set: &PolicySet<'_>, need: &Need) -> Option<Conditions> {
    let action = need.action.to_ascii_lowercase();
    let own = set.identity.iter().chain(set.group.iter().map(|(_, attached)| attached));
    let matches = |list: &ramplay_policy::PatternList, text: &str| {
        list.patterns.iter().any(|entry| entry.pattern.matches(text)) != list.negated
    };
    let allowing = own.flat_map(|attached| &attached.policy.statements).filter(|statement| {
        statement.effect == Effect::Allow
            && matches(&statement.action, &action)
            && statement.resource.as_ref().is_none_or(|list| matches(list, &need.resource))
    });
    let mut first = None;
    for statement in allowing {
        if statement.conditions.is_empty() {
            return None;
        }
        first = first.or(Some(&statement.conditions));
    }
    first.map(|clauses| written(clauses))
}

fn written(clauses: &[Clause]) -> Conditions {
    let mut conditions = Conditions::new();
    for clause in clauses {
        let values = clause.values.iter().map(crate::group::text).collect();
        let keys = conditions.entry(clause.operator_name()).or_default();
        keys.insert(clause.key.to_string(), one_or_many(values));
    }
    conditions
}
