//! Values: strings, literals, expressions.

use super::{Parser, is_ellipsis};
use crate::chars::{Punct, Quote};
use crate::edit::json_string;
use crate::lex::{Kind, Token};
use crate::mapped::At;
use crate::problem::Problem;
use crate::repair::RepairKind;
use crate::tree::{Defect, Node, Value};

impl Parser<'_> {
    pub(super) fn value(&mut self) -> Result<Node, Defect> {
        let token = self.peek();
        match token.kind {
            Kind::Punct(Punct::OpenBrace) => self.object(),
            Kind::Punct(Punct::OpenBracket) => self.list(),
            Kind::Text { quote, closed: true } => {
                let next = self.peek_at(1);
                if matches!(next.kind, Kind::Directive { .. }) && next.adjacent {
                    return self.expression();
                }
                if next.kind == Kind::Word && next.at.of(self.text) == "+" {
                    return self.joined(quote);
                }
                self.index += 1;
                let text = self.string(token, quote)?;
                Ok(Node { at: token.at, value: Value::Text(text) })
            }
            Kind::Word => self.word(token),
            Kind::Template { closed: true } | Kind::Directive { closed: true } => self.expression(),
            _ => self.unexpected(token),
        }
    }

    fn word(&mut self, token: Token) -> Result<Node, Defect> {
        let written = token.at.of(self.text);
        if is_ellipsis(written) {
            return Self::defect(Problem::Ellipsis, token.at);
        }
        let literal = match written {
            "true" | "false" | "null" | "True" | "False" | "None" | "nil" => true,
            _ => is_number(written),
        };
        if !literal || !self.ends_value(1) {
            return self.expression();
        }
        self.index += 1;
        let changed = match written {
            "True" => Some("true"),
            "False" => Some("false"),
            "None" | "nil" => Some("null"),
            _ => None,
        };
        if let Some(changed) = changed {
            self.change(RepairKind::Literal, token.at, changed);
        }
        Ok(Node { at: token.at, value: Value::Scalar })
    }

    /// Whether a value ends before the token `ahead`.
    fn ends_value(&mut self, ahead: usize) -> bool {
        let next = self.peek_at(ahead);
        let stops = matches!(
            next.kind,
            Kind::Punct(Punct::Comma | Punct::CloseBrace | Punct::CloseBracket) | Kind::End
        );
        stops || next.fresh_line
    }

    /// Everything up to the end of the value, put in quotes as `${…}`.
    fn expression(&mut self) -> Result<Node, Defect> {
        let first = self.peek();
        let mut nested = 0_usize;
        let mut end = first.at.start;
        loop {
            if nested == 0 && end > first.at.start && self.ends_value(0) {
                break;
            }
            let token = self.peek();
            match token.kind {
                Kind::End if nested > 0 => {
                    return Self::defect(Problem::UnclosedExpression, first.at);
                }
                Kind::OpenComment
                | Kind::End
                | Kind::Text { closed: false, .. }
                | Kind::Template { closed: false }
                | Kind::Directive { closed: false } => return self.unexpected(token),
                Kind::OpenParen | Kind::Punct(Punct::OpenBrace | Punct::OpenBracket) => nested += 1,
                Kind::CloseParen | Kind::Punct(Punct::CloseBrace | Punct::CloseBracket) => {
                    nested = nested.saturating_sub(1);
                }
                _ => {}
            }
            end = token.at.end;
            self.index += 1;
        }
        let at = At::new(first.at.start, end);
        let quoted = format!("${{{}}}", at.of(self.text));
        self.change(RepairKind::Expression, at, &json_string(&quoted));
        Ok(Node { at, value: Value::Expression })
    }

    /// `"a" + "b"`, and an expression if anything else is added.
    fn joined(&mut self, quote: Quote) -> Result<Node, Defect> {
        let first = self.peek();
        let mut ahead = 1;
        loop {
            let (plus, text) = (self.peek_at(ahead), self.peek_at(ahead + 1));
            if plus.kind != Kind::Word || plus.at.of(self.text) != "+" {
                break;
            }
            match text.kind {
                Kind::Text { quote: other, closed: true } if other == quote => ahead += 2,
                _ => return self.expression(),
            }
        }
        let mut joined = String::new();
        let mut end = first.at.end;
        let before = self.edits.len();
        for index in 0..ahead {
            let token = self.take();
            end = token.at.end;
            if index % 2 == 0 {
                joined.push_str(&self.string(token, quote)?);
            }
        }
        // The pieces are replaced as a whole.
        self.edits.truncate(before);
        let at = At::new(first.at.start, end);
        self.change(RepairKind::JoinedStrings, at, &json_string(&joined));
        Ok(Node { at, value: Value::Text(joined) })
    }
}

/// Whether JSON has such a number.
fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && serde_json::from_str::<serde_json::Number>(word).is_ok()
}
