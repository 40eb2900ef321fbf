//! How an offered document is laid out.

/// Longest line of more than a key and a value that is left as it is.
const LINE: usize = 100;

/// A document that came out of something: its indentation is taken off, long lines are broken up.
pub(crate) fn tidy(json: &str) -> String {
    let last = json.lines().next_back().unwrap_or_default();
    let ragged = json.contains('\n') && !last.trim_start().starts_with(['}', ']']);
    if ragged || json.lines().any(|line| line.len() > LINE && line.matches('"').count() > 6) {
        return pretty(json);
    }
    if !json.contains('\n') {
        return json.to_owned();
    }
    let indent = json
        .lines()
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.split(|character| character != ' ' && character != '\t').next().unwrap_or_default())
        .reduce(common);
    let indent = indent.unwrap_or_default();
    let mut tidy = String::with_capacity(json.len());
    for (index, line) in json.lines().enumerate() {
        // Comments and the like leave spaces and empty lines behind; strings have no line breaks.
        let line = line.trim_end();
        if line.is_empty() {
            continue;
        }
        if index > 0 {
            tidy.push('\n');
        }
        tidy.push_str(if index > 0 { line.strip_prefix(indent).unwrap_or(line) } else { line });
    }
    tidy
}

fn common<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    one.get(..same).unwrap_or_default()
}

/// Strict JSON with two spaces for each level.
pub(crate) fn pretty(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let mut depth = 0_usize;
    let mut characters = json.chars().peekable();
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                out.push('"');
                while let Some(inside) = characters.next() {
                    out.push(inside);
                    match inside {
                        '\\' => out.extend(characters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '{' | '[' => {
                while characters.next_if(char::is_ascii_whitespace).is_some() {}
                out.push(character);
                if let Some(close) = characters.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(close);
                } else {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(character);
            }
            ',' => {
                out.push(',');
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ if character.is_ascii_whitespace() => {}
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_broken_up() {
        let json = r#"{"a": [ ], "b": {"c\"{": [1,2]}, "d": {} }"#;
        let expected =
            "{\n  \"a\": [],\n  \"b\": {\n    \"c\\\"{\": [\n      1,\n      2\n    ]\n  },\n  \"d\": {}\n}";
        assert_eq!(pretty(json), expected);
    }

    #[test]
    fn indentation_is_taken_off() {
        assert_eq!(tidy("{\n      \"a\": 1,\n\n    \"b\": 2  \n    }"), "{\n  \"a\": 1,\n\"b\": 2\n}");
    }
}
