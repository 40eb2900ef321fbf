//! Lays out JSON that was written into a line, and marks places in it.

use ramplay_text::Span;

/// Longest line, in characters.
const WIDTH: usize = 84;

/// HTML of a document with marked places. What is not JSON stays as it was written.
pub(crate) fn marked(text: &str, spans: &[Span]) -> String {
    let is_json = serde_json::from_str::<serde_json::Value>(text).is_ok();
    let laid_out = is_json.then(|| tokens(text, spans)).flatten().map(|tokens| {
        let mut out = String::new();
        write(&tokens, 0, &mut out);
        out
    });
    let text = laid_out.unwrap_or_else(|| with_marks(text, 0, spans));
    crate::html::escape(&text).replace(OPEN, "<mark>").replace(CLOSE, "</mark>")
}

const OPEN: char = '\u{27e6}';
const CLOSE: char = '\u{27e7}';

/// A part of the text with the marks that fall on it.
fn with_marks(part: &str, start: usize, spans: &[Span]) -> String {
    let mut out = String::with_capacity(part.len() + 8);
    let ends = |at: usize| spans.iter().filter(|span| span.end as usize == at).count();
    let starts = |at: usize| spans.iter().filter(|span| span.start as usize == at).count();
    for (at, character) in part.char_indices() {
        if at > 0 {
            out.extend(std::iter::repeat_n(CLOSE, ends(start + at)));
        }
        out.extend(std::iter::repeat_n(OPEN, starts(start + at)));
        out.push(character);
    }
    out.extend(std::iter::repeat_n(CLOSE, ends(start + part.len())));
    out
}

/// Strings, brackets, commas, colons and other values, with their marks; nothing if a mark falls between them.
fn tokens(text: &str, spans: &[Span]) -> Option<Vec<String>> {
    let mut tokens = Vec::new();
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((start, byte)) = bytes.next() {
        if byte.is_ascii_whitespace() {
            continue;
        }
        if byte == b'"' {
            while let Some((_, byte)) = bytes.next() {
                match byte {
                    b'\\' => drop(bytes.next()),
                    b'"' => break,
                    _ => {}
                }
            }
        } else if !b",:[]{}".contains(&byte) {
            let is_inside = |byte: u8| !b",:[]{}\"".contains(&byte) && !byte.is_ascii_whitespace();
            while bytes.next_if(|(_, byte)| is_inside(*byte)).is_some() {}
        }
        let end = bytes.peek().map_or(text.len(), |(at, _)| *at);
        tokens.push(with_marks(text.get(start..end)?, start, spans));
    }
    let count = |mark| tokens.iter().flat_map(|token| token.chars()).filter(|found| *found == mark).count();
    (count(OPEN) == spans.len() && count(CLOSE) == spans.len()).then_some(tokens)
}

fn bare(token: &str) -> &str {
    token.trim_matches([OPEN, CLOSE])
}

/// Where the bracket at `from` is closed.
fn close(tokens: &[String], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match bare(token) {
            "[" | "{" => depth += 1,
            "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len()
}

/// Tokens in one line.
fn flat(tokens: &[String]) -> String {
    tokens.iter().fold(String::new(), |line, token| match bare(token) {
        "," | ":" => line + token + " ",
        _ => line + token,
    })
}

fn write(tokens: &[String], indent: usize, out: &mut String) {
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first() {
        match bare(first) {
            "[" | "{" => {
                let end = close(rest, 0);
                let group = rest.get(..=end).unwrap_or(rest);
                let line = flat(group);
                // The whole document is always laid out.
                if indent > 0 && indent + line.chars().count() <= WIDTH {
                    out.push_str(&line);
                } else {
                    out.push_str(first);
                    new_line(indent + 2, out);
                    write(group.get(1..group.len().saturating_sub(1)).unwrap_or_default(), indent + 2, out);
                    new_line(indent, out);
                    out.push_str(group.last().map_or("", String::as_str));
                }
                rest = rest.get(end + 1..).unwrap_or_default();
            }
            "," => {
                out.push_str(first);
                new_line(indent, out);
                rest = after;
            }
            _ => {
                out.push_str(first);
                if bare(first) == ":" {
                    out.push(' ');
                }
                rest = after;
            }
        }
    }
}

fn new_line(indent: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_values_stay_in_their_line() {
        let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:a\"]b", "Resource": ["acs:log:*:*:project/web/*", "acs:log:*:*:project/web"]}]}"#;
        let at = text.find("\"acs:log:*:*:project/web\"").unwrap();
        let span = Span::new(at, at + "\"acs:log:*:*:project/web\"".len());
        assert_eq!(
            marked(text, &[span]),
            r#"{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "log:a\"]b",
      "Resource": ["acs:log:*:*:project/web/*", <mark>"acs:log:*:*:project/web"</mark>]
    }
  ]
}"#
            .replace('"', "&quot;")
        );
    }

    #[test]
    fn marks_of_groups_and_bare_values() {
        let text = r#"{"a": [1, {"b": true}]}"#;
        let spans = [Span::new(7, 8), Span::new(10, 21)];
        assert_eq!(
            marked(text, &spans),
            "{\n  &quot;a&quot;: [<mark>1</mark>, <mark>{&quot;b&quot;: true}</mark>]\n}"
        );
        assert_eq!(marked("not JSON", &[Span::new(0, 3)]), "<mark>not</mark> JSON");
    }
}
