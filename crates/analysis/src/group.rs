//! Changes by the statements that make them, for people to read.

use std::collections::{BTreeMap, BTreeSet};

use ramplay_policy::condition::{Clause, Value};
use ramplay_policy::model::PatternList;
use ramplay_policy::{
    Attached, Decision, PolicySet, Request, Statement, StatementRef, StatementTrace, Verdict, evaluate,
};

use crate::budget::Budget;
use crate::catalogue::Catalogue;
use crate::explore::{ActionGroup, BaseResult, Explorer, Found, Region, request};
use crate::real::Known;

/// Most requests that are looked into to group changes.
const MOST_LOOKS: u64 = 2_000;

/// Changes of one kind that the same statements make.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The first side's answer.
    pub from: Verdict,
    /// The second side's.
    pub to: Verdict,
    /// The statements that decide on the first side.
    pub before: Vec<StatementRef>,
    /// The statements that decide on the second side.
    pub after: Vec<StatementRef>,
    /// The entries of the statements that make the change which match changed actions; there can be actions
    /// among theirs that do not change.
    pub actions: Entries,
    /// The same for resources.
    pub resources: Entries,
    /// The conditions of these statements.
    pub conditions: Vec<Condition>,
    /// The known actions that change, on at least one resource that they are checked on.
    pub known: Vec<String>,
    /// How many they are, and of how many, by service.
    pub counts: Vec<Count>,
    /// A request of this group.
    pub example: Request,
    /// Whether the example's action is known and checked on such a resource.
    pub real: bool,
}

/// What a statement speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoken {
    /// The statement.
    pub at: StatementRef,
    /// Its actions.
    pub actions: Entries,
    /// Its resources; none in a trust policy.
    pub resources: Entries,
    /// Its conditions, all of which must be met.
    pub conditions: Vec<Condition>,
}

/// What a statement of a set speaks of.
pub(crate) fn parts(set: &PolicySet<'_>, at: StatementRef) -> Option<Spoken> {
    let statement = statement(set, at)?;
    let all = |list: &PatternList| {
        let written = list.patterns.iter().map(|entry| entry.written.to_string()).collect();
        if list.negated {
            Entries { of: Vec::new(), but: written }
        } else {
            Entries { of: written, but: Vec::new() }
        }
    };
    Some(Spoken {
        at,
        actions: all(&statement.action),
        resources: statement.resource.as_ref().map(all).unwrap_or_default(),
        conditions: statement.conditions.iter().map(condition).collect(),
    })
}

fn condition(clause: &Clause) -> Condition {
    Condition {
        operator: clause.operator_name(),
        key: clause.key.to_string(),
        values: clause.values.iter().map(text).collect(),
    }
}

/// Entries of `Action` or `Resource` as they are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entries {
    /// Entries of which one matches.
    pub of: Vec<String>,
    /// Entries of `NotAction` or `NotResource`: none matches.
    pub but: Vec<String>,
}

/// A clause of a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition {
    /// The operator as it is written, set prefix included.
    pub operator: String,
    /// The key.
    pub key: String,
    /// The values.
    pub values: Vec<String>,
}

/// How many known actions of a service change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The service, such as `log`.
    pub service: String,
    /// The actions that change.
    pub changed: usize,
    /// The actions that are known.
    pub of: usize,
}

/// What tells groups apart.
type Key = (&'static str, &'static str, Vec<StatementRef>, Vec<StatementRef>);

/// What is collected of a group.
struct Draft {
    group: Group,
    known: BTreeSet<usize>,
}

