//! Can anybody of the frame do this?

use ramplay_policy::{
    Attached, Decision, DocumentId, Policy, PolicyKind, PolicySet, Request, RequestProblem, ResourceAttached,
    read,
};

use crate::diff::{Options, diff};
use crate::frame::Frame;
use crate::obstacle::Obstacle;

/// Whether requests of a kind can be allowed.
#[derive(Debug, Clone, PartialEq)]
pub struct Can {
    /// Allowed whatever unknown layers say: a request that is.
    pub surely: Option<Request>,
    /// Allowed if unknown layers allow it: a request that is then.
    pub perhaps: Option<Request>,
    /// Whether the requests shown exist.
    pub real: bool,
    /// Why not everything was decided. Without these, nothing shown means that nothing is allowed: a proof.
    pub obstacles: Vec<Obstacle>,
}

impl Can {
    /// Whether it is proven that no such request is allowed, not even with unknown layers.
    pub fn is_never(&self) -> bool {
        self.surely.is_none() && self.perhaps.is_none() && self.obstacles.is_empty()
    }
}

/// Denies everything; also to root users, who need no `Allow`.
const NOTHING: &str = r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}]}"#;

/// Whether any request of the frame is allowed: the difference between the policies and none that allow.
///
/// What to ask about is said by [`Frame::only`].
///
/// # Errors
/// When a value that the frame fixes is not of the type that an operator compares.
///
/// ```
/// use ramplay_analysis::{Frame, Only, Options, can};
/// use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Principal, read};
///
/// let text = r#"{"Version": "1", "Statement": [
///     {"Effect": "Allow", "Action": "log:*", "Resource": "*"},
///     {"Effect": "Deny", "Action": "log:Delete*", "Resource": "*"}]}"#;
/// let reading = read(text, PolicyKind::Identity);
/// let set = PolicySet {
///     identity: vec![Attached { document: DocumentId(0), policy: &reading.policy }],
///     ..PolicySet::default()
/// };
/// let mut frame = Frame::of(Principal::ram_user("1000000000000001", "alice"));
/// frame.only = Some(Only::of(&["log:DeleteLogStore"], &["*"]));
/// assert!(can(&set, &frame, &Options::default())?.is_never());
/// frame.only = Some(Only::of(&["log:Create*"], &["acs:log:*"]));
/// assert!(can(&set, &frame, &Options::default())?.surely.is_some());
/// # Ok::<(), ramplay_policy::RequestProblem>(())
/// ```
pub fn can(set: &PolicySet<'_>, frame: &Frame, options: &Options<'_>) -> Result<Can, RequestProblem> {
    let nothing = nothing();
    let found = diff(&set_of(&nothing), set, frame, options)?;
    let mut answer = Can { surely: None, perhaps: None, real: false, obstacles: found.obstacles };
    let allowing = found.changes.iter().filter(|change| change.to.possible.contains(Decision::Allow));
    for change in allowing {
        let place = if change.to.surely_allows() { &mut answer.surely } else { &mut answer.perhaps };
        if place.is_none() {
            *place = Some(change.witness().clone());
            answer.real |= change.real.is_some();
        }
    }
    Ok(answer)
}

/// A resource-based policy that denies everything.
pub(crate) fn nothing() -> Policy {
    read(NOTHING, PolicyKind::Resource).policy
}

/// A set of [`nothing`] alone.
pub(crate) fn set_of(nothing: &Policy) -> PolicySet<'_> {
    let attached = Attached { document: DocumentId(u32::MAX), policy: nothing };
    // No role can be assumed without a trust policy, so that nothing is left that allows.
    PolicySet { resource: vec![ResourceAttached { attached, spares_owner: false }], ..PolicySet::default() }
}
