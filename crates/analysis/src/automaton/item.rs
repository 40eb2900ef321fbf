//! What a language is made of.

use ramplay_policy::Pattern;

/// Characters that a well-formed name allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Class {
    /// Any character.
    Any,
    /// A decimal digit.
    Digit,
    /// Anything but `:` and `/`.
    Name,
    /// Anything but `:`.
    Segment,
}

impl Class {
    pub(super) fn has(self, char: char) -> bool {
        match self {
            Class::Any => true,
            Class::Digit => char.is_ascii_digit(),
            Class::Name => !matches!(char, ':' | '/'),
            Class::Segment => char != ':',
        }
    }
}

/// A step of a language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Item {
    /// This character.
    Char(char),
    /// One of these characters.
    OneOf(Box<[char]>),
    /// One character of the class.
    One(Class),
    /// Any run of characters of the class, also the empty one.
    Run(Class),
}

/// A language: the items one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Language(pub(crate) Vec<Item>);

impl Language {
    /// The texts that the engine's pattern matches: `*` any run, `?` one character, no escape.
    pub(crate) fn of(pattern: &Pattern) -> Self {
        let item = |char| match char {
            '*' => Item::Run(Class::Any),
            '?' => Item::One(Class::Any),
            char => Item::Char(char),
        };
        Language(pattern.as_str().chars().map(item).collect())
    }

    /// This text alone.
    pub(crate) fn literal(text: &str) -> Self {
        Language(text.chars().map(Item::Char).collect())
    }

    /// A language as it is easiest written: `<D>` and `<N>` are non-empty runs of digits and of a name, `<S>` a
    /// segment that can be empty, `<R>` any non-empty rest; everything else stands for itself.
    pub(crate) fn shape(text: &str) -> Self {
        let mut items = Vec::new();
        let mut rest = text;
        while let Some(char) = rest.chars().next() {
            let class = match rest.get(..3) {
                Some("<D>") => Some(Class::Digit),
                Some("<N>") => Some(Class::Name),
                Some("<S>") => Some(Class::Segment),
                Some("<R>") => Some(Class::Any),
                _ => None,
            };
            match class {
                Some(class) => {
                    if class != Class::Segment {
                        items.push(Item::One(class));
                    }
                    items.push(Item::Run(class));
                }
                None => items.push(Item::Char(char)),
            }
            rest = rest.get(if class.is_some() { 3 } else { char.len_utf8() }..).unwrap_or_default();
        }
        Language(items)
    }

    /// First this language, then the other.
    pub(crate) fn then(mut self, other: Language) -> Self {
        self.0.extend(other.0);
        self
    }
}
