//! The tag that shows a scenario in another page: `<ram-playground>`, with the verdicts as static tables inside.
//!
//! What is inside is read without JavaScript, in print and by search engines; the element puts itself in its place.
//! Everything that comes from a scenario is escaped. There is no empty line in it, so that Markdown takes all of it as
//! one block of HTML.

use ramplay_flink::{Console, catalogue};
use ramplay_playground::{Filter, Line, MatrixRow, Reach, State, Table, sentence};
use ramplay_text::{Lang, fill};

use crate::cells;
use crate::html::escape;
use crate::words::labels;

/// A part of the playground that an embed shows: the words of the attribute `show`, as `web/embed` has them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Show {
    /// The policies, to be edited unless the embed is read-only.
    Editor,
    /// Both consoles for every logon method.
    Matrix,
    /// The table of what is allowed on the Logstore.
    Logstore,
    /// One verdict: the key of a row of any table.
    Verdict(String),
}

impl Show {
    /// What is shown if nothing is chosen.
    pub const USUAL: [Show; 3] = [Show::Editor, Show::Matrix, Show::Logstore];

    /// The word for it.
    pub fn code(&self) -> String {
        match self {
            Show::Editor => "editor".to_owned(),
            Show::Matrix => "matrix".to_owned(),
            Show::Logstore => "logstore".to_owned(),
            Show::Verdict(row) => format!("{VERDICT}{row}"),
        }
    }

    /// The part with this word.
    ///
    /// ```
    /// use ramplay_report::Show;
    ///
    /// assert_eq!(Show::of_code("verdict:logs.pull"), Some(Show::Verdict("logs.pull".to_owned())));
    /// assert_eq!(Show::of_code("consoles"), None);
    /// ```
    pub fn of_code(code: &str) -> Option<Self> {
        match code.strip_prefix(VERDICT) {
            Some(row) => Some(Show::Verdict(row.to_owned())),
            None => Self::USUAL.into_iter().find(|show| show.code() == code),
        }
    }

    /// Whether there is such a part: a row of this key.
    pub fn exists(&self, state: &State) -> bool {
        match self {
            Show::Editor | Show::Matrix | Show::Logstore => true,
            Show::Verdict(row) => found(&everything(state), row).is_some(),
        }
    }
}

const VERDICT: &str = "verdict:";

/// How an embed is lit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the reader's system has it.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The word for it in the attribute `theme`.
    pub fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// What is written into the tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed<'a> {
    /// The fragment of the scenario's link, without `#`.
    pub fragment: &'a str,
    /// What the scenario is called; may be empty.
    pub title: &'a str,
    /// The address of the page, which lies beside the script of the element: on the web, or beside the page that
    /// shows the embed; empty if it is not known. Without it there is neither the script nor a link to the
    /// playground.
    pub page: &'a str,
    /// The parts to show; if there are none, [`Show::USUAL`].
    pub show: &'a [Show],
    /// How it is lit.
    pub theme: Theme,
    /// Its height in CSS pixels; as high as what it shows, if none.
    pub height: Option<u32>,
    /// Whether nothing can be edited.
    pub readonly: bool,
}

/// The script of the element, beside the page.
pub const SCRIPT: &str = "embed.js";

/// The tag with its static tables, in the language of the state.
///
/// ```
/// use ramplay_playground::State;
/// use ramplay_report::{Embed, Show, Theme, embed};
/// use ramplay_text::Lang;
///
/// let state = State::new(None, Lang::En);
/// let show = [Show::Logstore];
/// let tag = Embed { fragment: "10A02A7zc4", title: "", page: "", show: &show, theme: Theme::System, height: None, readonly: true };
/// assert!(embed(&state, &tag).starts_with(r##"<ram-playground scenario="#10A02A7zc4" show="logstore" lang="en" readonly>"##));
/// ```
pub fn embed(state: &State, tag: &Embed<'_>) -> String {
    let mut text = open_tag(state.lang, tag);
    text.extend(["\n".to_owned(), static_answer(state, tag), "</ram-playground>\n".to_owned()]);
    if is_address(tag.page) {
        let script = address(tag.page, SCRIPT);
        text.extend([format!("<script src=\"{}\" defer></script>\n", escape(&script))]);
    }
    text
}

