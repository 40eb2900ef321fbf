//! What is around the content of a page. No inline script and no inline style: the site works under the policy that
//! its page on embedding prints.

use std::fmt::Write as _;

use mdbook_core::book::{BookItem, Chapter};

use crate::html::{self, Section, escape};

/// A page of the site.
#[derive(Debug)]
pub(crate) struct Leaf {
    /// Where it is, below the front page.
    pub(crate) address: String,
    /// From it to the front page: nothing, or `../` as often as needed.
    pub(crate) to_root: String,
    pub(crate) title: String,
    /// Whether it is in Chinese.
    is_chinese: bool,
}

impl Leaf {
    pub(crate) fn new(chapter: &Chapter) -> Option<Self> {
        let path = chapter.path.as_deref()?.to_str()?;
        let address = html::page(path.strip_suffix(".md")?);
        Some(Leaf {
            to_root: "../".repeat(address.matches('/').count()),
            title: chapter.name.clone(),
            is_chinese: address.starts_with("zh/"),
            address,
        })
    }
}

/// What all pages have in common.
#[derive(Debug)]
pub(crate) struct Shell<'a> {
    pub(crate) items: &'a [&'a BookItem],
    pub(crate) leaves: &'a [Leaf],
}

ramplay_text::labels! {
    book: "ramplay documentation", "ramplay 文档";
    playground: "Open the playground", "打开演练场";
    contents: "Contents", "目录";
    on_this_page: "On this page", "本页内容";
    search: "Search the documentation", "搜索文档";
    search_hint: "Search", "搜索";
    found: "{count} places", "{count} 处";
    nothing: "Nothing found", "没有找到";
    skip: "Skip to the content", "跳到正文";
    previous: "Previous", "上一页";
    next: "Next", "下一页";
    around: "Pages around this one", "前后页面";
}

/// A whole page.
pub(crate) fn page(shell: &Shell<'_>, at: usize, content: &str, sections: &[Section]) -> String {
    let Some(leaf) = shell.leaves.get(at) else { return String::new() };
    let lang = if leaf.is_chinese { ramplay_text::Lang::Zh } else { ramplay_text::Lang::En };
    let words = labels(lang);
    let root = &leaf.to_root;
    let other = if leaf.is_chinese {
        (format!("{root}index.html"), "English", "en")
    } else {
        (format!("{root}zh/index.html"), "中文", "zh-CN")
    };
    let has_element = content.contains("<ram-playground");
    let element = if has_element {
        format!("<script src=\"{root}../embed.js\" defer></script>\n")
    } else {
        String::new()
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title} – {book}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{root}../icons/favicon.svg\">\n\
         <link rel=\"stylesheet\" href=\"{root}book.css\">\n\
         <script src=\"{root}book.js\" defer></script>\n{element}</head>\n\
         <body data-root=\"{root}\">\n<a class=\"skip\" href=\"#content\">{skip}</a>\n\
         <header>\n<a class=\"brand\" href=\"{root}{front}\">{book}</a>\n\
         <search data-found=\"{found}\" data-nothing=\"{nothing}\">\
         <input type=\"search\" id=\"search\" aria-label=\"{search}\" placeholder=\"{search_hint}\" autocomplete=\"off\" hidden>\
         <p id=\"found\" role=\"status\"></p><ul id=\"hits\"></ul></search>\n\
         <a class=\"lang\" lang=\"{other_lang}\" hreflang=\"{other_lang}\" href=\"{other_address}\">{other_name}</a>\n\
         <a class=\"open\" href=\"{root}../index.html\">{playground}</a>\n</header>\n\
         <div class=\"columns\">\n<nav class=\"contents\" aria-label=\"{contents}\">\n<details open><summary>{contents}</summary>\n\
         {tree}</details>\n</nav>\n<main id=\"content\" tabindex=\"-1\">\n{content}\n{around}</main>\n{local}</div>\n</body>\n</html>\n",
        lang = lang.tag(),
        title = escape(&leaf.title),
        book = words.book,
        skip = words.skip,
        front = if leaf.is_chinese { "zh/index.html" } else { "index.html" },
        found = words.found,
        nothing = words.nothing,
        search = words.search,
        search_hint = words.search_hint,
        other_address = other.0,
        other_name = other.1,
        other_lang = other.2,
        playground = words.playground,
        contents = words.contents,
        tree = tree(shell, leaf),
        around = around(shell, at, words),
        local = local(sections, words),
    )
}

/// The contents in the language of the page: the parts of the summary, one of which is the Chinese one.
fn tree(shell: &Shell<'_>, here: &Leaf) -> String {
    let mut out = String::from("<ul>\n");
    for item in shell.items {
        match item {
            BookItem::Chapter(chapter) => branch(chapter, here, &mut out),
            BookItem::PartTitle(title) if is_chinese(title) == here.is_chinese => {
                let _ = writeln!(out, "<li class=\"part\">{}</li>", escape(title));
            }
            _ => {}
        }
    }
    out + "</ul>\n"
}

fn is_chinese(title: &str) -> bool {
    title.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character))
}

fn branch(chapter: &Chapter, here: &Leaf, out: &mut String) {
    let Some(leaf) = Leaf::new(chapter).filter(|leaf| leaf.is_chinese == here.is_chinese) else { return };
    let current = if leaf.address == here.address { " aria-current=\"page\"" } else { "" };
    let (root, address, title) = (&here.to_root, &leaf.address, escape(&leaf.title));
    let _ = write!(out, "<li><a href=\"{root}{address}\"{current}>{title}</a>");
    let nested: Vec<&Chapter> = chapter
        .sub_items
        .iter()
        .filter_map(|item| if let BookItem::Chapter(chapter) = item { Some(chapter) } else { None })
        .collect();
    if !nested.is_empty() {
        out.push_str("<ul>\n");
        for chapter in nested {
            branch(chapter, here, out);
        }
        out.push_str("</ul>");
    }
    out.push_str("</li>\n");
}

/// The pages before and behind, of the same language.
fn around(shell: &Shell<'_>, at: usize, words: &Labels) -> String {
    let Some(here) = shell.leaves.get(at) else { return String::new() };
    let near = |at: Option<usize>| {
        at.and_then(|at| shell.leaves.get(at)).filter(|leaf| leaf.is_chinese == here.is_chinese)
    };
    let mut out = format!("<nav class=\"around\" aria-label=\"{}\">", words.around);
    let sides = [("prev", words.previous, near(at.checked_sub(1))), ("next", words.next, near(Some(at + 1)))];
    for (rel, word, leaf) in sides {
        let Some(leaf) = leaf else { continue };
        let (root, address, title) = (&here.to_root, &leaf.address, escape(&leaf.title));
        let _ = write!(out, "<a rel=\"{rel}\" href=\"{root}{address}\"><small>{word}</small>{title}</a>");
    }
    out + "</nav>\n"
}

/// The headings of the page, if there are several and not very many.
fn local(sections: &[Section], words: &Labels) -> String {
    let headings: Vec<&Section> = sections.iter().filter(|section| section.level == 2).collect();
    if headings.len() < 2 {
        return String::new();
    }
    let mut items = String::new();
    for section in headings {
        let _ = writeln!(items, "<li><a href=\"#{}\">{}</a></li>", section.id, escape(&section.title));
    }
    let title = words.on_this_page;
    format!("<nav class=\"local\" aria-label=\"{title}\">\n<p>{title}</p>\n<ul>\n{items}</ul>\n</nav>\n")
}
