//! What people say about a scenario, each at its place.

use crate::scenario::{PolicyEntry, Scenario};

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What it is about.
    pub pin: Pin,
    /// Who said it; may be empty.
    pub author: String,
    /// What was said, as plain text.
    pub text: String,
}

/// What a comment is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pin {
    /// The scenario as a whole.
    Scenario,
    /// A policy, by its place.
    Policy(usize),
    /// A statement of a policy, by their places.
    Statement(usize, usize),
    /// A statement of a policy, by the policy's place and the statement's `Sid`.
    Sid(usize, String),
    /// A row of the answer, by its id in the catalogue.
    Row(String),
}

impl Pin {
    /// The place of the policy that it is about.
    pub fn policy(&self) -> Option<usize> {
        match self {
            Pin::Policy(policy) | Pin::Statement(policy, _) | Pin::Sid(policy, _) => Some(*policy),
            Pin::Scenario | Pin::Row(_) => None,
        }
    }

    /// The `Sid` or the row's id, if it has one.
    pub(crate) fn text(&self) -> &str {
        match self {
            Pin::Sid(_, text) | Pin::Row(text) => text,
            Pin::Scenario | Pin::Policy(_) | Pin::Statement(..) => "",
        }
    }

    /// The same with another place of the policy.
    fn moved(self, policy: usize) -> Self {
        match self {
            Pin::Policy(_) => Pin::Policy(policy),
            Pin::Statement(_, statement) => Pin::Statement(policy, statement),
            Pin::Sid(_, sid) => Pin::Sid(policy, sid),
            other @ (Pin::Scenario | Pin::Row(_)) => other,
        }
    }
}

/// [`Comment`] as it is written: at most one of `policy` and `row`, and with `policy` at most one of `statement` and
/// `sid`. Places count from 0.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) policy: Option<usize>,
    pub(crate) statement: Option<usize>,
    pub(crate) sid: Option<String>,
    pub(crate) row: Option<String>,
    pub(crate) author: String,
    pub(crate) text: String,
}

impl TryFrom<Written> for Comment {
    type Error = &'static str;

    fn try_from(Written { policy, statement, sid, row, author, text }: Written) -> Result<Self, Self::Error> {
        let pin = match (policy, statement, sid, row) {
            (None, None, None, None) => Pin::Scenario,
            (Some(policy), None, None, None) => Pin::Policy(policy),
            (Some(policy), Some(statement), None, None) => Pin::Statement(policy, statement),
            (Some(policy), None, Some(sid), None) => Pin::Sid(policy, sid),
            (None, None, None, Some(row)) => Pin::Row(row),
            _ => return Err("a comment is about a `policy`, its `statement` or `sid`, or a `row`"),
        };
        Ok(Comment { pin, author, text })
    }
}

impl From<Comment> for Written {
    fn from(Comment { pin, author, text }: Comment) -> Self {
        let policy = pin.policy();
        let (statement, sid, row) = match pin {
            Pin::Scenario | Pin::Policy(_) => (None, None, None),
            Pin::Statement(_, statement) => (Some(statement), None, None),
            Pin::Sid(_, sid) => (None, Some(sid), None),
            Pin::Row(row) => (None, None, Some(row)),
        };
        Written { policy, statement, sid, row, author, text }
    }
}

impl Scenario {
    /// Takes the policy at this place out. Comments stay at their policies; what was said about this one becomes a
    /// comment on the scenario, so that no text is lost.
    pub fn remove_policy(&mut self, place: usize) -> Option<PolicyEntry> {
        let entry = (place < self.policies.len()).then(|| self.policies.remove(place))?;
        for comment in &mut self.comments {
            let pin = std::mem::replace(&mut comment.pin, Pin::Scenario);
            comment.pin = match pin.policy() {
                Some(policy) if policy == place => Pin::Scenario,
                Some(policy) if policy > place => pin.moved(policy - 1),
                _ => pin,
            };
        }
        Some(entry)
    }

    /// Puts a policy in at this place, or at the end. Comments stay at their policies.
    pub fn insert_policy(&mut self, place: usize, entry: PolicyEntry) {
        let place = place.min(self.policies.len());
        self.policies.insert(place, entry);
        for comment in &mut self.comments {
            if let Some(policy) = comment.pin.policy().filter(|policy| *policy >= place) {
                let pin = std::mem::replace(&mut comment.pin, Pin::Scenario);
                comment.pin = pin.moved(policy + 1);
            }
        }
    }
}
