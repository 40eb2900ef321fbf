//! Rules, contradictions, gaps and sources.

use std::fmt::Write as _;

use ramplay_flink::{Area, Source, Status, jobs, reference};
use ramplay_text::Lang;

use super::table::{self, cell, sources as links, table, words};

fn area(area: Area) -> &'static str {
    match area {
        Area::Flink => "Flink",
        Area::Sls => "SLS",
    }
}

/// The rules with their status and sources.
pub(super) fn rules(lang: Lang) -> String {
    listed(&reference().rules.rules, lang)
}

/// What no source says.
pub(super) fn unknowns(lang: Lang) -> String {
    listed(&reference().rules.unknowns, lang)
}

fn listed(rules: &[ramplay_flink::Rule], lang: Lang) -> String {
    let labels = words::labels(lang);
    let rows = rules.iter().map(|rule| {
        vec![
            format!("{}: {}", area(rule.area), rule.text.get(lang)),
            table::status(rule.status, lang),
            links(&rule.sources, lang),
        ]
    });
    table(&[labels.rule, labels.status, labels.sources], rows)
}

/// Where sources disagree, with the reading that the program follows.
pub(super) fn contradictions(lang: Lang) -> String {
    let labels = words::labels(lang);
    let mut out = String::new();
    for matter in &reference().rules.contradictions {
        let _ = write!(out, "### {} {{#{}}}\n\n", cell(matter.topic.get(lang)), matter.id);
        for reading in &matter.readings {
            let taken = if reading.taken { format!("**{}:** ", labels.taken) } else { String::new() };
            let (text, sources) = (cell(reading.text.get(lang)), links(&reading.sources, lang));
            let _ = writeln!(out, "- {taken}{text} ({sources})");
        }
        out.push('\n');
    }
    out
}

/// What each status means.
pub(super) fn statuses(lang: Lang) -> String {
    let labels = words::labels(lang);
    let meaning = |status: Status| match (lang, status) {
        (Lang::En, Status::Stated) => "a source says it",
        (Lang::En, Status::Derived) => "it follows from what sources say, or from published code",
        (Lang::En, Status::Assumed) => "our reading: sources are silent, or can be read in several ways",
        (Lang::En, Status::Unknown) => "nobody says it, and nothing is concluded from it",
        (Lang::Zh, Status::Stated) => "来源明确说明",
        (Lang::Zh, Status::Derived) => "由来源或公开代码推导得出",
        (Lang::Zh, Status::Assumed) => "我们的理解：来源没有说明，或有多种理解",
        (Lang::Zh, Status::Unknown) => "没有来源说明，也不据此得出结论",
    };
    let all = [Status::Stated, Status::Derived, Status::Assumed, Status::Unknown];
    let rows = all.into_iter().map(|status| {
        vec![format!("`{}`", status.code()), table::status(status, lang), meaning(status).to_owned()]
    });
    table(&[labels.code, labels.status, labels.about], rows)
}

/// Every source by its key.
pub(super) fn sources(lang: Lang) -> String {
    let labels = words::labels(lang);
    let mut all: Vec<(&String, &Source)> = ramplay_flink::sources().iter().chain(&jobs().sources).collect();
    all.sort_by_key(|(key, _)| *key);
    let mut out = format!("| {} | {} | {} |\n| --- | --- | --- |\n", labels.id, labels.source, labels.date);
    for (key, source) in all {
        let title = cell(&source.title);
        let title = source.url.as_ref().map_or_else(|| title.clone(), |url| format!("[{title}]({url})"));
        let date = source.date.as_deref().unwrap_or("");
        let _ = writeln!(out, "| <span id=\"source-{key}\"></span>`{key}` | {title} | {date} |");
    }
    out + "\n"
}
