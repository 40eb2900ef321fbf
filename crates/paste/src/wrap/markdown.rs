//! Code blocks of Markdown: between lines of three backticks or tildes.

use super::{Inside, lines};
use crate::limits;
use crate::mapped::{At, Mapped};
use crate::model::Wrapper;

pub(super) fn step(mapped: &Mapped) -> Option<Vec<Inside>> {
    let text = mapped.text();
    let mut blocks = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut push = |at: At| {
        if blocks.len() < limits::PIECES && at.of(text).contains(['{', '[', '"']) {
            blocks.push(Inside::part(mapped, at, Wrapper::MarkdownBlock));
        }
    };
    for (at, line) in lines(text) {
        let line = line.trim();
        let fence = ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence));
        match (open, fence) {
            (None, Some(fence)) => {
                // The whole block on one line: ```{…}```
                let body = line.trim_start_matches(['`', '~']);
                if let Some(inner) = body.strip_suffix(fence) {
                    let start = at.start + at.of(text).find(inner).unwrap_or_default();
                    push(At::new(start, start + inner.len()));
                } else {
                    open = Some((fence, at.end));
                }
            }
            (Some((opened, start)), Some(fence)) if opened == fence => {
                push(At::new(start, at.start));
                open = None;
            }
            _ => {}
        }
    }
    if let Some((_, start)) = open {
        push(At::new(start, text.len()));
    }
    (!blocks.is_empty()).then_some(blocks)
}
