//! Reads what a format gives into the places that it is for. Problems are said as serde's derived readers say them.

use std::fmt;

use serde::Deserialize;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};

use super::{Choice, Formed, Item, Items, Object, Slot, Stop};
use crate::scenario::{Entry, KeyValue, PolicyEntry, Reader, Scenario};

/// Reads JSON, and nothing behind it.
pub(crate) fn read(text: &str, slot: Slot<'_>) -> serde_json::Result<()> {
    let mut json = serde_json::Deserializer::from_str(text);
    slot.deserialize(&mut json)?;
    json.end()
}

impl Slot<'_> {
    /// What it is called in messages.
    pub(super) fn wanted(&self) -> &'static str {
        match self {
            Slot::Text(_) => "a string",
            Slot::Flag(_) => "a boolean",
            Slot::Version(_) => "u32",
            Slot::Count(_) => "usize",
            Slot::Maybe(maybe) => maybe.wanted(),
            Slot::List(_) => "a sequence",
            Slot::Choice(choice) => choice.wanted(),
            Slot::Object(object) => object.wanted(),
        }
    }

    /// Where something is read into.
    fn filled(self) -> Self {
        match self {
            Slot::Maybe(maybe) => maybe.fill(),
            slot => slot,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Slot<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.wanted())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        match self {
            Slot::Maybe(maybe) => {
                maybe.clear();
                Ok(())
            }
            slot => Err(E::invalid_type(Unexpected::Unit, &slot)),
        }
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        match self.filled() {
            Slot::Flag(flag) => {
                *flag = value;
                Ok(())
            }
            slot => Err(E::invalid_type(Unexpected::Bool(value), &slot)),
        }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        let unexpected = Unexpected::Unsigned(value);
        match self.filled() {
            Slot::Version(version) => match u32::try_from(value) {
                Ok(value) => *version = value,
                Err(_) => return Err(E::invalid_value(unexpected, &"u32")),
            },
            Slot::Count(count) => match usize::try_from(value) {
                Ok(value) => *count = value,
                Err(_) => return Err(E::invalid_value(unexpected, &"usize")),
            },
            slot => return Err(E::invalid_type(unexpected, &slot)),
        }
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        let unexpected = Unexpected::Signed(value);
        match (u64::try_from(value), self.filled()) {
            (Ok(value), slot) => slot.visit_u64(value),
            (Err(_), slot @ (Slot::Version(_) | Slot::Count(_))) => Err(E::invalid_value(unexpected, &slot)),
            (Err(_), slot) => Err(E::invalid_type(unexpected, &slot)),
        }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        match self.filled() {
            Slot::Text(text) => {
                value.clone_into(text);
                Ok(())
            }
            Slot::Choice(choice) => match choose(choice, value).map_err(E::custom)? {
                None => Ok(()),
                Some(_) => Err(E::invalid_type(Unexpected::UnitVariant, &"newtype variant")),
            },
            slot => Err(E::invalid_type(Unexpected::Str(value), &slot)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        let list = match self.filled() {
            Slot::List(list) => list,
            Slot::Object(object) => {
                let wanted = object.wanted();
                match object.short() {
                    Some(Slot::List(list)) => list,
                    _ => return Err(A::Error::invalid_type(Unexpected::Seq, &wanted)),
                }
            }
            slot => return Err(A::Error::invalid_type(Unexpected::Seq, &slot)),
        };
        let mut elements = Elements { seq, error: None };
        list.read(&mut elements).map_err(|stop| match (stop, elements.error) {
            (Stop::Meaningless(why), _) => A::Error::custom(why),
            (Stop::Unread, Some(error)) => error,
            (Stop::Unread, None) => A::Error::custom("a list ends early"),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        match self.filled() {
            Slot::Object(object) => visit_fields(object, map),
            Slot::Choice(choice) => {
                let wanted = choice.wanted();
                let Some(name) = map.next_key::<String>()? else {
                    return Err(A::Error::invalid_value(Unexpected::Map, &wanted));
                };
                let Some(content) = choose(choice, &name).map_err(A::Error::custom)? else {
                    return Err(A::Error::invalid_type(Unexpected::NewtypeVariant, &"unit variant"));
                };
                map.next_value_seed(content)
            }
            slot => Err(A::Error::invalid_type(Unexpected::Map, &slot)),
        }
    }
}

fn visit_fields<'de, A: MapAccess<'de>>(object: &mut dyn Object, mut map: A) -> Result<(), A::Error> {
    let is_part = object.is_part();
    let mut fields = object.fields();
    while let Some(name) = map.next_key::<String>()? {
        let Some(field) = fields.iter_mut().find(|field| field.name == name) else {
            if is_part {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
            return Err(A::Error::custom(unlisted("field", &name, &names)));
        };
        let slot = field.slot.take().ok_or_else(|| A::Error::duplicate_field(field.name))?;
        map.next_value_seed(slot)?;
    }
    match fields.iter().find(|field| field.is_needed && field.slot.is_some()) {
        Some(missing) => Err(A::Error::missing_field(missing.name)),
        None => Ok(()),
    }
}

/// Makes it the variant with this name.
fn choose<'a>(choice: &'a mut dyn Choice, name: &str) -> Result<Option<Slot<'a>>, String> {
    let names = choice.names();
    match names.iter().position(|variant| *variant == name) {
        Some(place) => Ok(choice.choose(place)),
        None => Err(unlisted("variant", name, &names)),
    }
}

/// What is wrong with a name that is not among these.
fn unlisted(what: &str, name: &str, names: &[&str]) -> String {
    let listed: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let expected = match listed.as_slice() {
        [one] => format!("expected {one}"),
        [one, other] => format!("expected {one} or {other}"),
        all => format!("expected one of {}", all.join(", ")),
    };
    format!("unknown {what} `{name}`, {expected}")
}

/// The items of a list, and why one could not be read.
struct Elements<'de, A: SeqAccess<'de>> {
    seq: A,
    error: Option<A::Error>,
}

impl<'de, A: SeqAccess<'de>> Items for Elements<'de, A> {
    fn next(&mut self, slot: Slot<'_>) -> Result<bool, Stop> {
        match self.seq.next_element_seed(slot) {
            Ok(item) => Ok(item.is_some()),
            Err(error) => {
                self.error = Some(error);
                Err(Stop::Unread)
            }
        }
    }
}

/// Lets types be part of what others derive a reader for.
macro_rules! readable {
    ($($type:ty)*) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut value = <$type>::blank();
                value.slot().deserialize(deserializer)?;
                Ok(value)
            }
        }
    )*};
}

readable!(Scenario KeyValue Reader);

impl<'de> Deserialize<'de> for PolicyEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut entry = Entry::blank();
        entry.slot().deserialize(deserializer)?;
        PolicyEntry::of(entry).map_err(D::Error::custom)
    }
}
