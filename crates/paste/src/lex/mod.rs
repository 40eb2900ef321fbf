//! The tolerant tokenizer: punctuation in any script, strings in any quotes, comments, template
//! expressions, words. It reads on only as far as it is asked to.

mod delimited;

use crate::chars::{Punct, Quote, is_space, odd_space, punct, quote};
use crate::edit::Edit;
use crate::mapped::At;
use crate::repair::RepairKind;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Punct(Punct),
    /// `=`, `=>` or `:=`
    Equals,
    /// A string with its quotes. `closed` is false if its line ends first.
    Text {
        quote: Quote,
        closed: bool,
    },
    /// `${…}`, `%{…}`, `{{ … }}` or `<…>`
    Template {
        closed: bool,
    },
    /// `%{…}`, which says what becomes part of the document.
    Directive {
        closed: bool,
    },
    OpenParen,
    CloseParen,
    /// Anything else up to the next space or token: numbers, names, operators.
    Word,
    /// A comment without an end.
    OpenComment,
    End,
}

/// A token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) at: At,
    /// Whether it is the first of its line.
    pub(crate) fresh_line: bool,
    /// Whether it directly follows the token before.
    pub(crate) adjacent: bool,
}

impl Token {
    pub(crate) fn is(&self, wanted: Punct) -> bool {
        self.kind == Kind::Punct(wanted)
    }
}

/// A text, token by token.
#[derive(Debug)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
    /// Changes between tokens: comments, odd spaces.
    gaps: Vec<Edit>,
    fresh_line: bool,
}

impl<'a> Lexer<'a> {
    pub(crate) fn new(text: &'a str, start: usize) -> Self {
        Lexer { text, at: start, tokens: Vec::new(), gaps: Vec::new(), fresh_line: true }
    }

    /// The token number `index`; past the last one, the end of the text.
    pub(crate) fn token(&mut self, index: usize) -> Token {
        while self.tokens.len() <= index {
            if let Some(last) = self.tokens.last()
                && last.kind == Kind::End
            {
                return *last;
            }
            let token = self.next();
            self.tokens.push(token);
        }
        self.tokens.get(index).copied().unwrap_or(Token {
            kind: Kind::End,
            at: At::before(self.text.len()),
            fresh_line: true,
            adjacent: false,
        })
    }

