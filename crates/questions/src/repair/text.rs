//! Repairs for people.

use ramplay_analysis::{Goal, sentence};
use ramplay_text::Lang;

use super::form::{DocumentForm, ExtraForm, RepairForm, RepairsForm};
use crate::changes::{groups, request};
use crate::paper::{Mark, Paper, Written, escape};

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

/// Repairs for people.
pub fn text(form: &RepairsForm, written: Written, lang: Lang) -> String {
    let mut paper = Paper::new(written);
    write(&mut paper, form, lang);
    paper.finish()
}

pub(crate) fn write(paper: &mut Paper, form: &RepairsForm, lang: Lang) {
    let own = match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    };
    for one in &form.requests {
        paper.heading(format_args!("{}: {}", form.says, request(one, lang)));
    }
    let goal = if form.goal == "allow" { Goal::Allow } else { Goal::Deny };
    if form.is_reached() {
        paper.line(own.already);
        return;
    }
    if form.repairs.is_empty() {
        paper.line(own.none);
    }
    for (number, repair) in (1..).zip(&form.repairs) {
        paper.gap();
        write_repair(paper, number, repair, goal, own, lang);
    }
    if form.more {
        paper.gap();
        paper.line(own.more);
    }
}

fn write_repair(paper: &mut Paper, number: usize, repair: &RepairForm, goal: Goal, own: &Words, lang: Lang) {
    for (at, step) in repair.steps.iter().enumerate() {
        let place =
            if repair.is_new(step) { String::new() } else { format!(" (`{}`)", escape(&step.document)) };
        let says = format!("{}{place}", step.says);
        if at == 0 {
            paper.entry(0, Mark::Number(number), says);
        } else {
            paper.point(0, format_args!("+ {says}"));
        }
        if step.assumed {
            paper.point(0, own.assumed);
        }
    }
    paper.point(0, repair.says);
    if repair.unconditional == Some(false) {
        paper.point(0, sentence::unconditional(false, goal, lang));
    }
    if !repair.needs.is_empty() {
        let ways = repair.needs.iter().map(|way| {
            way.iter().map(|need| format!("{}: {}", need.layer, need.must)).collect::<Vec<_>>().join(", ")
        });
        paper.point(0, format_args!("{}: {}", own.needs, ways.collect::<Vec<_>>().join(" | ")));
    }
    extra(paper, &repair.beyond, lang);
    if let Some(others) = repair.others.as_ref().filter(|others| !others.groups.is_empty()) {
        paper.point(0, own.others);
        extra(paper, others, lang);
    }
    for document in &repair.documents {
        let lines = changed_lines(document);
        if !lines.is_empty() {
            paper.point(0, format_args!("`{}`, {}:", escape(&document.document), own.reads));
            paper.excerpt(0, &lines);
        }
    }
}

fn extra(paper: &mut Paper, extra: &ExtraForm, lang: Lang) {
    for obstacle in &extra.obstacles {
        paper.point(0, &obstacle.says);
    }
    groups(paper, 1, &extra.groups, extra.groups_complete, lang);
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
