//! How much of a scenario is read: it may come from anybody.

use crate::scenario::{Scenario, ScenarioError};

/// Most bytes of a stored scenario: more than any browser stores for a page.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;
/// Most policies of a scenario, and of its base.
pub const MAX_POLICIES: usize = 200;
/// Most Flink SQL drafts of a scenario.
pub const MAX_DRAFTS: usize = 50;
/// Most lines of assertions.
pub const MAX_ASSERTIONS: usize = 500;
/// Most bytes of a line of assertions.
pub const MAX_ASSERTION: usize = 4096;
/// Most comments.
pub const MAX_COMMENTS: usize = 500;
/// Most bytes of a comment.
pub const MAX_COMMENT: usize = 8 * 1024;
/// Most bytes of an author's name, an id, a `Sid` or a version.
pub const MAX_NAME: usize = 256;

/// Refuses a scenario that has more of something than is read.
pub(crate) fn check(scenario: &Scenario) -> Result<(), ScenarioError> {
    let Scenario { policies, base, jobs, assertions, comments, .. } = scenario;
    let base = base.as_deref().unwrap_or_default();
    let made = assertions.made.as_ref();
    let longest = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or(0);
    let names = comments.iter().map(|comment| comment.author.len().max(comment.pin.text().len()));
    let versions = made.into_iter().flat_map(|made| [made.engine.len(), made.catalogue.len()]);
    let missed = made.map_or(0, |made| made.missed.len());
    let bounds = [
        ("scenario-too-many-policies", "policies", policies.len(), MAX_POLICIES),
        ("scenario-too-many-policies", "policies of the base", base.len(), MAX_POLICIES),
        ("scenario-too-many-drafts", "drafts", jobs.drafts.len(), MAX_DRAFTS),
        ("scenario-too-many-assertions", "assertions", assertions.lines.len().max(missed), MAX_ASSERTIONS),
        (
            "scenario-assertion-too-long",
            "bytes of an assertion",
            longest(&mut assertions.lines.iter().map(String::len)),
            MAX_ASSERTION,
        ),
        ("scenario-too-many-comments", "comments", comments.len(), MAX_COMMENTS),
        (
            "scenario-comment-too-long",
            "bytes of a comment",
            longest(&mut comments.iter().map(|comment| comment.text.len())),
            MAX_COMMENT,
        ),
        ("scenario-name-too-long", "bytes of a name", longest(&mut names.chain(versions)), MAX_NAME),
    ];
    match bounds.into_iter().find(|(_, _, length, most)| length > most) {
        None => Ok(()),
        Some((code, what, length, most)) => Err(ScenarioError {
            code,
            line: 0,
            column: 0,
            message: format!("{length} {what} are more than the {most} that are read"),
        }),
    }
}
