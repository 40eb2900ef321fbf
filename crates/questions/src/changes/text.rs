//! What changes, for people.

use std::fmt::Write as _;

use ramplay_analysis::sentence;
use ramplay_text::Lang;

use super::form::{GroupForm, RequestForm, StatementForm};
use crate::paper::{Mark, Paper};

/// Most known actions that are listed of a group.
const MOST_LISTED: usize = 12;

/// Words around what the analysis says.
pub(crate) struct Words {
    actions: &'static str,
    resources: &'static str,
    conditions: &'static str,
    known: &'static str,
    example: &'static str,
    before: &'static str,
    after: &'static str,
    more: &'static str,
    pub(crate) incomplete: &'static str,
    pub(crate) no_group: &'static str,
}

const EN: Words = Words {
    actions: "actions within",
    resources: "resources within",
    conditions: "under",
    known: "known",
    example: "for example",
    before: "before, by",
    after: "after, by",
    more: "and more",
    incomplete: "there are more groups than are listed; the kinds of change are complete",
    no_group: "no change",
};

const ZH: Words = Words {
    actions: "操作范围",
    resources: "资源范围",
    conditions: "条件",
    known: "已知操作",
    example: "例如",
    before: "变更前，依据",
    after: "变更后，依据",
    more: "等",
    incomplete: "分组未全部列出；变化的种类是完整的",
    no_group: "无变化",
};

pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

/// Groups with what there is to say of each; `level` is that of their list.
pub(crate) fn groups(paper: &mut Paper, level: usize, groups: &[GroupForm], is_complete: bool, lang: Lang) {
    for group in groups {
        if level == 0 {
            paper.gap();
        }
        paper.entry(level, Mark::Sign(sign(group)), &group.says);
        for (name, value) in rows(group, lang) {
            paper.point(level, format_args!("{name}: {value}"));
        }
    }
    if !is_complete && level == 0 {
        paper.gap();
        paper.line(words(lang).incomplete);
    } else if !is_complete && !groups.is_empty() {
        paper.point(level.saturating_sub(1), words(lang).incomplete);
    }
}

/// Whether access is given, taken, or neither.
fn sign(group: &GroupForm) -> &'static str {
    match (group.from, group.to) {
        (_, "allow") => "+",
        ("allow", _) => "-",
        _ => "~",
    }
}

/// What there is to say of a group.
fn rows(group: &GroupForm, lang: Lang) -> Vec<(&'static str, String)> {
    let words = words(lang);
    let mut rows = vec![(words.actions, group.actions.clone()), (words.resources, group.resources.clone())];
    if !group.conditions.is_empty() {
        let quoted: Vec<String> = group.conditions.iter().map(|one| format!("`{one}`")).collect();
        rows.push((words.conditions, quoted.join("; ")));
    }
    if !group.counts.is_empty() {
        let mut listed =
            group.known.iter().take(MOST_LISTED).map(|one| format!("`{one}`")).collect::<Vec<_>>();
        if group.known.len() > MOST_LISTED {
            listed.push(words.more.to_owned());
        }
        rows.push((words.known, format!("{} ({})", group.counts.join(", "), listed.join(", "))));
    }
    let reality = sentence::reality(group.real, lang);
    rows.push((words.example, format!("{} ({reality})", request(&group.example, lang))));
    for (name, statements) in [(words.before, &group.before), (words.after, &group.after)] {
        if !statements.is_empty() {
            rows.push((
                name,
                statements.iter().map(|one| statement(one, lang)).collect::<Vec<_>>().join(", "),
            ));
        }
    }
    rows
}

/// A statement, counted from 1 as people do.
fn statement(at: &StatementForm, lang: Lang) -> String {
    let number = u32::from(at.statement) + 1;
    match lang {
        Lang::En => format!("statement {number} of `{}`", at.document),
        Lang::Zh => format!("`{}` 的第 {number} 条语句", at.document),
    }
}

/// A request in one sentence.
pub fn request(request: &RequestForm, lang: Lang) -> String {
    let RequestForm { action, resource, principal, .. } = request;
    let mut text = match lang {
        Lang::En => format!("`{action}` on `{resource}` by `{principal}`"),
        Lang::Zh => format!("`{principal}` 对 `{resource}` 执行 `{action}`"),
    };
    for (key, values) in &request.context {
        // Writing to a string cannot fail.
        let _ = write!(text, ", `{key}` = `{}`", values.join("`, `"));
    }
    text
}
