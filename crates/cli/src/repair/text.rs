//! Repairs for people.

use std::fmt::{self, Write as _};

use ramplay_analysis::{Goal, sentence};
use ramplay_text::Lang;

use super::form::{DocumentForm, ExtraForm, RepairForm, RepairsForm};
use crate::changes::{request, rows, sign, words};

struct Words {
    already: &'static str,
    none: &'static str,
    more: &'static str,
    others: &'static str,
    reads: &'static str,
    needs: &'static str,
    assumed: &'static str,
}

const EN: Words = Words {
    already: "nothing has to be changed",
    none: "no change of the policies that were given reaches it",
    more: "there are more ways than are listed",
    others: "other principals, whose own policies count as unknown:",
    reads: "it then reads",
    needs: "policies that were not given still decide",
    assumed: "its body is not documented: this is our reading of its description",
};

const ZH: Words = Words {
    already: "无需修改",
    none: "修改所给的策略无法达到目标",
    more: "还有未列出的方式",
    others: "其他身份（其自身策略视为未知）：",
    reads: "修改后",
    needs: "未提供的策略仍会影响结果",
    assumed: "其内容未公开，此处为根据描述的理解",
};

/// For a terminal.
pub(crate) fn text(form: &RepairsForm, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_text(&mut out, form, lang);
    out
}

fn write_text(out: &mut String, form: &RepairsForm, lang: Lang) -> fmt::Result {
    let own = match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    };
    for one in &form.requests {
        writeln!(out, "{}: {}", form.says, request(one, lang))?;
    }
    let goal = if form.goal == "allow" { Goal::Allow } else { Goal::Deny };
    if form.is_reached() {
        return writeln!(out, "{}", own.already);
    }
    if form.repairs.is_empty() {
        writeln!(out, "{}", own.none)?;
    }
    for (number, repair) in (1..).zip(&form.repairs) {
        writeln!(out)?;
        write_repair(out, number, repair, goal, own, lang)?;
    }
    if form.more {
        writeln!(out, "\n{}", own.more)?;
    }
    Ok(())
}

fn write_repair(
    out: &mut String,
    number: usize,
    repair: &RepairForm,
    goal: Goal,
    own: &Words,
    lang: Lang,
) -> fmt::Result {
    for (at, step) in repair.steps.iter().enumerate() {
        let head = if at == 0 { format!("{number}.") } else { "  +".to_owned() };
        let place = if repair.is_new(step) { String::new() } else { format!(" (`{}`)", step.document) };
        writeln!(out, "{head} {}{place}", step.says)?;
        if step.assumed {
            writeln!(out, "   {}", own.assumed)?;
        }
    }
    writeln!(out, "   {}", repair.says)?;
    if repair.unconditional == Some(false) {
        writeln!(out, "   {}", sentence::unconditional(false, goal, lang))?;
    }
    if !repair.needs.is_empty() {
        let ways = repair.needs.iter().map(|way| {
            way.iter().map(|need| format!("{}: {}", need.layer, need.must)).collect::<Vec<_>>().join(", ")
        });
        writeln!(out, "   {}: {}", own.needs, ways.collect::<Vec<_>>().join(" | "))?;
    }
    extra(out, &repair.beyond, lang)?;
    if let Some(others) = repair.others.as_ref().filter(|others| !others.groups.is_empty()) {
        writeln!(out, "   {}", own.others)?;
        extra(out, others, lang)?;
    }
    for document in &repair.documents {
        let lines = changed_lines(document);
        if !lines.is_empty() {
            writeln!(out, "   `{}`, {}:", document.document, own.reads)?;
            for line in lines {
                writeln!(out, "     | {line}")?;
            }
        }
    }
    Ok(())
}

fn extra(out: &mut String, extra: &ExtraForm, lang: Lang) -> fmt::Result {
    for obstacle in &extra.obstacles {
        writeln!(out, "   {}", obstacle.says)?;
    }
    for group in &extra.groups {
        writeln!(out, "   {} {}", sign(group), group.says)?;
        for (name, value) in rows(group, lang) {
            writeln!(out, "       {name}: {value}")?;
        }
    }
    if !extra.groups_complete && !extra.groups.is_empty() {
        writeln!(out, "   {}", words(lang).incomplete)?;
    }
    Ok(())
}

/// The lines of the new text that are other than before.
fn changed_lines(document: &DocumentForm) -> Vec<&str> {
    let Some(text) = &document.text else { return Vec::new() };
    let Some(edit) = &document.edit else { return text.lines().collect() };
    let start = edit.start as usize;
    let end = start + edit.text.len();
    let mut at = 0;
    let lines = text.split_inclusive('\n').filter_map(|line| {
        let from = at;
        at += line.len();
        let touches = from <= end && start < at.max(from + 1);
        touches.then(|| line.trim_end_matches(['\n', '\r']))
    });
    lines.collect()
}