/// The changes by the statements that make them, and whether that is all of them.
pub(crate) fn groups(
    explorer: &Explorer<'_, '_>,
    results: &[BaseResult],
    known: &mut [Option<Known<'_>>],
    catalogue: Option<&Catalogue>,
    budget: &Budget,
) -> (Vec<Group>, bool) {
    let mut drafts: BTreeMap<Key, Draft> = BTreeMap::new();
    let looks = Budget::new(MOST_LOOKS);
    let mut complete = true;
    for (result, known) in results.iter().zip(known) {
        let Some(base) = explorer.frame.bases.get(result.base) else { continue };
        for (number, group) in result.groups.iter().enumerate() {
            for region in &group.regions {
                let real = match known {
                    Some(known) => known.on(number, group, &region.resource.accepts, budget).ok(),
                    None => Some(Vec::new()),
                };
                complete &= real.is_some();
                let real = real.unwrap_or_default();
                for way in region.found.iter() {
                    if looks.take(1).is_err() || budget.take(explorer.weight).is_err() {
                        complete = false;
                        break;
                    }
                    add(&mut drafts, explorer, base, (group, region, way), &real, catalogue);
                }
            }
        }
    }
    let finish = |draft: Draft| finish(draft, catalogue);
    (drafts.into_values().map(finish).collect(), complete)
}

fn add(
    drafts: &mut BTreeMap<Key, Draft>,
    explorer: &Explorer<'_, '_>,
    base: &Request,
    (group, region, way): (&ActionGroup, &Region, &Found),
    real: &[(usize, String)],
    catalogue: Option<&Catalogue>,
) {
    let known = real.first().and_then(|(action, resource)| {
        Some((catalogue?.actions.get(*action)?.action.as_str(), resource.as_str()))
    });
    let synthetic = group.cells.first().map(|cell| (cell.text.as_str(), region.resource.text.as_str()));
    let Some((action, resource)) = known.or(synthetic) else { return };
    let example = request(base, action, resource, &way.context);
    let (Ok(before), Ok(after)) = (evaluate(explorer.a, &example), evaluate(explorer.b, &example)) else {
        return;
    };
    let deciding = |evaluation: &ramplay_policy::Evaluation| -> Vec<StatementTrace> {
        evaluation.checks.iter().flat_map(ramplay_policy::CheckTrace::deciding).copied().collect()
    };
    let (a, b) = (deciding(&before), deciding(&after));
    let at = |traces: &[StatementTrace]| traces.iter().map(|trace| trace.at).collect::<Vec<_>>();
    let (from, to) = (before.verdict(), after.verdict());
    // What became of the answer is due to the second side, unless nothing there speaks to it any more.
    let due_to_b = !matches!(to, Verdict::Decided(Decision::ImplicitDeny)) && !b.is_empty();
    let (set, causes) = if due_to_b { (explorer.b, &b) } else { (explorer.a, &a) };
    let key = (from.code(), to.code(), at(&a), at(&b));
    let draft = drafts.entry(key).or_insert_with(|| Draft {
        group: Group {
            from,
            to,
            before: at(&a),
            after: at(&b),
            actions: Entries::default(),
            resources: Entries::default(),
            conditions: Vec::new(),
            known: Vec::new(),
            counts: Vec::new(),
            example: example.clone(),
            real: known.is_some(),
        },
        known: BTreeSet::new(),
    });
    if known.is_some() && !draft.group.real {
        draft.group.example = example;
        draft.group.real = true;
    }
    draft.known.extend(real.iter().map(|(action, _)| *action));
    for cause in causes {
        let Some(statement) = statement(set, cause.at) else { continue };
        let texts = group.cells.iter().map(|cell| cell.text.as_str());
        entries(&mut draft.group.actions, &statement.action, &texts);
        if let Some(resources) = &statement.resource {
            let text = std::iter::once(region.resource.text.as_str());
            entries(&mut draft.group.resources, resources, &text);
        }
        for clause in &statement.conditions {
            let condition = condition(clause);
            if !draft.group.conditions.contains(&condition) {
                draft.group.conditions.push(condition);
            }
        }
    }
}

fn finish(draft: Draft, catalogue: Option<&Catalogue>) -> Group {
    let Draft { mut group, known } = draft;
    let Some(catalogue) = catalogue else { return group };
    let rows = known.iter().filter_map(|place| catalogue.actions.get(*place));
    for row in rows {
        group.known.push(row.action.clone());
        let service = row.service().to_ascii_lowercase();
        match group.counts.iter_mut().find(|count| count.service == service) {
            Some(count) => count.changed += 1,
            None => {
                let of = catalogue.count(&service);
                group.counts.push(Count { service, changed: 1, of });
            }
        }
    }
    group.known.sort_unstable();
    group
}

/// Adds the entries of a list that match one of the texts; of a negated list all, as none matches.
fn entries<'t>(found: &mut Entries, list: &PatternList, texts: &(impl Iterator<Item = &'t str> + Clone)) {
    for entry in &list.patterns {
        let list_of = if list.negated { &mut found.but } else { &mut found.of };
        let counts = list.negated || texts.clone().any(|text| entry.pattern.matches(text));
        if counts && !list_of.iter().any(|known| **known == *entry.written) {
            list_of.push(entry.written.to_string());
        }
    }
}

/// The statement of a set that a trace points at.
fn statement<'p>(set: &PolicySet<'p>, at: StatementRef) -> Option<&'p Statement> {
    let control = set.control.iter().map(|(_, attached)| attached);
    let group = set.group.iter().map(|(_, attached)| attached);
    let resource = set.resource.iter().map(|given| &given.attached);
    let plain = set.session.iter().chain(&set.identity).chain(&set.trust);
    let mut all = control.chain(group).chain(resource).chain(plain);
    let attached: &Attached<'p> = all.find(|attached| attached.document == at.document)?;
    attached.policy.statements.get(usize::from(at.statement))
}

/// A value of a clause as text.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Folded(text) => text.to_string(),
        Value::Like(pattern) => pattern.as_str().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Date(instant) => instant.to_string(),
        Value::Bool(value) => value.to_string(),
        Value::Address(range) => range.to_string(),
    }
}
