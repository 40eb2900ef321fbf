//! What strings of policies look like.

/// Whether something is still to be filled in: `<project>`, `${project}`, `{project}`, `****`, `your-…`.
pub(crate) fn has_placeholder(text: &str) -> bool {
    let between =
        |open: char, close: char| text.split_once(open).is_some_and(|(_, rest)| rest.contains(close));
    if between('{', '}') || between('<', '>') || between('[', ']') || text.contains("***") {
        return true;
    }
    if !text.is_ascii() || text.contains("...") {
        return ["...", "…", "名称", "账号", "帐号", "您的"].iter().any(|mark| text.contains(mark));
    }
    let folded = text.to_ascii_lowercase();
    let marks = ["xxx", "xx.x", "yyyy"];
    marks.iter().any(|mark| folded.contains(mark))
        || ["your-", "your_", "$"].iter().any(|mark| starts_word(&folded, mark))
}

/// Whether `mark` stands where a word starts: `ALIYUN$alice@example.com` is a name.
fn starts_word(text: &str, mark: &str) -> bool {
    text.match_indices(mark).any(|(at, _)| {
        text.get(..at).is_some_and(|before| !before.ends_with(|last: char| last.is_ascii_alphanumeric()))
    })
}

/// Whether a character is a blank or takes no room on the screen.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// A string as JSON.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            // Nothing that a fix writes has control characters; they are left out rather than escaped.
            character if character.is_control() => {}
            character => out.push(character),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders() {
        for text in [
            "acs:log:*:*:project/<name>",
            "${name}",
            "{name}",
            "1234****5678",
            "vpc-xxxx",
            "42.120.XX.X/24",
            "your-bucket",
            "$accountId",
            "acs:log:*:账号ID:project/p",
            "ecs:[Action]",
        ] {
            assert!(has_placeholder(text), "{text}");
        }
        for text in [
            "*",
            "**",
            "ALIYUN$a@example.com",
            "acs:oss:*:*:buildyour-app",
            "acs:oss:*:*:b/a*",
            "a<b",
            "ecs:tag/部门",
            "acs:log:*:*:project/p",
        ] {
            assert!(!has_placeholder(text), "{text}");
        }
    }

    #[test]
    fn quoting() {
        assert_eq!(quoted("a\"b\\c\n"), r#""a\"b\\c""#);
    }
}
