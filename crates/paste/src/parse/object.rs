//! Objects.

use super::{Parser, excerpt, is_ellipsis};
use crate::chars::{Punct, Quote};
use crate::edit::json_string;
use crate::lex::{Kind, Token};
use crate::mapped::At;
use crate::problem::Problem;
use crate::repair::RepairKind;
use crate::tree::{Defect, Member, Node, Value};

impl Parser<'_> {
    pub(super) fn object(&mut self) -> Result<Node, Defect> {
        let open = self.take();
        self.push(open, Punct::OpenBrace)?;
        let doubled = self.doubled_brace(open);
        let (members, end) = self.members(Some(doubled))?;
        self.open.pop();
        Ok(Node { at: At::new(open.at.start, end), value: Value::Object(members) })
    }

    /// Members up to the end of the text, or to a closing brace that has no opening one.
    pub(super) fn bare_members(&mut self) -> Result<Node, Defect> {
        let start = self.peek().at.start;
        let (members, end) = self.members(None)?;
        Ok(Node { at: At::new(start, end), value: Value::Object(members) })
    }

    /// `{{` of a format string; an object never starts with an object.
    fn doubled_brace(&mut self, open: Token) -> bool {
        let second = self.peek();
        let doubled = second.is(Punct::OpenBrace) && second.adjacent;
        if doubled {
            self.index += 1;
            self.change(RepairKind::DoubledBrace, At::new(open.at.start, second.at.end), "{");
        }
        doubled
    }

    /// The members, and where they end, closing brace included. `doubled` is absent if there is no
    /// opening brace.
    fn members(&mut self, doubled: Option<bool>) -> Result<(Vec<Member>, usize), Defect> {
        let mut members: Vec<Member> = Vec::new();
        let mut comma: Option<Token> = None;
        let mut end = self.peek().at.start;
        loop {
            let token = self.peek();
            match token.kind {
                Kind::Punct(Punct::Comma) => {
                    self.comma(&mut comma, members.is_empty());
                }
                Kind::Punct(Punct::CloseBrace) => {
                    self.trailing(comma);
                    return Ok((members, self.close_brace(token, doubled, end)));
                }
                Kind::Punct(Punct::CloseBracket) if doubled.is_some() && self.is_stray_bracket(comma) => {
                    self.drop_closing()?;
                }
                Kind::Punct(Punct::CloseBracket | Punct::OpenBrace)
                    if doubled.is_some()
                        && !members.is_empty()
                        && self.outer() == Some(Punct::OpenBracket)
                        && (token.is(Punct::CloseBracket) || self.is_statement_next()) =>
                {
                    // `}` is missing before the list goes on or ends. A comma before it is the list's.
                    self.close_after(end, Punct::CloseBrace)?;
                    self.give_back(comma);
                    return Ok((members, end));
                }
                Kind::Punct(Punct::CloseBracket) if doubled.is_some() => return self.unclosed(),
                Kind::End => {
                    if doubled.is_none() {
                        self.trailing(comma);
                        return Ok((members, end));
                    }
                    if comma.is_some() || members.is_empty() || self.swallowing_comment().is_some() {
                        return self.ends_early(token.at);
                    }
                    self.close_after(end, Punct::CloseBrace)?;
                    return Ok((members, end));
                }
                Kind::Text { closed: true, .. } | Kind::Word | Kind::Template { closed: true } => {
                    if comma.take().is_none() && !members.is_empty() {
                        self.change(RepairKind::MissingComma, At::before(end), ",");
                    }
                    let member = self.member()?;
                    end = member.value.at.end;
                    members.push(member);
                }
                Kind::Punct(Punct::OpenBrace | Punct::OpenBracket) => {
                    let found = excerpt(token.at.of(self.text));
                    return Self::defect(Problem::NotAKey { found }, token.at);
                }
                _ => return self.unexpected(token),
            }
        }
    }

    /// A comma: the first behind a value separates, any other is too many.
    pub(super) fn comma(&mut self, comma: &mut Option<Token>, first: bool) {
        let token = self.take();
        if first || comma.is_some() {
            self.change(RepairKind::ExtraComma, token.at, "");
        } else {
            *comma = Some(token);
        }
    }

    /// A comma before a closing bracket.
    pub(super) fn trailing(&mut self, comma: Option<Token>) {
        if let Some(comma) = comma {
            self.change(RepairKind::TrailingComma, comma.at, "");
        }
    }

    /// Lets the object or list around read the comma again.
    pub(super) fn give_back(&mut self, comma: Option<Token>) {
        if comma.is_some() {
            self.index -= 1;
        }
    }

    /// Reads the closing brace, and the second one if braces are doubled.
    fn close_brace(&mut self, token: Token, doubled: Option<bool>, end: usize) -> usize {
        if doubled.is_none() {
            return end;
        }
        self.index += 1;
        let second = self.peek();
        if doubled == Some(true) && second.is(Punct::CloseBrace) && second.adjacent {
            self.index += 1;
            self.change(RepairKind::DoubledBrace, At::new(token.at.start, second.at.end), "}");
            return second.at.end;
        }
        token.at.end
    }

    /// `]` in an object is too much if members go on behind it and no list is open around.
    fn is_stray_bracket(&mut self, comma: Option<Token>) -> bool {
        if comma.is_some() || self.outer() == Some(Punct::OpenBracket) {
            return false;
        }
        let next = self.peek_at(1);
        next.is(Punct::CloseBrace) || (next.is(Punct::Comma) && self.is_key(2))
    }

    /// Whether the brace here opens a statement.
    fn is_statement_next(&mut self) -> bool {
        let key = self.peek_at(1).at;
        self.is_key(1) && crate::find::is_statement_key(unquoted(key.of(self.text)))
    }

    /// Whether a key and its colon follow.
    pub(super) fn is_key(&mut self, ahead: usize) -> bool {
        let key = self.peek_at(ahead);
        let colon = self.peek_at(ahead + 1);
        matches!(key.kind, Kind::Text { closed: true, .. })
            && (colon.is(Punct::Colon) || colon.kind == Kind::Equals)
    }

    fn member(&mut self) -> Result<Member, Defect> {
        let token = self.take();
        let written = token.at.of(self.text);
        if is_ellipsis(written) {
            return Self::defect(Problem::Ellipsis, token.at);
        }
        let separator = self.peek();
        if !separator.is(Punct::Colon) && separator.kind != Kind::Equals {
            // A key is what a value follows on; everything else is a value that nothing stands before.
            if let Kind::Template { .. } = token.kind {
                return Self::defect(Problem::TemplateStructure, token.at);
            }
            if separator.kind == Kind::End {
                return self.ends_early(separator.at);
            }
            let problem = Problem::MissingValue { key: excerpt(unquoted(written)) };
            return Self::defect(problem, token.at);
        }
        let key = self.key(token)?;
        if separator.kind == Kind::Equals {
            self.change(RepairKind::Separator, separator.at, ":");
        }
        self.index += 1;
        let next = self.peek();
        match next.kind {
            Kind::Punct(Punct::Comma | Punct::CloseBrace | Punct::CloseBracket) => {
                let at = At::new(token.at.start, separator.at.end);
                Self::defect(Problem::MissingValue { key }, at)
            }
            _ => Ok(Member { key, key_at: token.at, value: self.value()? }),
        }
    }

    fn key(&mut self, token: Token) -> Result<String, Defect> {
        if let Kind::Text { quote, .. } = token.kind {
            return self.string(token, quote);
        }
        let key = token.at.of(self.text).to_owned();
        self.change(RepairKind::UnquotedKey, token.at, &json_string(&key));
        Ok(key)
    }
}

fn unquoted(written: &str) -> &str {
    written.trim_matches(|character| {
        crate::chars::quote(character).is_some_and(|quote| quote != Quote::Backtick)
    })
}
