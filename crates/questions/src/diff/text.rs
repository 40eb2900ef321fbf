//! The answer for people.

use ramplay_text::Lang;

use super::DiffForm;
use crate::changes::{groups, words};
use crate::paper::{Paper, Written, escape};

/// What changes, for people.
pub fn text(form: &DiffForm, written: Written, lang: Lang) -> String {
    let mut paper = Paper::new(written);
    match written {
        Written::Text => paper.verdict(format_args!("{} → {}: {}", form.before, form.after, form.says)),
        Written::Markdown => {
            paper.heading(format_args!("`{}` → `{}`", escape(&form.before), escape(&form.after)));
            paper.verdict(form.says);
        }
    }
    for obstacle in &form.obstacles {
        paper.remark(&obstacle.says);
    }
    if written == Written::Markdown && form.groups.is_empty() && form.decided {
        paper.line(words(lang).no_group);
    }
    groups(&mut paper, 0, &form.groups, form.groups_complete, lang);
    paper.finish()
}
