//! How a JSON text was printed: its white space, apart from its tokens.
//!
//! A text is cut into tokens and the gaps of white space between them. A [`Style`] foretells every gap from the
//! tokens alone; only gaps that are otherwise are written. So each text comes back byte for byte, whatever it is, and
//! one that a common printer made costs one character more than its compact form.
//!
//! Form: the letter of the style, then the tokens. `` ` `` introduces what is out of the ordinary: white space up to
//! the next `` ` `` is a gap that is not as foretold, `` `' `` is an apostrophe, `` `" `` a grave accent. A bare
//! apostrophe never occurs, so that it can end the form.
//!
//! FROZEN: links that people keep depend on every line of this file.

mod style;

use self::style::{Container, Placed, STYLES, Shape, Style};
use super::tree::Broken;

/// Whether this is white space of JSON.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// Text cut into tokens: strings, single marks, and runs of anything else. A string that is not closed goes on to
/// the end, and so two tokens side by side never read as one, unless both are runs.
fn next_token(rest: &str) -> &str {
    let mut characters = rest.char_indices();
    let Some((_, first)) = characters.next() else { return rest };
    let end = match first {
        '{' | '}' | '[' | ']' | ',' | ':' => Some(1),
        '"' => {
            let mut escaped = false;
            characters
                .find(|(_, character)| {
                    let closes = *character == '"' && !escaped;
                    escaped = *character == '\\' && !escaped;
                    closes
                })
                .map(|(at, _)| at + 1)
        }
        _ => characters.find(|(_, one)| is_space(*one) || "{}[],:\"".contains(*one)).map(|(at, _)| at),
    };
    end.and_then(|end| rest.get(..end)).unwrap_or(rest)
}

/// The tokens of a text, each with the gap before it; and the gap at the end.
fn tokens(text: &str) -> (Vec<(&str, &str)>, &str) {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        let token_and_rest = rest.trim_start_matches(is_space);
        let gap = rest.get(..rest.len() - token_and_rest.len()).unwrap_or_default();
        let token = next_token(token_and_rest);
        if token.is_empty() {
            return (found, gap);
        }
        found.push((gap, token));
        rest = token_and_rest.get(token.len()..).unwrap_or_default();
    }
}

/// Finds out which container each token belongs to.
fn place<'a>(texts: &[&'a str]) -> Vec<Placed<'a>> {
    let mut containers: Vec<Container> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut of: Vec<Option<usize>> = Vec::with_capacity(texts.len());
    for (at, text) in texts.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| texts.get(at)).copied();
        let around = open.last().copied();
        if let Some(parent) = around.and_then(|index| containers.get_mut(index)) {
            match *text {
                "{" | "[" => (parent.nested, parent.mixed) = (true, true),
                "," | ":" | "}" | "]" => parent.mixed |= *text == ":",
                _ => {
                    parent.mixed |= !text.starts_with('"');
                    parent.length += text.len() + 2;
                }
            }
        }
        match *text {
            "{" | "[" => {
                let parent = around.and_then(|index| containers.get(index));
                let key = if before(1) == Some(":") { before(2).map_or(0, |key| key.len() + 2) } else { 0 };
                containers.push(Container {
                    shape: match (*text, texts.get(at + 1)) {
                        ("{", _) => Shape::Object,
                        (_, Some(&"{")) => Shape::Objects,
                        _ => Shape::List,
                    },
                    nested: false,
                    mixed: false,
                    length: 0,
                    depth: parent.map_or(0, |parent| parent.depth + 1),
                    hugged_depth: parent
                        .map_or(0, |parent| parent.hugged_depth + usize::from(!parent.hugs())),
                    head: key + 1,
                });
                open.push(containers.len() - 1);
                of.push(Some(containers.len() - 1));
            }
            "}" | "]" => of.push(open.pop()),
            _ => of.push(around),
        }
    }
    let placed = texts.iter().zip(of);
    placed
        .map(|(text, of)| Placed { text, container: of.and_then(|index| containers.get(index)).copied() })
        .collect()
}

/// Writes the form of a text.
pub(super) fn write(text: &str, out: &mut String) {
    let (tokens, last) = tokens(text);
    let texts: Vec<&str> = tokens.iter().map(|(_, token)| *token).collect();
    let placed = place(&texts);
    let cost = |style: &Style| -> usize {
        let gaps = style.foretell(&placed).into_iter().zip(&tokens);
        gaps.filter(|(gap, (actual, _))| !style.is(*gap, actual))
            .map(|(_, (actual, _))| actual.len() + 2)
            .sum()
    };
    // Of equals the first, so that the form is canonical.
    let [first, ..] = &STYLES;
    let style = STYLES.iter().min_by_key(|style| cost(style)).unwrap_or(first);
    out.push(style.letter);
    for (gap, (actual, token)) in style.foretell(&placed).into_iter().zip(&tokens) {
        if !style.is(gap, actual) {
            exception(actual, out);
        }
        for character in token.chars() {
            match character {
                '\'' => out.push_str("`'"),
                '`' => out.push_str("`\""),
                other => out.push(other),
            }
        }
    }
    if !last.is_empty() {
        exception(last, out);
    }
}

