//! The smallest changes with which a denied request is allowed, or an allowed one denied.

mod alternatives;
mod amendment;
mod prune;
mod search;
mod state;
mod text;
mod weigh;

use ramplay_policy::{
    Decision, DocumentId, Layer, Need, Policy, PolicySet, Request, RequestProblem, Verdict, evaluate,
};
use ramplay_text::Span;

pub use self::amendment::{Amendment, ClauseAt, Named, NewStatement};
pub use self::prune::{keeps, prune};
use self::search::Search;
use self::state::State;
use crate::diff::{Diff, Options};
use crate::frame::Requests;
use crate::watch::Watch;

/// The text of a document that may be changed.
#[derive(Debug, Clone, Copy)]
pub struct Text<'t> {
    /// The document's number in the set of policies.
    pub document: DocumentId,
    /// Its text, from which its policy was read.
    pub text: &'t str,
}

/// A system policy that may be attached.
#[derive(Debug, Clone, Copy)]
pub struct SystemPolicy<'t> {
    /// Its name.
    pub name: &'t str,
    /// Its body.
    pub policy: &'t Policy,
}

/// How to look for repairs.
#[derive(Debug, Clone, Copy)]
pub struct RepairOptions<'c> {
    /// The steps of each comparison, and the actions that exist.
    pub diff: Options<'c>,
    /// Which actions and resources count as something else.
    pub requests: Requests,
    /// System policies that may be attached.
    pub system: &'c [SystemPolicy<'c>],
    /// Most repairs that are compared.
    pub most: usize,
    /// Told how far it is.
    pub watch: Watch<'c>,
}

impl Default for RepairOptions<'_> {
    fn default() -> Self {
        RepairOptions {
            diff: Options::default(),
            requests: Requests::WellFormed,
            system: &[],
            most: 12,
            watch: Watch::default(),
        }
    }
}

/// What a repair is to make of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Goal {
    /// It is allowed.
    Allow,
    /// It is denied.
    Deny,
}

/// A change of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The document; for a new one, a number that was free.
    pub document: DocumentId,
    /// The layer that it is attached in.
    pub layer: Layer,
    /// What is changed.
    pub amendment: Amendment,
}

/// What becomes of the text of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The document.
    pub document: DocumentId,
    /// The layer that it is attached in.
    pub layer: Layer,
    /// Whether it was not there before.
    pub is_new: bool,
    /// The whole text; `None`: it is no longer attached, or a system policy.
    pub text: Option<String>,
    /// The one part that is other than before, where there was a text before.
    pub edit: Option<TextEdit>,
}

/// A replacement of a part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// What is replaced.
    pub span: Span,
    /// With what.
    pub text: String,
}

/// A way to the goal.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// What is changed, one after the other.
    pub steps: Vec<Step>,
    /// What becomes of the documents.
    pub edits: Vec<Edited>,
    /// What else changes for the principal: on other actions or other resources, whatever the conditions.
    pub beyond: Diff,
    /// What changes for other principals, where a document is changed that binds them, too. What their own
    /// policies say counts as unknown.
    pub others: Option<Diff>,
    /// Whether the request's own actions on its resources are decided alike whatever the conditions; `None`: not
    /// decided.
    pub unconditional: Option<bool>,
    /// What unknown policies must still do: each way is enough.
    pub needs: Vec<Vec<Need>>,
}

impl Repair {
    /// Whether it is proven that no other request of the principal is newly allowed (or newly denied, if that is
    /// the goal), and none of other principals.
    pub fn is_exact(&self, goal: Goal) -> bool {
        let is_still = |diff: &Diff| diff.obstacles.is_empty() && !diff.moves(goal);
        is_still(&self.beyond) && self.others.as_ref().is_none_or(is_still)
    }

    /// Whether everything that else changes was found.
    pub fn is_decided(&self) -> bool {
        let is_decided = |diff: &Diff| diff.obstacles.is_empty();
        is_decided(&self.beyond) && self.others.as_ref().is_none_or(is_decided)
    }
}

