//! Documents of which every line is commented out, quoted in an e-mail, or marked as added in a diff.

use super::{Inside, lines};
use crate::mapped::{At, Builder, Mapped};
use crate::model::Wrapper;

const SIGNS: [&str; 7] = ["#", "//", ">", "+", "--", "*", "|"];

pub(super) fn step(mapped: &Mapped) -> Option<Vec<Inside>> {
    let text = mapped.text();
    let sign = SIGNS.into_iter().find(|sign| is_sign(text, sign))?;
    let mut builder = Builder::new(mapped);
    for (at, line) in lines(text) {
        let indent = line.len() - line.trim_start().len();
        match line.trim_start().strip_prefix(sign) {
            Some(body) => {
                builder.keep(At::new(at.start, at.start + indent));
                builder.keep(At::new(at.end - body.len(), at.end));
            }
            None => builder.keep(at),
        }
        builder.keep(At::new(at.end, end_of_break(text, at.end)));
    }
    let all = At::new(0, text.len());
    Some(vec![Inside::new(mapped, all, builder.finish(), Wrapper::CommentedOut { sign })])
}

/// Whether every line starts with the sign. The first one may have lost it when it was copied, if it
/// opens the document; one line alone is a comment.
fn is_sign(text: &str, sign: &str) -> bool {
    let mut marked = 0;
    for (index, (_, line)) in lines(text).filter(|(_, line)| !line.trim().is_empty()).enumerate() {
        if line.trim_start().starts_with(sign) {
            marked += 1;
        } else if sign == "+"
            && line.trim().chars().all(|character| matches!(character, '}' | ']' | ')' | ','))
        {
            // Plans of Terraform leave the sign out before what closes.
        } else if index > 0 || !line.trim_start().starts_with(['{', '[']) {
            return false;
        }
    }
    marked > 1
}

fn end_of_break(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    ["\r\n", "\n", "\r"].into_iter().find(|end| rest.starts_with(end)).map_or(at, |end| at + end.len())
}