/// What stands inside of the tag, one element a line: a heading, the consoles, a table for each part, and where it
/// comes from.
pub fn static_answer(state: &State, tag: &Embed<'_>) -> String {
    let words = labels(state.lang);
    let mut text = String::new();
    if !tag.title.is_empty() {
        text.extend([format!("<p><strong>{}</strong></p>\n", escape(tag.title))]);
    }
    text += &person(state);
    for show in if tag.show.is_empty() { &Show::USUAL } else { tag.show } {
        match show {
            Show::Editor => text += &policies(state),
            Show::Matrix => text += &matrix(state),
            Show::Logstore => text += &logstore(state),
            Show::Verdict(row) => text += &verdict(state, row),
        }
    }
    let made = [("version", env!("CARGO_PKG_VERSION")), ("date", catalogue().date())];
    let made = escape(&fill(words.made_short, &made));
    if is_address(tag.page) {
        let to = escape(&format!("{}#{}", tag.page, tag.fragment));
        let open = escape(words.open_in_playground);
        text.extend([format!("<p><small>{made} <a href=\"{to}\">{open}</a></small></p>\n")]);
    } else {
        text.extend([format!("<p><small>{made}</small></p>\n")]);
    }
    text
}

/// Whether a page can be at this address: on the web, or beside the page that shows the embed. No other scheme is
/// written into a link.
fn is_address(page: &str) -> bool {
    let is_web = ["https://", "http://"].iter().any(|scheme| page.starts_with(scheme));
    is_web || (!page.is_empty() && !page.split('/').next().unwrap_or_default().contains(':'))
}

/// A file that lies beside the page.
fn address(page: &str, file: &str) -> String {
    let folder = page.rfind('/').and_then(|at| page.get(..=at));
    // `https://play.example` has no path yet.
    match folder {
        Some(folder) if !folder.ends_with("//") => format!("{folder}{file}"),
        _ => format!("{page}/{file}"),
    }
}

fn open_tag(lang: Lang, tag: &Embed<'_>) -> String {
    let mut text = format!("<ram-playground scenario=\"#{}\"", escape(tag.fragment));
    let show: Vec<String> = tag.show.iter().map(Show::code).collect();
    if !show.is_empty() {
        text.extend([format!(" show=\"{}\"", escape(&show.join(" ")))]);
    }
    text.extend([format!(" lang=\"{}\"", lang.tag())]);
    if tag.theme != Theme::System {
        text.extend([format!(" theme=\"{}\"", tag.theme.code())]);
    }
    if let Some(height) = tag.height {
        text.extend([format!(" height=\"{height}\"")]);
    }
    if !tag.title.is_empty() {
        text.extend([format!(" title=\"{}\"", escape(tag.title))]);
    }
    if tag.readonly {
        text += " readonly";
    }
    text + ">"
}

/// Who it is about, and how they log on.
fn person(state: &State) -> String {
    let words = labels(state.lang);
    let logon = catalogue().logon_method(state.scenario.logon).title.get(state.lang);
    format!(
        "<p>{}: {}. {}: <code>{}</code></p>\n",
        escape(words.logon),
        escape(logon),
        escape(words.identity),
        escape(&state.answer.person.arn),
    )
}

/// The names of the policies and where they are attached; their texts are what the element shows.
fn policies(state: &State) -> String {
    let words = labels(state.lang);
    let used = state.answer.documents.iter().enumerate().filter(|(_, document)| document.used);
    let rows = used.map(|(index, document)| {
        let name = sentence::document_name(Some(document), index, state.lang);
        let attached = sentence::attach(&document.attach, state.scenario.logon, state.lang);
        format!("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", escape(&name), escape(&attached))
    });
    framed(words.policies, &[words.policy, words.attached], &rows.collect::<String>())
}