impl Diff {
    /// Whether something that was found goes the way of a goal.
    pub(crate) fn moves(&self, goal: Goal) -> bool {
        match goal {
            Goal::Allow => self.gives_access(),
            Goal::Deny => self.takes_access(),
        }
    }
}

/// Ways to the goal.
#[derive(Debug, Clone, PartialEq)]
pub struct Repairs {
    /// The goal.
    pub goal: Goal,
    /// The answer before.
    pub before: Verdict,
    /// The repairs, those that change least else first. What is wider than another one comes behind it.
    pub repairs: Vec<Repair>,
    /// Whether there were more ways than were followed or compared.
    pub is_cut: bool,
}

/// Looks for the smallest changes of documents with which the engine allows a request, or denies it.
///
/// Every repair is an edited text that is read again and put to the engine: it does what it is for. What else it
/// changes is the exact difference before and after, [`Repair::beyond`]; what is not decided within the budget
/// is said to be undecided there. A request that has the answer already has no repairs.
///
/// # Errors
/// When a value of the request is not of the type that an operator compares.
///
/// ```
/// use ramplay_analysis::{Goal, RepairOptions, Text, repair};
/// use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Principal, Request, read};
///
/// let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:GetLogStore",
///     "Resource": "acs:log:*:*:project/web/*"}]}"#;
/// let reading = read(text, PolicyKind::Identity);
/// let document = DocumentId(0);
/// let set = PolicySet {
///     identity: vec![Attached { document, policy: &reading.policy }],
///     ..PolicySet::default()
/// };
/// let alice = Principal::ram_user("1000000000000001", "alice");
/// let resource = "acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access";
/// let request = Request::new(alice, "log:ListShards", resource);
/// let found = repair(&set, &[Text { document, text }], &request, Goal::Allow, &RepairOptions::default())?;
/// let first = &found.repairs[0];
/// assert!(first.is_exact(Goal::Allow), "nothing else is allowed: proven");
/// assert_eq!(first.steps[0].amendment.code(), "add-statement");
/// let second = &found.repairs[1];
/// assert_eq!(second.steps[0].amendment.code(), "add-entry");
/// assert!(second.edits[0].text.as_ref().is_some_and(|text| text.contains(r#"["log:GetLogStore", "log:ListShards"]"#)));
/// # Ok::<(), ramplay_policy::RequestProblem>(())
/// ```
pub fn repair(
    set: &PolicySet<'_>,
    texts: &[Text<'_>],
    request: &Request,
    goal: Goal,
    options: &RepairOptions<'_>,
) -> Result<Repairs, RequestProblem> {
    let before = evaluate(set, request)?;
    let is_there = match goal {
        Goal::Allow => before.is_allowed(),
        Goal::Deny => !before.possible.contains(Decision::Allow),
    };
    let mut answer = Repairs { goal, before: before.verdict(), repairs: Vec::new(), is_cut: false };
    if is_there {
        return Ok(answer);
    }
    let start = State::new(set, request, texts);
    let mut found = Search { set, request, system: options.system, goal }.run(&start)?;
    found.states.retain(|state| !state.steps.is_empty());
    answer.is_cut = found.is_cut || found.states.len() > options.most;
    found.states.truncate(options.most);
    answer.repairs = weigh::weigh(set, request, goal, &start, &found.states, options)?;
    Ok(answer)
}

/// The one part in which two texts differ.
fn difference(old: &str, new: &str) -> Option<TextEdit> {
    if old == new {
        return None;
    }
    let same = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    let start = old.floor_char_boundary(same);
    let (old_rest, new_rest) = (old.get(start..)?, new.get(start..)?);
    let same = old_rest.bytes().rev().zip(new_rest.bytes().rev()).take_while(|(old, new)| old == new).count();
    let mut keep = same.min(old_rest.len()).min(new_rest.len());
    while !old_rest.is_char_boundary(old_rest.len() - keep) {
        keep -= 1;
    }
    let span = Span::new(start, old.len() - keep);
    Some(TextEdit { span, text: new_rest.get(..new_rest.len() - keep)?.to_owned() })
}
