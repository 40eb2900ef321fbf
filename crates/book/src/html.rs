//! Markdown as HTML: headings that can be linked to, links between pages, tables and listings that scroll by themselves.

use std::collections::BTreeMap;

use mdbook_markdown::pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd, html::push_html};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};

/// A page as HTML.
#[derive(Debug, Default)]
pub(crate) struct Rendered {
    pub(crate) html: String,
    pub(crate) sections: Vec<Section>,
}

/// A heading with what follows it up to the next one, as text.
#[derive(Debug, Default)]
pub(crate) struct Section {
    pub(crate) level: u8,
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) text: String,
}

/// Escapes text for HTML and for attributes in double quotes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            character => out.push(character),
        }
    }
    out
}

/// Renders a page; `to_root` leads from it to the front page, such as `../`.
pub(crate) fn render(markdown: &str, to_root: &str) -> Rendered {
    let events: Vec<Event<'_>> = new_cmark_parser(markdown, &MarkdownOptions::default()).collect();
    let mut ids = Ids::default();
    let mut sections = vec![Section::default()];
    let mut out: Vec<Event<'_>> = Vec::with_capacity(events.len());
    let mut rest = events.into_iter();
    while let Some(event) = rest.next() {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let inner: Vec<Event<'_>> = rest
                    .by_ref()
                    .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
                    .collect();
                let title: String = inner.iter().filter_map(text_of).collect();
                let id = ids.unique(&id.map_or_else(|| slug(&title), |id| id.to_string()));
                out.push(raw(format!("<{level} id=\"{id}\">")));
                out.extend(inner);
                if level != HeadingLevel::H1 {
                    out.push(raw(format!(
                        " <a class=\"anchor\" href=\"#{id}\" aria-label=\"{}\">#</a>",
                        escape(&title)
                    )));
                }
                out.push(raw(format!("</{level}>\n")));
                sections.push(Section { level: level as u8, id, title, text: String::new() });
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = CowStr::from(address(&dest_url));
                out.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = match dest_url.split_once("web/pictures/") {
                    Some((_, name)) => CowStr::from(format!("{to_root}pictures/{name}")),
                    None => dest_url,
                };
                out.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
            }
            Event::Start(Tag::Table(alignment)) => {
                out.push(raw("<div class=\"scroll\" tabindex=\"0\">".to_owned()));
                out.push(Event::Start(Tag::Table(alignment)));
            }
            Event::End(TagEnd::Table) => {
                out.push(Event::End(TagEnd::Table));
                out.push(raw("</div>".to_owned()));
            }
            event => {
                if let (Some(text), Some(section)) = (text_of(&event), sections.last_mut()) {
                    section.text.push_str(text);
                } else if let (Event::End(_) | Event::SoftBreak, Some(section)) =
                    (&event, sections.last_mut())
                {
                    section.text.push(' ');
                }
                out.push(event);
            }
        }
    }
    let mut html = String::with_capacity(markdown.len() * 2);
    push_html(&mut html, out.into_iter());
    // Listings scroll, so the keyboard must reach them.
    let html = html.replace("<pre><code", "<pre tabindex=\"0\"><code");
    Rendered { html, sections }
}

fn raw<'a>(html: String) -> Event<'a> {
    Event::Html(CowStr::from(html))
}

fn text_of<'a>(event: &'a Event<'_>) -> Option<&'a str> {
    match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        _ => None,
    }
}

/// Where a link to a page of the book leads in the site.
fn address(link: &str) -> String {
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
    if path.contains(':') {
        return link.to_owned();
    }
    let path = path.strip_suffix(".md").map_or_else(|| path.to_owned(), page);
    anchor.map_or_else(|| path.clone(), |anchor| format!("{path}#{anchor}"))
}

/// The address of the page that is written in `stem.md`.
pub(crate) fn page(stem: &str) -> String {
    match stem.strip_suffix("README") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("{folder}index.html"),
        _ => format!("{stem}.html"),
    }
}

/// The id of a heading: as mdBook makes it.
fn slug(title: &str) -> String {
    let kept = title.chars().filter_map(|character| match character {
        character if character.is_alphanumeric() || matches!(character, '_' | '-') => {
            Some(character.to_lowercase().next().unwrap_or(character))
        }
        character if character.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
}

/// Ids that were given out.
#[derive(Debug, Default)]
struct Ids(BTreeMap<String, usize>);

impl Ids {
    fn unique(&mut self, wanted: &str) -> String {
        let count = self.0.entry(wanted.to_owned()).or_default();
        *count += 1;
        if *count == 1 { wanted.to_owned() } else { format!("{wanted}-{}", *count - 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_links_tables_and_listings() {
        let page = render(
            "# One & two\n\n## One *more* `x`\n\ntext\n\n## One more x\n\n[a](../a/README.md#b) [c](https://x/c.md)\n\n\
             | a |\n| - |\n| b |\n\n```json\n{}\n```\n\n![p](../../web/pictures/p.png)\n",
            "../",
        );
        for piece in [
            "<h1 id=\"one--two\">One &amp; two</h1>",
            "<h2 id=\"one-more-x\">One <em>more</em> <code>x</code> <a class=\"anchor\" href=\"#one-more-x\" aria-label=\"One more x\">#</a></h2>",
            "<h2 id=\"one-more-x-1\">",
            "<a href=\"../a/index.html#b\">",
            "<a href=\"https://x/c.md\">",
            "<div class=\"scroll\" tabindex=\"0\"><table>",
            "<pre tabindex=\"0\"><code class=\"language-json\">",
            "<img src=\"../pictures/p.png\" alt=\"p\" />",
        ] {
            assert!(page.html.contains(piece), "{piece}\n{}", page.html);
        }
        let titles: Vec<_> = page.sections.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(titles, ["", "One & two", "One more x", "One more x"]);
        assert_eq!(page.sections.get(2).map(|section| section.text.trim()), Some("text"));
    }
}
