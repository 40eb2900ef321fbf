//! Parts of policies that change no answer.

use ramplay_policy::model::{PatternList, Policy, Statement};
use ramplay_policy::{DocumentId, PolicySet, RequestProblem, StatementRef};
use ramplay_text::Span;

use crate::diff::{Options, Relation, diff};
use crate::edited::{documents, with};
use crate::frame::Frame;

/// A part of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// The whole statement.
    Statement,
    /// An entry of `Action` or `NotAction`, by its index.
    Action(usize),
    /// An entry of `Resource` or `NotResource`, by its index.
    Resource(usize),
    /// A clause of `Condition` with all its values, by its index.
    Clause(usize),
    /// A value of a clause: the indices of both.
    Value(usize, usize),
}

impl What {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            What::Statement => "statement",
            What::Action(_) => "action",
            What::Resource(_) => "resource",
            What::Clause(_) => "condition",
            What::Value(..) => "value",
        }
    }
}

/// A part of a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The statement.
    pub at: StatementRef,
    /// What of it.
    pub what: What,
    /// Where it stands in its document; of a clause, its key.
    pub span: Span,
}

/// Parts that change no answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dead {
    /// Parts of which each can be taken out alone: every request keeps its answer. What is in a statement that is
    /// itself dead is not listed.
    pub parts: Vec<Part>,
    /// Parts, of these, that can be taken out together: of two that say the same, one has to stay.
    pub together: Vec<Part>,
    /// Parts of which that is not decided.
    pub undecided: Vec<Part>,
}

/// Finds the parts that change no answer to any request of the frame: each is taken out, and the two sets compared.
///
/// `steps` of the options bound each comparison; their number is that of the parts, twice.
///
/// # Errors
/// When a value that the frame fixes is not of the type that an operator compares.
///
/// ```
/// use ramplay_analysis::{Frame, Options, What, dead};
/// use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Principal, read};
///
/// let text = r#"{"Version": "1", "Statement": [
///     {"Effect": "Allow", "Action": ["log:GetLogStore", "log:Get*"], "Resource": "*"},
///     {"Effect": "Allow", "Action": "log:GetCursorOrData", "Resource": "acs:log:*:*:project/p/*"}]}"#;
/// let reading = read(text, PolicyKind::Identity);
/// let set = PolicySet {
///     identity: vec![Attached { document: DocumentId(0), policy: &reading.policy }],
///     ..PolicySet::default()
/// };
/// let frame = Frame::of(Principal::ram_user("1000000000000001", "alice"));
/// let found = dead(&set, &frame, &Options::default())?;
/// let whats: Vec<_> = found.parts.iter().map(|part| (part.at.statement, part.what)).collect();
/// assert_eq!(whats, [(0, What::Action(0)), (1, What::Statement)]);
/// assert_eq!(found.together, found.parts);
/// # Ok::<(), ramplay_policy::RequestProblem>(())
/// ```
pub fn dead(set: &PolicySet<'_>, frame: &Frame, options: &Options<'_>) -> Result<Dead, RequestProblem> {
    dead_of(&[(set, frame)], options, &|_, _| {})
}