fn exception(gap: &str, out: &mut String) {
    out.push('`');
    out.push_str(gap);
    out.push('`');
}

/// Reads a form whose text is not longer than `limit` bytes.
pub(super) fn read(form: &str, limit: usize) -> Result<String, Broken> {
    let mut characters = form.chars();
    let letter = characters.next();
    let style = STYLES.iter().find(|style| Some(style.letter) == letter).ok_or(Broken::Form)?;
    let (bare, exceptions) = split(characters).ok_or(Broken::Form)?;
    let mut texts: Vec<&str> = Vec::new();
    // The gap that is written before the token with this number.
    let mut written: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    let mut exceptions = exceptions.iter().peekable();
    loop {
        if let Some((_, gap)) = exceptions.next_if(|(place, _)| *place == at) {
            written.push((texts.len(), gap));
        }
        let end = exceptions.peek().map_or(bare.len(), |(place, _)| *place);
        let token = next_token(bare.get(at..end).ok_or(Broken::Form)?);
        if token.is_empty() {
            break;
        }
        texts.push(token);
        at += token.len();
    }
    // Two at one place.
    if exceptions.next().is_some() {
        return Err(Broken::Form);
    }
    let placed = place(&texts);
    let mut out = String::with_capacity(form.len() * 2);
    let mut written = written.into_iter().peekable();
    for (number, (gap, text)) in style.foretell(&placed).into_iter().zip(&texts).enumerate() {
        match written.next_if(|(before, _)| *before == number) {
            Some((_, gap)) => out.push_str(gap),
            None => style.print(gap, &mut out),
        }
        out.push_str(text);
        if out.len() > limit {
            return Err(Broken::Long);
        }
    }
    written.for_each(|(_, gap)| out.push_str(gap));
    if out.len() > limit { Err(Broken::Long) } else { Ok(out) }
}

/// Takes the exceptions out of a form: its tokens, and each exception with its place there.
fn split(mut characters: std::str::Chars<'_>) -> Option<(String, Vec<(usize, String)>)> {
    let mut bare = String::new();
    let mut exceptions = Vec::new();
    while let Some(character) = characters.next() {
        if character != '`' {
            bare.push(character);
            continue;
        }
        let mut gap = String::new();
        loop {
            match characters.next()? {
                '\'' if gap.is_empty() => break bare.push('\''),
                '"' if gap.is_empty() => break bare.push('`'),
                '`' => break exceptions.push((bare.len(), gap)),
                space if is_space(space) => gap.push(space),
                _ => return None,
            }
        }
    }
    Some((bare, exceptions))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> String {
        let mut out = String::new();
        write(text, &mut out);
        assert_eq!(read(&out, 1 << 20).as_deref(), Ok(text), "{out}");
        out
    }

    #[test]
    fn common_printers_cost_a_letter() {
        let compact =
            r#"{"Version":"1","Statement":[{"Effect":"Allow","Action":["a:b","c:d"],"Resource":"*"}]}"#;
        assert_eq!(form(compact), format!("c{compact}"));
        for (letter, text) in [
            ('s', r#"{"a": ["b", "c"], "d": {}}"#),
            ('a', "{\n  \"a\": [\"b\", \"c\"],\n  \"d\": {}\n}"),
            ('b', "{\n  \"a\": [\n    \"b\",\n    \"c\"\n  ],\n  \"d\": {}\n}"),
            ('d', "{\n    \"a\": [\n        \"b\",\n        \"c\"\n    ]\n}"),
            ('e', "{\n\t\"a\": [\n\t\t\"b\"\n\t]\n}"),
            ('l', "{\n  \"a\": [{\n    \"b\": 1\n  }, {\n    \"b\": [\n      2\n    ]\n  }]\n}"),
            ('q', "{\r\n    \"a\": [\r\n        \"b\"\r\n    ]\r\n}"),
        ] {
            let form = form(text);
            assert!(form.starts_with(letter), "{form}");
            assert!(!form.contains('`'), "{form}");
        }
    }

    #[test]
    fn any_text_comes_back() {
        for text in [
            "",
            " ",
            "\n",
            "a b",
            "'`'",
            "\"open\n  string",
            "{\"a\" :1 ,\"b\":[ ]}\n",
            "[[[]}}",
            "\u{FEFF}{}",
            "{ }",
            "{\"a\":\"\\\\\\\"\",\r\n\"b\":'c'}",
            "// note\n{\"行动\": [\"允许\", \"😀\"],}",
            "\"a\"\"b\" \"c",
            "`\"`'",
        ] {
            form(text);
        }
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for form in ["", "?{}", "c`", "c` ", "c`x`", "ca` `` `b"] {
            assert_eq!(read(form, 100), Err(Broken::Form), "{form}");
        }
        assert_eq!(read(&format!("e{}", "[".repeat(100)), 200), Err(Broken::Long));
    }
}
