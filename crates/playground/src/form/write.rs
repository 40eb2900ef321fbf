//! Writes what stands in the places of a form.

use serde::ser::{Serialize, Serializer};

use super::{Formed, Item, Slot};
use crate::scenario::{PolicyEntry, Scenario};

/// What is written.
enum Tree {
    Null,
    Flag(bool),
    Number(u64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(&'static str, Tree)>),
}

impl Tree {
    fn of(slot: Slot<'_>) -> Self {
        match slot {
            Slot::Text(text) => Tree::Text(std::mem::take(text)),
            Slot::Flag(flag) => Tree::Flag(*flag),
            Slot::Version(number) => Tree::Number(u64::from(*number)),
            Slot::Count(number) => Tree::Number(*number as u64),
            Slot::Maybe(maybe) => maybe.slot().map_or(Tree::Null, Tree::of),
            Slot::List(list) => {
                let mut items = Vec::new();
                list.each(&mut |item| items.push(Tree::of(item)));
                Tree::List(items)
            }
            Slot::Choice(choice) => match choice.chosen() {
                (name, None) => Tree::Text(name.to_owned()),
                (name, Some(content)) => Tree::Object(vec![(name, Tree::of(content))]),
            },
            Slot::Object(object) => {
                let mut fields = Vec::new();
                for field in object.fields() {
                    if let Some(mut slot) = field.slot
                        && (field.is_always_written || !slot.is_empty())
                    {
                        fields.push((field.name, Tree::of(slot)));
                    }
                }
                Tree::Object(fields)
            }
        }
    }
}

impl Slot<'_> {
    fn is_empty(&mut self) -> bool {
        match self {
            Slot::Text(text) => text.is_empty(),
            Slot::Maybe(maybe) => maybe.slot().is_none(),
            Slot::List(list) => list.is_empty(),
            Slot::Object(object) => object.is_empty(),
            Slot::Flag(_) | Slot::Version(_) | Slot::Count(_) | Slot::Choice(_) => false,
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Tree::Null => serializer.serialize_unit(),
            Tree::Flag(flag) => serializer.serialize_bool(*flag),
            Tree::Number(number) => serializer.serialize_u64(*number),
            Tree::Text(text) => serializer.serialize_str(text),
            Tree::List(items) => serializer.collect_seq(items),
            Tree::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The same places are for reading, so that they can be changed; what was copied may be.
        Tree::of(self.clone().slot()).serialize(serializer)
    }
}

impl Serialize for PolicyEntry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Tree::of(self.clone().written().slot()).serialize(serializer)
    }
}
