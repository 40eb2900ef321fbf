//! The answer as static HTML: for the moment before the program has come, and for readers without it.
//!
//! Everything that comes from a scenario is escaped; there is no attribute with a text of a person.

use ramplay_flink::Console;
use ramplay_playground::{Group, Line, State, Table, sentence};
use ramplay_text::Lang;

use crate::cells;
use crate::words::labels;

/// The page as it is before the program has come: its head, a place for the scenario, and the answer, in the classes
/// of the page.
pub fn first_view(state: &State) -> String {
    let page = ramplay_playground::labels(state.lang);
    format!(
        "<div class=\"first\" lang=\"{lang}\"><header class=\"page-head\"><h1><span class=\"brand\">ramplay</span>\
         <span class=\"tagline\">{tagline}</span></h1><p class=\"private\">{private}</p><div class=\"tools\"></div></header>\
         <main><section class=\"scenario\" aria-label=\"{scenario}\"><p class=\"example-note\">{note}</p>{PLACE}</section>\
         {answer}</main></div>\n",
        lang = state.lang.tag(),
        tagline = escape(page.tagline),
        private = escape(page.nothing_leaves),
        scenario = escape(page.scenario),
        note = escape(labels(state.lang).example),
        answer = answer(state),
    )
}

/// Where the scenario will be: shapes without a meaning.
const PLACE: &str = "<div class=\"place\" aria-hidden=\"true\"><i></i><i></i><i></i><i></i></div>";

/// The consoles and the Logstore table.
fn answer(state: &State) -> String {
    let page = ramplay_playground::labels(state.lang);
    let card = |(console, name): (Console, &str)| {
        let reach = state.answer.console(console).reach;
        let mark = mark((reach.class(), reach.sign()), sentence::reach(reach, console, state.lang), false);
        format!(
            "<article class=\"console {}\"><h2>{}</h2><p class=\"reach\">{mark}</p></article>",
            reach.id(),
            escape(name)
        )
    };
    let cards = console_names(state.lang).map(card).concat();
    let groups: String = state.sheet(Table::Logstore).iter().map(|group| body(group, state)).collect();
    let (first, outcome) = (escape(page.capability), escape(page.outcome));
    format!(
        "<section class=\"answer\" aria-label=\"{label}\" tabindex=\"0\"><div class=\"cards\">{cards}</div>\
         <div class=\"lower\"><div class=\"tables\"><table class=\"verdicts\"><thead><tr><th scope=\"col\">{first}</th>\
         <th scope=\"col\">{outcome}</th></tr></thead>{groups}</table></div></div></section>",
        label = escape(page.answer),
    )
}

/// Both consoles with their names.
pub(crate) fn console_names(lang: Lang) -> [(Console, &'static str); 2] {
    let page = ramplay_playground::labels(lang);
    [(Console::Management, page.management), (Console::Development, page.development)]
}

fn body(group: &Group<'_>, state: &State) -> String {
    let title = group.title.map_or(String::new(), |title| {
        format!("<tr class=\"group\"><th colspan=\"2\" scope=\"colgroup\">{}</th></tr>", escape(title))
    });
    let rows: String = group.rows.iter().map(|line| row(line, state)).collect();
    format!("<tbody>{title}{rows}</tbody>")
}

fn row(line: &Line<'_>, state: &State) -> String {
    let class = if line.important { " class=\"important\"" } else { "" };
    let mark = mark((line.said.mark().class(), line.said.mark().sign()), cells::verdict(line, state), true);
    let (title, because) = (escape(&cells::subject(line)), escape(&cells::because(line, state)));
    format!(
        "<tr{class}><th scope=\"row\"><div class=\"cell\">{mark}<div>{title}</div></div></th>\
         <td class=\"outcome\">{because}</td></tr>"
    )
}

/// A sign with its word, as the page has it.
fn mark((class, sign): (&str, &str), word: &str, brief: bool) -> String {
    let word_class = if brief { "hidden" } else { "word" };
    format!(
        "<span class=\"mark {class}\"><span class=\"sign\" aria-hidden=\"true\">{sign}</span>\
         <span class=\"{word_class}\">{}</span></span>",
        escape(word)
    )
}

/// A text in HTML or XML, in an element or an attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_a_text() {
        assert_eq!(escape("<a href='x'>&\""), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;");
    }
}