fn matrix(state: &State) -> String {
    let (words, lang) = (ramplay_playground::labels(state.lang), state.lang);
    let rows = state.answer.matrix.iter().map(|MatrixRow { method, consoles: [management, development] }| {
        let family = sentence::short_family(method.family(), lang);
        format!(
            "<tr><th scope=\"row\">{} · {}</th><td>{}</td><td>{}</td></tr>\n",
            escape(family),
            escape(sentence::short_method(*method, lang)),
            reached(management.reach, Console::Management, lang),
            reached(development.reach, Console::Development, lang),
        )
    });
    let captions = [words.logon_method, words.management, words.development];
    framed(words.all_methods, &captions, &rows.collect::<String>())
}

fn logstore(state: &State) -> String {
    let state = everything(state);
    let mut rows = String::new();
    for group in state.sheet(Table::Logstore) {
        if let Some(title) = group.title {
            rows.extend([format!("<tr><th colspan=\"3\" scope=\"colgroup\">{}</th></tr>\n", escape(title))]);
        }
        rows.extend(group.rows.iter().map(|line| row(line, &state)));
    }
    let caption = ramplay_playground::labels(state.lang).logstore;
    framed(caption, &columns(Table::Logstore, &state), &rows)
}

/// The table of one row; nothing if there is no row of this key.
fn verdict(state: &State, key: &str) -> String {
    let state = everything(state);
    let Some((table, line)) = found(&state, key) else { return String::new() };
    let page = ramplay_playground::labels(state.lang);
    framed(page.verdict, &columns(table, &state), &row(&line, &state))
}

fn columns(table: Table, state: &State) -> [&'static str; 3] {
    let page = ramplay_playground::labels(state.lang);
    [cells::first_caption(table, state), page.verdict, labels(state.lang).because]
}

/// The row of this key, in whatever table it is.
fn found<'a>(state: &'a State, key: &str) -> Option<(Table, Line<'a>)> {
    Table::ALL.into_iter().find_map(|table| {
        let mut lines = state.sheet(table).into_iter().flat_map(|group| group.rows);
        lines.find(|line| line.key == key).map(|line| (table, line))
    })
}

/// The same without a filter: what stands in another page does not depend on what was looked for in this one.
fn everything(state: &State) -> State {
    State { filter: Filter::default(), ..state.clone() }
}

fn row(line: &Line<'_>, state: &State) -> String {
    format!(
        "<tr><th scope=\"row\">{}</th><td>{} {}</td><td>{}</td></tr>\n",
        escape(&cells::subject(line)),
        line.said.mark().sign(),
        escape(cells::verdict(line, state)),
        escape(&cells::because(line, state)),
    )
}

fn reached(reach: Reach, console: Console, lang: Lang) -> String {
    format!("{} {}", reach.sign(), escape(sentence::reach(reach, console, lang)))
}

/// A table around its rows.
fn framed(caption: &str, columns: &[&str], rows: &str) -> String {
    let mut head = String::new();
    for column in columns {
        head.extend(["<th scope=\"col\">", &escape(column), "</th>"]);
    }
    format!(
        "<table>\n<caption>{}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
        escape(caption)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_lies_beside_the_page() {
        for (page, script) in [
            ("https://play.example", "https://play.example/embed.js"),
            ("https://play.example/", "https://play.example/embed.js"),
            ("https://play.example/some/path/", "https://play.example/some/path/embed.js"),
            ("https://play.example/path/index.html", "https://play.example/path/embed.js"),
            ("/path/", "/path/embed.js"),
        ] {
            assert_eq!(address(page, SCRIPT), script);
        }
    }

    #[test]
    fn addresses_of_pages() {
        for page in ["https://play.example", "http://127.0.0.1:8080/", "/path/", "./", "play/"] {
            assert!(is_address(page), "{page}");
        }
        for page in ["", "javascript:alert(1)", "data:text/html,x", "file:///x"] {
            assert!(!is_address(page), "{page}");
        }
    }
}