    /// The changes between the tokens that were read so far.
    pub(crate) fn gaps(&self) -> &[Edit] {
        &self.gaps
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next(&mut self) -> Token {
        let before = self.at;
        self.fresh_line = self.tokens.is_empty();
        let unclosed = self.gap();
        let start = self.at;
        let (fresh_line, adjacent) = (self.fresh_line, start == before);
        let made = |kind, end| Token { kind, at: At::new(start, end), fresh_line, adjacent };
        if let Some(from) = unclosed {
            return Token { at: At::new(from, self.at), ..made(Kind::OpenComment, self.at) };
        }
        let Some(first) = self.peek() else { return made(Kind::End, start) };
        let kind = self.significant(first);
        if self.at == start {
            self.at += first.len_utf8();
        }
        made(kind, self.at)
    }

    /// Passes over spaces and comments. Answers with the start of a comment that has no end.
    fn gap(&mut self) -> Option<usize> {
        while let Some(first) = self.peek() {
            let start = self.at;
            if is_space(first) {
                self.fresh_line |= first == '\n';
                self.at += 1;
            } else if let Some(replacement) = odd_space(first) {
                self.odd_spaces(start, first, replacement);
            } else if self.is_comment(start) {
                let Some(end) = self.comment_end(start) else {
                    self.at = self.text.len();
                    return Some(start);
                };
                self.at = end;
                self.change(RepairKind::Comment, start, "");
            } else if first == '\\' {
                if !self.backslash(start) {
                    return None;
                }
            } else {
                return None;
            }
        }
        None
    }

    fn change(&mut self, kind: RepairKind, start: usize, text: &str) {
        self.gaps.push(Edit { kind, at: At::new(start, self.at), text: text.to_owned() });
    }

    /// A run of the same odd space is one change.
    fn odd_spaces(&mut self, start: usize, first: char, replacement: &str) {
        let count = self.rest().chars().take_while(|next| *next == first).count();
        self.at += count * first.len_utf8();
        self.fresh_line |= replacement == "\n";
        let kind = if first == '\u{FEFF}' { RepairKind::ByteOrderMark } else { RepairKind::OddSpace };
        self.change(kind, start, &replacement.repeat(count));
    }

    fn is_comment(&self, start: usize) -> bool {
        let rest = self.rest();
        // `//` behind the colon of a URL is no comment.
        let url = || {
            let head = self.text.get(..start).unwrap_or_default().strip_suffix(':');
            head.is_some_and(|head| head.ends_with(|last: char| last.is_ascii_alphanumeric()))
        };
        rest.starts_with('#') || rest.starts_with("/*") || (rest.starts_with("//") && !url())
    }

    fn comment_end(&self, start: usize) -> Option<usize> {
        let rest = self.rest();
        match rest.strip_prefix("/*") {
            Some(body) => body.find("*/").map(|length| start + length + 4),
            None => Some(start + rest.find(['\n', '\r']).unwrap_or(rest.len())),
        }
    }

    /// A backslash between tokens: white space that was left escaped, a continued line, or an escape
    /// of Markdown. False if it is nothing of the kind.
    fn backslash(&mut self, start: usize) -> bool {
        let Some(next) = self.rest().chars().nth(1) else { return false };
        match next {
            'n' | 't' | 'r' => {
                self.at += 2;
                self.fresh_line |= next == 'n';
                let space = match next {
                    'n' => "\n",
                    't' => "\t",
                    _ => "",
                };
                self.change(RepairKind::EscapedSpace, start, space);
            }
            '\n' | '\r' | '[' | ']' | '{' | '}' | '_' | ' ' => {
                self.at += 1;
                self.change(RepairKind::NeedlessEscape, start, "");
            }
            _ => return false,
        }
        true
    }

    fn significant(&mut self, first: char) -> Kind {
        let start = self.at;
        if self.rest().starts_with("${") || self.rest().starts_with("%{") {
            let closed = self.braces();
            return if first == '%' { Kind::Directive { closed } } else { Kind::Template { closed } };
        }
        if self.inline("{{", "}}", &['{', '}', '"', '\'', ':', '\n'])
            || self.inline("<", ">", &['<', '>', '"', '{', '}', '[', ']', '\n'])
        {
            return Kind::Template { closed: true };
        }
        for sign in ["=>", ":=", "="] {
            if self.rest().starts_with(sign) && !self.rest().starts_with("==") {
                self.at += sign.len();
                return Kind::Equals;
            }
        }
        if let Some(found) = punct(first) {
            self.at += first.len_utf8();
            if first.len_utf8() > 1 || first == ';' {
                self.change(RepairKind::Punctuation, start, found.as_str());
            }
            return Kind::Punct(found);
        }
        if let Some(found) = quote(first) {
            self.at += first.len_utf8();
            let closed = self.string(found);
            return Kind::Text { quote: found, closed };
        }
        match first {
            '(' => Kind::OpenParen,
            ')' => Kind::CloseParen,
            _ => {
                self.word();
                Kind::Word
            }
        }
    }

    fn word(&mut self) {
        let length = self.rest().char_indices().find(|(index, character)| {
            *index > 0
                && (is_space(*character)
                    || odd_space(*character).is_some()
                    || punct(*character).is_some()
                    || quote(*character).is_some()
                    || matches!(character, '(' | ')' | '=' | '\\'))
        });
        self.at += length.map_or(self.rest().len(), |(index, _)| index);
    }
}