/// [`dead`] of several sets of policies that share documents: a part is dead if it is so in every set that has its
/// document. `watch` is told how far it is: see [`Watch`](crate::Watch).
///
/// # Errors
/// Those of [`dead`].
pub fn dead_of(
    sides: &[(&PolicySet<'_>, &Frame)],
    options: &Options<'_>,
    watch: &dyn Fn(usize, usize),
) -> Result<Dead, RequestProblem> {
    // Nobody reads the witnesses.
    let options = Options { catalogue: None, ..*options };
    let mut all: Vec<Part> = Vec::new();
    for part in sides.iter().flat_map(|(set, _)| parts(set)) {
        if !all.contains(&part) {
            all.push(part);
        }
    }
    let mut found = Dead::default();
    let of = all.len();
    for (done, part) in all.into_iter().enumerate() {
        watch(done, of);
        let statement = Part { what: What::Statement, ..part };
        if found.parts.iter().any(|known| known.at == part.at && known.what == statement.what) {
            continue;
        }
        match is_same_in_all(sides, &[part], &options)? {
            Some(true) => found.parts.push(part),
            Some(false) => {}
            None => found.undecided.push(part),
        }
    }
    let mut together: Vec<Part> = Vec::new();
    for (done, part) in found.parts.iter().enumerate() {
        watch(of + done, of + found.parts.len());
        together.push(*part);
        if is_same_in_all(sides, &together, &options)? != Some(true) {
            together.pop();
        }
    }
    found.together = together;
    Ok(found)
}

fn is_same_in_all(
    sides: &[(&PolicySet<'_>, &Frame)],
    parts: &[Part],
    options: &Options<'_>,
) -> Result<Option<bool>, RequestProblem> {
    let mut all = Some(true);
    for (set, frame) in sides {
        let is_here = |part: &&Part| documents(set).iter().any(|known| known.document == part.at.document);
        let here: Vec<Part> = parts.iter().filter(is_here).copied().collect();
        if here.is_empty() {
            continue;
        }
        match is_same(set, &here, frame, options)? {
            Some(true) => {}
            Some(false) => return Ok(Some(false)),
            None => all = None,
        }
    }
    Ok(all)
}

/// Whether no answer changes without these parts; `None`: not decided. A part that cannot be taken out, as a
/// statement needs it, changes something.
fn is_same(
    set: &PolicySet<'_>,
    parts: &[Part],
    frame: &Frame,
    options: &Options<'_>,
) -> Result<Option<bool>, RequestProblem> {
    let mut edited: Vec<(DocumentId, Policy)> = Vec::new();
    for part in parts {
        if edited.iter().all(|(document, _)| *document != part.at.document)
            && let Some(policy) = documents(set).into_iter().find(|known| known.document == part.at.document)
        {
            edited.push((part.at.document, policy.policy.clone()));
        }
    }
    // From the back, so that indices in front stay what they are.
    let mut sorted: Vec<&Part> = parts.iter().collect();
    sorted.sort_by_key(|part| std::cmp::Reverse((part.at, part.what)));
    for part in sorted {
        let policy = edited.iter_mut().find(|(document, _)| *document == part.at.document);
        if !policy.is_some_and(|(_, policy)| remove(policy, part)) {
            return Ok(Some(false));
        }
    }
    let without = with(set, &edited);
    Ok(match diff(set, &without, frame, options)?.relation {
        Relation::Equivalent => Some(true),
        Relation::Undecided => None,
        _ => Some(false),
    })
}

/// Takes a part out; whether what remains is a policy.
fn remove(policy: &mut Policy, part: &Part) -> bool {
    let at = usize::from(part.at.statement);
    if part.what == What::Statement {
        let is_there = at < policy.statements.len();
        if is_there {
            policy.statements.remove(at);
        }
        return is_there;
    }
    let Some(statement) = policy.statements.get_mut(at) else { return false };
    match part.what {
        What::Statement => false,
        What::Action(entry) => remove_entry(&mut statement.action, entry),
        What::Resource(entry) => statement.resource.as_mut().is_some_and(|list| remove_entry(list, entry)),
        What::Clause(clause) => {
            let is_there = clause < statement.conditions.len();
            if is_there {
                statement.conditions.remove(clause);
            }
            is_there
        }
        What::Value(clause, value) => statement.conditions.get_mut(clause).is_some_and(|clause| {
            let is_there = value < clause.values.len() && clause.values.len() > 1;
            if is_there {
                clause.values.remove(value);
            }
            is_there
        }),
    }
}

fn remove_entry(list: &mut PatternList, entry: usize) -> bool {
    // An empty list is none that RAM is known to accept.
    let is_there = entry < list.patterns.len() && list.patterns.len() > 1;
    if is_there {
        list.patterns.remove(entry);
    }
    is_there
}

/// Every part, statements before what is in them.
fn parts(set: &PolicySet<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for attached in documents(set) {
        for (index, statement) in (0_u16..).zip(&attached.policy.statements) {
            let at = StatementRef { document: attached.document, statement: index };
            of_statement(statement, |what, span| parts.push(Part { at, what, span }));
        }
    }
    parts
}

fn of_statement(statement: &Statement, mut add: impl FnMut(What, Span)) {
    add(What::Statement, statement.span);
    if statement.action.patterns.len() > 1 {
        for (at, entry) in statement.action.patterns.iter().enumerate() {
            add(What::Action(at), entry.span);
        }
    }
    if let Some(list) = statement.resource.as_ref().filter(|list| list.patterns.len() > 1) {
        for (at, entry) in list.patterns.iter().enumerate() {
            add(What::Resource(at), entry.span);
        }
    }
    for (at, clause) in statement.conditions.iter().enumerate() {
        add(What::Clause(at), clause.key_span);
        if clause.values.len() > 1 {
            for (value, span) in clause.value_spans.iter().enumerate() {
                add(What::Value(at, value), *span);
            }
        }
    }
}
