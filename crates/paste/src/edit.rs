//! Changes of a text, before they are repairs of the pasted one.

use crate::mapped::{At, Mapped};
use crate::repair::{Repair, RepairKind};

/// A change of a [`Mapped`] text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) kind: RepairKind,
    pub(crate) at: At,
    pub(crate) text: String,
}

/// The changes that lie in `region`, in the order of the text and none inside another.
pub(crate) fn within(edits: &[Edit], region: At) -> Vec<Edit> {
    let mut chosen: Vec<Edit> = edits.iter().filter(|edit| region.holds(edit.at)).cloned().collect();
    // Of two that start together the longer one goes first, except that nothing overtakes an insertion.
    chosen.sort_by_key(|edit| {
        let empty = edit.at.start == edit.at.end;
        (edit.at.start, !empty, std::cmp::Reverse(edit.at.end))
    });
    let mut end = region.start;
    chosen.retain(|edit| {
        let free = edit.at.start >= end;
        if free {
            end = edit.at.end;
        }
        free
    });
    chosen
}

/// The text of `region` with the changes made. They must come from [`within`].
pub(crate) fn apply(text: &str, region: At, edits: &[Edit]) -> String {
    let mut made = String::with_capacity(region.end - region.start);
    let mut at = region.start;
    for edit in edits {
        made.push_str(At::new(at, edit.at.start).of(text));
        made.push_str(&edit.text);
        at = edit.at.end;
        if edit.text.is_empty() && is_rest_blank(text, at) {
            drop_blank_line(&mut made);
        }
    }
    made.push_str(At::new(at, region.end).of(text));
    made
}

/// How far is looked for the start and the end of a line that has become blank.
const INDENT: usize = 200;

fn is_rest_blank(text: &str, at: usize) -> bool {
    let end = text.floor_char_boundary((at + INDENT).min(text.len())).max(at);
    let rest = At::new(at, end).of(text).trim_start_matches([' ', '\t', '\r']);
    rest.starts_with('\n')
}

/// Takes the last line out if there is nothing in it any more.
fn drop_blank_line(made: &mut String) {
    let start = made.floor_char_boundary(made.len().saturating_sub(INDENT));
    let tail = made.get(start..).unwrap_or_default();
    let blank = tail.len() - tail.trim_end_matches([' ', '\t']).len();
    if let Some(head) = made.get(..made.len() - blank).and_then(|head| head.strip_suffix('\n')) {
        made.truncate(head.len());
    }
}

/// The changes as changes of the pasted text.
pub(crate) fn repairs(mapped: &Mapped, edits: Vec<Edit>) -> Vec<Repair> {
    edits
        .into_iter()
        .map(|edit| Repair { kind: edit.kind, span: mapped.span(edit.at), replacement: edit.text })
        .collect()
}

/// A string as JSON writes it.
pub(crate) fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
