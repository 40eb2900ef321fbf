//! The rows as bytes: the build script packs them, the library unpacks them.
//!
//! Both are compiled from the same declarations, so the bytes have neither names nor types: a row is its fields
//! in order, a choice is a byte, a list or a string starts with its length, and numbers are LEB128. Nothing here
//! returns an error, for the program brings the bytes along; that is what makes unpacking a fraction of the size
//! of any general deserializer.

use std::collections::BTreeMap;

use super::OneOrMany;

/// Turns a value into bytes and back.
pub(crate) trait Pack: Sized {
    /// Appends the value.
    fn pack(&self, out: &mut Vec<u8>);

    /// Takes the value from the front.
    fn unpack(bytes: &mut Bytes<'_>) -> Self;
}

/// The whole of a value that [`packed`] has written.
pub(crate) fn unpacked<T: Pack>(bytes: &[u8]) -> T {
    let mut bytes = Bytes(bytes);
    let value = T::unpack(&mut bytes);
    if bytes.0.is_empty() { value } else { damaged() }
}

/// A value as bytes.
pub(crate) fn packed<T: Pack>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    value.pack(&mut out);
    out
}

/// What is still to be unpacked.
#[derive(Debug)]
pub(crate) struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    #[inline(never)]
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.0.split_first() else { damaged() };
        self.0 = rest;
        *byte
    }

    #[inline(never)]
    fn number(&mut self) -> usize {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    #[inline(never)]
    fn string(&mut self) -> String {
        let length = self.number();
        let Some((text, rest)) = self.0.split_at_checked(length) else { damaged() };
        self.0 = rest;
        let Ok(text) = str::from_utf8(text) else { damaged() };
        text.to_owned()
    }
}

#[cold]
#[inline(never)]
#[expect(clippy::panic, reason = "the bytes are part of the program, and a test unpacks them")]
pub(crate) fn damaged() -> ! {
    panic!("packed data is damaged")
}

/// `row!(Name { fields })` for a struct.
macro_rules! row {
    ($name:ident { $($field:ident),* }) => {
        impl $crate::rows::pack::Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                $($crate::rows::pack::Pack::pack(&self.$field, out);)*
            }

            #[inline(never)]
            fn unpack(bytes: &mut $crate::rows::pack::Bytes<'_>) -> Self {
                Self { $($field: $crate::rows::pack::Pack::unpack(bytes)),* }
            }
        }
    };
}

/// `choice!(Name { Variants })` for an enum without fields.
macro_rules! choice {
    ($name:ident { $($variant:ident),* }) => {
        impl $crate::rows::pack::Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                out.push(match self { $(Self::$variant => Self::$variant as u8),* });
            }

            fn unpack(bytes: &mut $crate::rows::pack::Bytes<'_>) -> Self {
                match bytes.byte() {
                    $(byte if byte == Self::$variant as u8 => Self::$variant,)*
                    _ => $crate::rows::pack::damaged(),
                }
            }
        }
    };
}

pub(crate) use {choice, row};

impl Pack for bool {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte() != 0
    }
}

impl Pack for usize {
    fn pack(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        loop {
            let [low, ..] = rest.to_le_bytes();
            rest >>= 7;
            if rest == 0 {
                return out.push(low);
            }
            out.push(low | 0x80);
        }
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        bytes.number()
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        bytes.string()
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.is_some().pack(out);
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        bool::unpack(bytes).then(|| T::unpack(bytes))
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        for value in self {
            value.pack(out);
        }
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        (0..bytes.number()).map(|_| T::unpack(bytes)).collect()
    }
}

impl<K: Pack + Ord, V: Pack> Pack for BTreeMap<K, V> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.len().pack(out);
        for (key, value) in self {
            key.pack(out);
            value.pack(out);
        }
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        let mut map = Self::new();
        for _ in 0..bytes.number() {
            let key = K::unpack(bytes);
            map.insert(key, V::unpack(bytes));
        }
        map
    }
}

impl Pack for OneOrMany {
    fn pack(&self, out: &mut Vec<u8>) {
        match self {
            Self::One(one) => {
                false.pack(out);
                one.pack(out);
            }
            Self::Many(many) => {
                true.pack(out);
                many.pack(out);
            }
        }
    }

    fn unpack(bytes: &mut Bytes<'_>) -> Self {
        if bool::unpack(bytes) { Self::Many(Pack::unpack(bytes)) } else { Self::One(Pack::unpack(bytes)) }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;

    fn survives<T: Pack + PartialEq + Debug>(value: &T, length: usize) {
        let bytes = packed(value);
        assert_eq!(bytes.len(), length, "{value:?}");
        assert_eq!(&unpacked::<T>(&bytes), value);
    }

    #[test]
    fn every_kind_of_value_survives() {
        for (number, length) in [(0, 1), (127, 1), (128, 2), (300, 2), (16_384, 3), (0xffff_ffff, 5)] {
            survives(&number, length);
        }
        survives(&String::new(), 1);
        survives(&"日".repeat(50), 152);
        survives(&vec![true, false], 3);
        survives(&Some(String::from("a")), 3);
        survives(&None::<String>, 1);
        survives(&BTreeMap::from([(1, String::from("a")), (2, String::new())]), 6);
        survives(&OneOrMany::One("a".to_owned()), 3);
        survives(&OneOrMany::Many(vec!["a".to_owned()]), 4);
    }

    #[test]
    #[should_panic(expected = "damaged")]
    fn bytes_that_end_early_are_damaged() {
        unpacked::<String>(&[2, b'a']);
    }

    #[test]
    #[should_panic(expected = "damaged")]
    fn bytes_that_go_on_are_damaged() {
        unpacked::<bool>(&[1, 0]);
    }

    #[test]
    #[should_panic(expected = "damaged")]
    fn an_unknown_choice_is_damaged() {
        unpacked::<crate::Status>(&[4]);
    }
}
