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

use super::tree::Broken;

/// Whether this is white space of JSON.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// What stands between two tokens, by a style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Nothing,
    Space,
    /// A new line at this depth.
    Line(usize),
}

/// Which containers are printed on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inline {
    /// Only empty ones.
    Empty,
    /// Lists of strings that end before this column.
    Short(usize),
    /// Lists without containers in them.
    Lists,
    /// Lists and objects without containers in them.
    Leaves,
    /// All.
    All,
}

/// A way to print JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    /// Its letter.
    letter: char,
    /// One step of indentation.
    unit: &'static str,
    /// The end of a line.
    end: &'static str,
    inline: Inline,
    /// Whether a space stands behind `:`, and behind `,` on one line.
    spaced: bool,
    /// Whether `[{` and `}]` stay together.
    hugged: bool,
}

const fn style(letter: char, unit: &'static str, inline: Inline) -> Style {
    Style { letter, unit, end: "\n", inline, spaced: true, hugged: false }
}

const fn crlf(letter: char, unit: &'static str, inline: Inline) -> Style {
    Style { end: "\r\n", ..style(letter, unit, inline) }
}

const fn hugged(letter: char, unit: &'static str, inline: Inline) -> Style {
    Style { hugged: true, ..style(letter, unit, inline) }
}

/// Every style, in the order of preference.
const STYLES: [Style; 21] = [
    Style { spaced: false, ..style('c', "", Inline::All) },
    style('s', "", Inline::All),
    style('a', "  ", Inline::Short(88)),
    style('b', "  ", Inline::Empty),
    style('d', "    ", Inline::Empty),
    style('e', "\t", Inline::Empty),
    style('f', "  ", Inline::Lists),
    style('g', "    ", Inline::Lists),
    style('h', "\t", Inline::Lists),
    style('i', "  ", Inline::Leaves),
    style('j', "    ", Inline::Leaves),
    style('k', "    ", Inline::Short(88)),
    hugged('l', "  ", Inline::Empty),
    hugged('m', "    ", Inline::Empty),
    hugged('n', "  ", Inline::Lists),
    hugged('o', "    ", Inline::Lists),
    crlf('p', "  ", Inline::Empty),
    crlf('q', "    ", Inline::Empty),
    crlf('r', "  ", Inline::Lists),
    crlf('t', "    ", Inline::Lists),
    crlf('u', "\t", Inline::Empty),
];

/// The deepest indentation that a style foretells, so that nesting cannot blow a text up.
const MAX_DEPTH: usize = 24;

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Object,
    /// A list that does not begin with an object.
    List,
    /// A list that begins with an object.
    Objects,
}

impl Container {
    fn hugs(&self) -> bool {
        self.shape == Shape::Objects
    }

    fn is_list(&self) -> bool {
        self.shape != Shape::Object
    }
}

/// A list or an object.
#[derive(Debug, Clone, Copy)]
struct Container {
    shape: Shape,
    /// Whether containers are in it.
    nested: bool,
    /// Whether anything else than strings is in it.
    mixed: bool,
    /// The bytes of its items, each with a mark and a space.
    length: usize,
    /// How many containers it stands in; those that hug counted, and not counted.
    depth: usize,
    hugged_depth: usize,
    /// The bytes of its first line, without indentation.
    head: usize,
}

/// A token with its container: for a mark that opens or closes one, that one, else the one around it.
struct Placed<'a> {
    text: &'a str,
    container: Option<Container>,
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

impl Style {
    fn depth(&self, container: &Container) -> usize {
        if self.hugged { container.hugged_depth } else { container.depth }
    }

    fn is_inline(&self, container: &Container) -> bool {
        match self.inline {
            Inline::Empty => false,
            Inline::Short(columns) => {
                let indent = self.unit.len() * self.depth(container);
                let width = (indent + container.head + container.length).saturating_sub(1);
                container.is_list() && !container.mixed && width <= columns
            }
            Inline::Lists => container.is_list() && !container.nested,
            Inline::Leaves => !container.nested,
            Inline::All => true,
        }
    }

    /// What stands between two tokens.
    fn gap(&self, left: &Placed<'_>, right: &Placed<'_>) -> Gap {
        let space = if self.spaced { Gap::Space } else { Gap::Nothing };
        match (left.text, right.text) {
            (_, "," | ":") | ("{", "}") | ("[", "]") => Gap::Nothing,
            (":", _) => space,
            (",", _) => {
                // For an opening mark, the container is the new one.
                let opens = matches!(right.text, "{" | "[");
                match left.container {
                    Some(around) if self.is_inline(&around) => space,
                    Some(around) if self.hugged && around.hugs() && opens => space,
                    Some(around) => {
                        Gap::Line(self.depth(&around) + usize::from(!(self.hugged && around.hugs())))
                    }
                    None if self.inline == Inline::All => space,
                    None => Gap::Line(0),
                }
            }
            ("{" | "[", _) => match left.container {
                Some(new) if self.is_inline(&new) || (self.hugged && new.hugs()) => Gap::Nothing,
                Some(new) => Gap::Line(self.depth(&new) + 1),
                None => Gap::Nothing,
            },
            (_, "}" | "]") => match right.container {
                Some(done) if self.is_inline(&done) => Gap::Nothing,
                Some(done) if self.hugged && done.hugs() && left.text == "}" => Gap::Nothing,
                Some(done) => Gap::Line(self.depth(&done)),
                None => Gap::Nothing,
            },
            _ => Gap::Nothing,
        }
    }

    /// The gap before each token.
    fn foretell(&self, texts: &[Placed<'_>]) -> Vec<Gap> {
        let first = texts.first().map(|_| Gap::Nothing);
        let others = texts.iter().zip(texts.iter().skip(1)).map(|(left, right)| self.gap(left, right));
        first.into_iter().chain(others).collect()
    }

    fn print(&self, gap: Gap, out: &mut String) {
        match gap {
            Gap::Nothing => {}
            Gap::Space => out.push(' '),
            Gap::Line(depth) => {
                out.push_str(self.end);
                (0..depth.min(MAX_DEPTH)).for_each(|_| out.push_str(self.unit));
            }
        }
    }

    fn is(&self, gap: Gap, actual: &str) -> bool {
        match gap {
            Gap::Nothing => actual.is_empty(),
            Gap::Space => actual == " ",
            Gap::Line(depth) => {
                let depth = depth.min(MAX_DEPTH);
                actual.len() == self.end.len() + depth * self.unit.len()
                    && actual.strip_prefix(self.end).is_some_and(|rest| rest == self.unit.repeat(depth))
            }
        }
    }
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
