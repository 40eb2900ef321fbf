//! The difference of two texts, line by line.

use similar::{Algorithm, ChangeTag, TextDiff};

/// How many lines that stayed are shown around those that changed.
const AROUND: usize = 3;
/// Most lines of a side that are compared; of longer ones all is said to have changed.
const MOST: usize = 3_000;

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// It stayed.
    Same(String),
    /// It went.
    Removed(String),
    /// It came.
    Added(String),
    /// So many lines that stayed are not shown.
    Skipped(usize),
}

/// What changed from one text to the other, with a few lines around it. Nothing if they are the same.
pub fn lines(before: &str, after: &str) -> Vec<Line> {
    if before == after {
        return Vec::new();
    }
    let plain = |line: &str| line.strip_suffix('\n').unwrap_or(line).to_owned();
    if before.lines().count().max(after.lines().count()) > MOST {
        let removed = before.lines().map(|line| Line::Removed(plain(line)));
        return removed.chain(after.lines().map(|line| Line::Added(plain(line)))).collect();
    }
    // Without its last line end a text differs from the one with it in nothing that can be seen.
    let ended = |text: &str| {
        if text.ends_with('\n') || text.is_empty() { text.to_owned() } else { format!("{text}\n") }
    };
    let (before, after) = (ended(before), ended(after));
    let diff = TextDiff::configure().algorithm(Algorithm::Myers).diff_lines(&before, &after);
    let all: Vec<Line> = diff
        .iter_all_changes()
        .map(|change| match change.tag() {
            ChangeTag::Equal => Line::Same(plain(change.value())),
            ChangeTag::Delete => Line::Removed(plain(change.value())),
            ChangeTag::Insert => Line::Added(plain(change.value())),
        })
        .collect();
    fold(all)
}

/// Leaves out what stayed, but for a few lines around what changed.
fn fold(all: Vec<Line>) -> Vec<Line> {
    let changed: Vec<usize> =
        all.iter().enumerate().filter(|(_, line)| !matches!(line, Line::Same(_))).map(|(at, _)| at).collect();
    let is_near = |at: usize| {
        let next = changed.partition_point(|place| *place < at);
        let ahead = changed.get(next).is_some_and(|place| place - at <= AROUND);
        let behind =
            next.checked_sub(1).and_then(|last| changed.get(last)).is_some_and(|place| at - place <= AROUND);
        ahead || behind
    };
    let mut lines = Vec::new();
    let mut skipped = 0;
    for (at, line) in all.into_iter().enumerate() {
        if is_near(at) {
            if skipped > 0 {
                lines.push(Line::Skipped(std::mem::take(&mut skipped)));
            }
            lines.push(line);
        } else {
            skipped += 1;
        }
    }
    if skipped > 0 {
        lines.push(Line::Skipped(skipped));
    }
    lines
}
