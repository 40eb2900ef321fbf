//! Lists.

use super::{Parser, is_ellipsis};
use crate::chars::Punct;
use crate::lex::{Kind, Token};
use crate::mapped::At;
use crate::problem::Problem;
use crate::repair::RepairKind;
use crate::tree::{Defect, Node, Value};

impl Parser<'_> {
    pub(super) fn list(&mut self) -> Result<Node, Defect> {
        let open = self.take();
        self.push(open, Punct::OpenBracket)?;
        let mut items: Vec<Node> = Vec::new();
        let mut comma: Option<Token> = None;
        let mut end = open.at.end;
        let end = loop {
            let token = self.peek();
            match token.kind {
                Kind::Punct(Punct::Comma) => self.comma(&mut comma, items.is_empty()),
                Kind::Punct(Punct::CloseBracket) => {
                    self.trailing(comma);
                    self.index += 1;
                    break token.at.end;
                }
                Kind::Punct(Punct::CloseBrace) if self.is_stray_brace(&items) => self.drop_closing()?,
                Kind::Punct(Punct::CloseBrace)
                    if comma.is_none() && !items.is_empty() && self.outer() == Some(Punct::OpenBrace) =>
                {
                    self.close_after(end, Punct::CloseBracket)?;
                    break end;
                }
                Kind::Punct(Punct::CloseBrace) => return self.unclosed(),
                Kind::End => {
                    if comma.is_some() || items.is_empty() || self.swallowing_comment().is_some() {
                        return self.ends_early(token.at);
                    }
                    self.close_after(end, Punct::CloseBracket)?;
                    break end;
                }
                Kind::Text { closed: true, .. }
                    if !items.is_empty() && self.outer() == Some(Punct::OpenBrace) && self.is_key(0) =>
                {
                    // `]` is missing before the next member. The comma before it is the object's.
                    self.close_after(end, Punct::CloseBracket)?;
                    self.give_back(comma);
                    break end;
                }
                Kind::Punct(Punct::Colon) | Kind::Equals | Kind::CloseParen => return self.unexpected(token),
                Kind::Word if is_ellipsis(token.at.of(self.text)) => {
                    return Self::defect(Problem::Ellipsis, token.at);
                }
                _ => {
                    if comma.take().is_none() && !items.is_empty() {
                        self.change(RepairKind::MissingComma, At::before(end), ",");
                    }
                    let item = self.value()?;
                    end = item.at.end;
                    items.push(item);
                }
            }
        };
        self.open.pop();
        Ok(Node { at: At::new(open.at.start, end), value: Value::List(items) })
    }

    /// `}` in a list of objects is too much if the list goes on behind it.
    fn is_stray_brace(&mut self, items: &[Node]) -> bool {
        if !items.last().is_some_and(Node::is_object) {
            return false;
        }
        let next = self.peek_at(1);
        next.is(Punct::CloseBracket)
            || (next.is(Punct::Comma) && self.peek_at(2).is(Punct::OpenBrace))
            || next.is(Punct::OpenBrace)
    }
}
