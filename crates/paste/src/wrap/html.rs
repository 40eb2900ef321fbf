//! HTML: documents copied together with the tags and character references around and in them.

use super::Inside;
use crate::mapped::{At, Builder, Mapped};
use crate::model::Wrapper;

/// Tags that are taken out, all others may be placeholders. `br` and the ones that end a line become
/// line breaks.
const TAGS: [(&str, &str); 18] = [
    ("br", "\n"),
    ("p", "\n"),
    ("div", "\n"),
    ("li", "\n"),
    ("tr", "\n"),
    ("pre", ""),
    ("code", ""),
    ("span", ""),
    ("td", ""),
    ("th", ""),
    ("table", ""),
    ("tbody", ""),
    ("ul", ""),
    ("b", ""),
    ("i", ""),
    ("em", ""),
    ("strong", ""),
    ("a", ""),
];

/// Character references that stand in for what documents are made of.
const REFERENCES: [(&str, &str); 14] = [
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#x22;", "\""),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&nbsp;", " "),
    ("&#160;", " "),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&#123;", "{"),
    ("&#125;", "}"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&amp;", "&"),
];

/// What shows that a text is HTML: a tag or reference that no policy has by itself.
const SIGNS: [&str; 9] = ["<br", "<pre", "<code", "<span", "<p>", "<div", "&quot;", "&nbsp;", "&#34;"];

pub(super) fn step(mapped: &Mapped) -> Option<Vec<Inside>> {
    let text = mapped.text();
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return None;
    }
    let all = At::new(0, text.len());
    let mut plain = Builder::new(mapped);
    tags(mapped, &mut plain);
    let plain = plain.finish();
    let mut resolved = Builder::new(&plain);
    references(&plain, At::new(0, plain.text().len()), &mut resolved);
    let inner = resolved.finish();
    // Nothing was one after all: leave it to the others.
    (inner.text() != text).then(|| vec![Inside::new(mapped, all, inner, Wrapper::Html)])
}

fn tags(mapped: &Mapped, builder: &mut Builder<'_>) {
    let text = mapped.text();
    let mut kept = 0;
    for (start, _) in text.match_indices('<') {
        if start < kept {
            continue;
        }
        if let Some((end, replacement)) = tag(text, start) {
            builder.keep(At::new(kept, start));
            builder.put(At::new(start, end), replacement);
            kept = end;
        }
    }
    builder.keep(At::new(kept, text.len()));
}

/// Where the tag that starts here ends, and what it becomes.
fn tag(text: &str, start: usize) -> Option<(usize, &'static str)> {
    let rest = text.get(start + 1..)?;
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let length = name.find(|character: char| !character.is_ascii_alphanumeric())?;
    let (name, attributes) = name.split_at_checked(length)?;
    let (_, replacement) = TAGS.iter().find(|(tag, _)| name.eq_ignore_ascii_case(tag))?;
    let end = attributes.find(['>', '<', '{', '\n'])?;
    let closes = attributes.get(end..)?.starts_with('>');
    // `<p …>` has attributes; `<a b>` in words of its own is a placeholder.
    let plausible = attributes.get(..end)?.trim_matches(['/', ' ']).is_empty() || attributes.contains('=');
    (closes && plausible).then_some((text.len() - attributes.len() + end + 1, *replacement))
}

/// Keeps `at` with character references resolved.
pub(super) fn references(mapped: &Mapped, at: At, builder: &mut Builder<'_>) {
    let text = at.of(mapped.text());
    let mut kept = at.start;
    for (offset, _) in text.match_indices('&') {
        let start = at.start + offset;
        let rest = text.get(offset..).unwrap_or_default();
        if let Some((name, replacement)) = REFERENCES.iter().find(|(name, _)| rest.starts_with(name)) {
            builder.keep(At::new(kept, start));
            kept = start + name.len();
            builder.put(At::new(start, kept), replacement);
        }
    }
    builder.keep(At::new(kept, at.end));
}
