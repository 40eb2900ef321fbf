//! Characters that people paste in the place of others.

/// What structures a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Punct {
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Colon,
    Comma,
}

impl Punct {
    /// As JSON writes it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Punct::OpenBrace => "{",
            Punct::CloseBrace => "}",
            Punct::OpenBracket => "[",
            Punct::CloseBracket => "]",
            Punct::Colon => ":",
            Punct::Comma => ",",
        }
    }
}

/// The punctuation that a character is or stands for.
pub(crate) fn punct(character: char) -> Option<Punct> {
    Some(match character {
        '{' | '｛' | '﹛' => Punct::OpenBrace,
        '}' | '｝' | '﹜' => Punct::CloseBrace,
        '[' | '［' | '【' => Punct::OpenBracket,
        ']' | '］' | '】' => Punct::CloseBracket,
        ':' | '：' | '﹕' | '︰' => Punct::Colon,
        ',' | '，' | '﹐' | '、' | ';' | '；' => Punct::Comma,
        _ => return None,
    })
}

/// How a string is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quote {
    /// `"`
    Straight,
    /// `“…”` and their like.
    Curly,
    /// `'…'` in any form.
    Single,
    /// A backtick.
    Backtick,
}

/// The quoting that a character opens.
pub(crate) fn quote(character: char) -> Option<Quote> {
    Some(match character {
        '"' => Quote::Straight,
        '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' => Quote::Curly,
        '\'' | '‘' | '’' | '‚' | '‛' | '＇' => Quote::Single,
        '`' => Quote::Backtick,
        _ => return None,
    })
}

/// White space of JSON.
pub(crate) fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// What to put in the place of a character that looks like a space, or like nothing, and is not
/// white space of JSON.
pub(crate) fn odd_space(character: char) -> Option<&'static str> {
    match character {
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{00AD}'
        | '\u{180E}'
        | '\u{0000}' => Some(""),
        '\u{0085}' | '\u{2028}' | '\u{2029}' | '\u{000B}' | '\u{000C}' => Some("\n"),
        _ if is_space(character) => None,
        _ if character.is_whitespace() => Some(" "),
        _ => None,
    }
}

/// White space of JSON or something that looks like it.
pub(crate) fn is_blank(character: char) -> bool {
    is_space(character) || odd_space(character).is_some()
}

/// Characters that Markdown escapes with a backslash and JSON does not.
pub(crate) fn is_markdown_escape(character: char) -> bool {
    matches!(
        character,
        '_' | '*'
            | '['
            | ']'
            | '('
            | ')'
            | '{'
            | '}'
            | '<'
            | '>'
            | '#'
            | '+'
            | '-'
            | '.'
            | '!'
            | '|'
            | '`'
            | '~'
            | '$'
            | '&'
            | '@'
            | '\''
            | ':'
            | ','
            | ' '
            | '='
            | '?'
            | ';'
            | '%'
    )
}
