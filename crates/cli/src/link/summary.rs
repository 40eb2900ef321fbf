//! What a link holds, in a few lines for people.

use std::fmt::Write as _;

use ramplay_flink::Console;
use ramplay_playground::{Body, Mark, Scenario, answer, labels, sentence};
use ramplay_text::{Lang, fill};

/// Who, which policies and drafts, both consoles, and what is allowed on the Logstore.
pub(super) fn of(scenario: &Scenario, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut out, scenario, lang);
    out.trim_end().to_owned()
}

fn write_all(out: &mut String, scenario: &Scenario, lang: Lang) -> std::fmt::Result {
    let answer = answer(scenario);
    let words = labels(lang);
    writeln!(out, "{}", sentence::principal_name(scenario, scenario.logon))?;
    for (index, entry) in scenario.policies.iter().enumerate() {
        let name = sentence::document_name(answer.documents.get(index), index, lang);
        let place = sentence::attach(&entry.attach, scenario.logon, lang);
        let size = match &entry.body {
            Body::System(_) => String::new(),
            Body::Document(text) => format!(" ({})", characters(text.chars().count(), lang)),
        };
        writeln!(out, "  {name} → {place}{size}")?;
    }
    for draft in &scenario.jobs.drafts {
        let name = if draft.name.is_empty() { "SQL" } else { &draft.name };
        writeln!(out, "  {name} ({})", characters(draft.text.chars().count(), lang))?;
    }
    for (name, console) in
        [(words.management, Console::Management), (words.development, Console::Development)]
    {
        let reach = answer.console(console).reach;
        writeln!(out, "{name}: {}", sentence::reach(reach, console, lang))?;
    }
    let (allowed, all) = answer.operation_count();
    let counts = [("yes", &*allowed.to_string()), ("all", &*all.to_string())];
    writeln!(out, "{}", fill(words.operations_open, &counts))?;
    let logstore = &answer.logstore.rows;
    let names: Vec<&str> = logstore
        .iter()
        .filter(|row| row.verdict.mark() == Mark::Allow)
        .map(|row| row.capability.id.as_str())
        .collect();
    writeln!(out, "{}: {}/{} {}", words.logstore, names.len(), logstore.len(), names.join(", "))
}

fn characters(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 1) => "1 character".to_owned(),
        (Lang::En, _) => format!("{count} characters"),
        (Lang::Zh, _) => format!("{count} 个字符"),
    }
}
