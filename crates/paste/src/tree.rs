//! What the tolerant parser makes of a text.

use crate::mapped::At;
use crate::problem::Problem;

/// A value and its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) at: At,
    pub(crate) value: Value,
}

/// A value. Numbers, booleans and null matter to nobody here.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Scalar,
    Text(String),
    /// What was put in quotes because it is no value.
    Expression,
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) key_at: At,
    pub(crate) value: Node,
}

impl Node {
    pub(crate) fn members(&self) -> &[Member] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self.value, Value::Object(_))
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The member of that name; people leave spaces inside the quotes.
    pub(crate) fn member(&self, key: &str) -> Option<&Member> {
        self.members().iter().find(|member| member.key.trim() == key)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.member(key).is_some()
    }

    /// The value, if it is one, or those of the list.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.text().into_iter().chain(self.items().iter().filter_map(Node::text))
    }
}

/// What stopped the parser.
#[derive(Debug, Clone)]
pub(crate) struct Defect {
    pub(crate) problem: Problem,
    pub(crate) at: At,
}
