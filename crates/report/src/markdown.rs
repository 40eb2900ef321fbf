//! Tables and the whole answer as Markdown.

use ramplay_flink::catalogue;
use ramplay_playground::{Filter, Said, State, Table, Verdict, sentence};
use ramplay_policy::Assumption;
use ramplay_text::fill;

use crate::cells;
use crate::html::console_names;
use crate::words::labels;

pub(crate) fn table(state: &State, table: Table) -> String {
    let words = labels(state.lang);
    let page = ramplay_playground::labels(state.lang);
    let head = [cells::first_caption(table, state), page.verdict, words.because];
    let mut text = row(&head.map(str::to_owned));
    text += "| --- | --- | --- |\n";
    for group in state.sheet(table) {
        if let Some(title) = group.title {
            text += &row(&[format!("**{}**", escape(title)), String::new(), String::new()]);
        }
        for line in &group.rows {
            let verdict = format!("{} {}", line.said.mark().sign(), cells::verdict(line, state));
            text += &row(&[escape(&cells::subject(line)), verdict, escape(&cells::because(line, state))]);
        }
    }
    text
}

/// A link with its text; an address has no bracket or space in it.
pub(crate) fn link(state: &State, title: &str, address: &str) -> String {
    let title = if title.is_empty() { labels(state.lang).title } else { title };
    format!("[{}]({address})", escape(title))
}

/// A link, both consoles and the Logstore table.
pub(crate) fn linked(state: &State, title: &str, address: &str) -> String {
    let everything = State { filter: Filter::default(), ..state.clone() };
    let words = labels(state.lang);
    let logon = catalogue().logon_method(state.scenario.logon).title.get(state.lang);
    let mut text = format!("{}\n\n{}: {}\n\n", link(state, title, address), words.logon, escape(logon));
    text += &consoles(state);
    text += "\n";
    text += &table(&everything, Table::Logstore);
    let made = [("version", env!("CARGO_PKG_VERSION")), ("date", catalogue().date())];
    text + &format!("\n{}\n", fill(words.made_short, &made))
}

/// The consoles as a table.
fn consoles(state: &State) -> String {
    let words = labels(state.lang);
    let mut text = row(&[words.console.to_owned(), words.reach.to_owned()]);
    text += "| --- | --- |\n";
    for (console, name) in console_names(state.lang) {
        let reach = state.answer.console(console).reach;
        let said = format!("{} {}", reach.sign(), sentence::reach(reach, console, state.lang));
        text += &row(&[name.to_owned(), said]);
    }
    text
}

pub(crate) fn report(state: &State) -> String {
    let words = labels(state.lang);
    let page = ramplay_playground::labels(state.lang);
    let lang = state.lang;
    let scenario = &state.scenario;
    let everything = State { filter: Filter::default(), ..state.clone() };
    let mut text = format!("# {}\n\n## {}\n\n", words.title, words.scenario);
    let mut item = |name: &str, value: &str| {
        text.extend([format!("- {name}: {}\n", escape(value))]);
    };
    item(words.logon, catalogue().logon_method(scenario.logon).title.get(lang));
    item(words.identity, &state.answer.person.arn);
    item(words.workspace, &format!("{}, {}", scenario.workspace.instance, scenario.workspace.namespace));
    item(words.logstore, &format!("{}/{}", scenario.logstore.project, scenario.logstore.name));
    text.extend([format!("\n## {}\n\n", words.policies)]);
    for (index, document) in state.answer.documents.iter().enumerate().filter(|(_, document)| document.used) {
        let name = sentence::document_name(Some(document), index, lang);
        let attached = sentence::attach(&document.attach, scenario.logon, lang);
        text.extend([format!("### {}\n\n{} {}\n\n", escape(&name), words.attached, escape(&attached))]);
        if matches!(document.origin, ramplay_playground::Origin::Pasted) {
            text += &fenced(&document.text);
        }
    }
    text.extend([format!("## {}\n\n", words.consoles)]);
    text += &consoles(state);
    let captions = [page.logstore, page.management, page.development];
    for (kind, caption) in Table::ALL.into_iter().zip(captions) {
        text.extend([format!("\n## {caption}\n\n{}", table(&everything, kind))]);
    }
    let assumed = assumptions(&everything);
    if !assumed.is_empty() {
        text.extend([format!("\n## {}\n\n", words.assumptions)]);
        for assumption in assumed {
            let about = ramplay_policy::sentence::assumption(assumption, lang);
            text.extend([format!("- `{}` {about}\n", assumption.code())]);
        }
    }
    let made = [("version", env!("CARGO_PKG_VERSION")), ("date", catalogue().date())];
    text + &format!("\n{}\n", fill(words.made_with, &made))
}

/// The assumptions behind all verdicts of the tables, each once.
fn assumptions(state: &State) -> Vec<Assumption> {
    let mut found = Vec::new();
    for table in Table::ALL {
        for line in state.sheet(table).iter().flat_map(|group| &group.rows) {
            if let Said::Verdict(Verdict::Ruled(ruling)) = line.said {
                found.extend(
                    ruling
                        .evaluation
                        .assumptions()
                        .iter()
                        .filter(|each| !found.contains(each))
                        .collect::<Vec<_>>(),
                );
            }
        }
    }
    found
}

fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// A text that Markdown takes as it is, in one line.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // Within a word, an underscore is one.
        let joins = before.is_alphanumeric() && chars.peek().is_some_and(|c| c.is_alphanumeric());
        match c {
            '\n' | '\r' => escaped.push(' '),
            '_' if joins => escaped.push(c),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
        before = c;
    }
    escaped
}

/// A text in a fence that nothing in it closes.
fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(3.max(longest + 1));
    format!("{fence}json\n{}\n{fence}\n\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_taken_for_markdown() {
        assert_eq!(escape("a|b\n<i>`c` a_b _c_"), "a\\|b \\<i\\>\\`c\\` a_b \\_c\\_");
        assert!(fenced("{ ```` }").starts_with("`````json\n"));
    }
}
