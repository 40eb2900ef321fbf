//! The answer for people, and for a comment on a change.

use std::fmt::{self, Write as _};

use ramplay_text::Lang;

use super::form::DiffForm;
use crate::changes::{rows, sign, words};

/// For a terminal.
pub(super) fn text(form: &DiffForm, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_text(&mut out, form, lang);
    out
}

fn write_text(out: &mut String, form: &DiffForm, lang: Lang) -> fmt::Result {
    writeln!(out, "{} → {}: {}", form.before, form.after, form.says)?;
    for obstacle in &form.obstacles {
        writeln!(out, "  {}", obstacle.says)?;
    }
    for group in &form.groups {
        writeln!(out)?;
        writeln!(out, "{} {}", sign(group), group.says)?;
        for (name, value) in rows(group, lang) {
            writeln!(out, "    {name}: {value}")?;
        }
    }
    if !form.groups_complete {
        writeln!(out, "\n{}", words(lang).incomplete)?;
    }
    Ok(())
}

/// For a pull request.
pub(super) fn markdown(form: &DiffForm, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_markdown(&mut out, form, lang);
    out
}

fn write_markdown(out: &mut String, form: &DiffForm, lang: Lang) -> fmt::Result {
    writeln!(out, "### {} → {}\n", escape(&form.before), escape(&form.after))?;
    writeln!(out, "**{}**", form.says)?;
    for obstacle in &form.obstacles {
        writeln!(out, "\n> {}", obstacle.says)?;
    }
    if form.groups.is_empty() && form.decided {
        writeln!(out, "\n{}", words(lang).no_group)?;
    }
    for group in &form.groups {
        writeln!(out, "\n- `{}` **{}**", sign(group), group.says)?;
        for (name, value) in rows(group, lang) {
            writeln!(out, "  - {name}: {value}")?;
        }
    }
    if !form.groups_complete {
        writeln!(out, "\n{}", words(lang).incomplete)?;
    }
    Ok(())
}

/// A name in a heading.
fn escape(name: &str) -> String {
    format!("`{}`", name.replace('`', "'"))
}
