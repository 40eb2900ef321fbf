//! The form of a scenario as data: `src/form/fields.rs` says once what each type is made of, and one reader and one
//! writer go by that, so that they cannot disagree.
//!
//! Derived, each type would have a reader and a writer of its own: an eighth more code in the program that a
//! frame in another page loads.

mod fields;
mod read;
mod write;

pub(crate) use fields::Versioned;
pub(crate) use read::read;

/// A place of a scenario that a value is read into, or written from.
pub(crate) enum Slot<'a> {
    /// A string.
    Text(&'a mut String),
    /// A boolean.
    Flag(&'a mut bool),
    /// A number of 32 bits.
    Version(&'a mut u32),
    /// A number of things, or a place among them.
    Count(&'a mut usize),
    /// Something or `null`.
    Maybe(&'a mut dyn Maybe),
    /// A list.
    List(&'a mut dyn List),
    /// One of several variants.
    Choice(&'a mut dyn Choice),
    /// An object.
    Object(&'a mut dyn Object),
}

/// A type that has a form.
pub(crate) trait Formed {
    /// What fields that are left out keep; anything, where none may be left out.
    fn blank() -> Self;
    /// Where it is read into.
    fn slot(&mut self) -> Slot<'_>;
}

/// Something or nothing.
pub(crate) trait Maybe {
    /// What is wanted where there is something.
    fn wanted(&self) -> &'static str;
    /// Makes it something.
    fn fill(&mut self) -> Slot<'_>;
    /// What it is.
    fn slot(&mut self) -> Option<Slot<'_>>;
    /// Makes it nothing.
    fn clear(&mut self);
}

impl<T: Formed> Maybe for Option<T> {
    fn wanted(&self) -> &'static str {
        T::blank().slot().wanted()
    }

    fn fill(&mut self) -> Slot<'_> {
        self.insert(T::blank()).slot()
    }

    fn slot(&mut self) -> Option<Slot<'_>> {
        self.as_mut().map(T::slot)
    }

    fn clear(&mut self) {
        *self = None;
    }
}

impl<T: Formed> Formed for Option<T> {
    fn blank() -> Self {
        None
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Maybe(self)
    }
}

/// A list of items.
pub(crate) trait List {
    /// Reads all items in place of those that are there.
    fn read(&mut self, items: &mut dyn Items) -> Result<(), Stop>;
    /// Whether there are none.
    fn is_empty(&self) -> bool;
    /// Shows all items, one after the other.
    fn each(&mut self, show: &mut dyn FnMut(Slot<'_>));
}

/// Where items of a list come from.
pub(crate) trait Items {
    /// Reads the next one; false if there is none.
    fn next(&mut self, slot: Slot<'_>) -> Result<bool, Stop>;
}

/// Why reading a list stops.
pub(crate) enum Stop {
    /// An item could not be read; whoever gives the items knows why.
    Unread,
    /// An item was read and means nothing.
    Meaningless(&'static str),
}

/// What stands in a list.
pub(crate) trait Item: Clone {
    /// Itself as it is written.
    type Written: Formed;
    /// What was written.
    fn of(written: Self::Written) -> Result<Self, &'static str>;
    /// How it is written.
    fn written(self) -> Self::Written;
}

impl<T: Item> List for Vec<T> {
    fn read(&mut self, items: &mut dyn Items) -> Result<(), Stop> {
        self.clear();
        loop {
            let mut written = T::Written::blank();
            if !items.next(written.slot())? {
                return Ok(());
            }
            self.push(T::of(written).map_err(Stop::Meaningless)?);
        }
    }

    fn is_empty(&self) -> bool {
        <[T]>::is_empty(self)
    }

    fn each(&mut self, show: &mut dyn FnMut(Slot<'_>)) {
        for item in self {
            show(item.clone().written().slot());
        }
    }
}

impl<T: Item> Formed for Vec<T> {
    fn blank() -> Self {
        Vec::new()
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
}

/// One of several variants, by name: a string, or an object with the name and what the variant holds.
pub(crate) trait Choice {
    /// What it is called in messages.
    fn wanted(&self) -> &'static str;
    /// The names of all variants.
    fn names(&self) -> Vec<&'static str>;
    /// Makes it the variant at this place among the names; where what it holds is read into, if it holds something.
    fn choose(&mut self, place: usize) -> Option<Slot<'_>>;
    /// The name of the variant, and what it holds.
    fn chosen(&mut self) -> (&'static str, Option<Slot<'_>>);
}

/// A choice whose variants hold nothing.
pub(crate) trait Named: Copy + 'static {
    /// What it is called in messages.
    const WANTED: &'static str;
    /// All variants.
    const ALL: &'static [Self];
    /// The name of a variant.
    fn name(self) -> &'static str;
}

impl<T: Named> Choice for T {
    fn wanted(&self) -> &'static str {
        T::WANTED
    }

    fn names(&self) -> Vec<&'static str> {
        T::ALL.iter().map(|variant| variant.name()).collect()
    }

    fn choose(&mut self, place: usize) -> Option<Slot<'_>> {
        *self = T::ALL.get(place).copied().unwrap_or(*self);
        None
    }

    fn chosen(&mut self) -> (&'static str, Option<Slot<'_>>) {
        (self.name(), None)
    }
}

/// An object with fields.
pub(crate) trait Object {
    /// What it is called in messages.
    fn wanted(&self) -> &'static str;
    /// Its fields, in the order in which they are written.
    fn fields(&mut self) -> Vec<Field<'_>>;
    /// The list that will do in its place, if one does.
    fn short(&mut self) -> Option<Slot<'_>> {
        None
    }
    /// Whether there is nothing in it that is worth writing.
    fn is_empty(&self) -> bool {
        false
    }
    /// Whether fields that it does not have are passed over.
    fn is_part(&self) -> bool {
        false
    }
}

/// A field of an object.
pub(crate) struct Field<'a> {
    name: &'static str,
    /// None when it was read.
    slot: Option<Slot<'a>>,
    is_needed: bool,
    /// Whether it is written when it is empty or nothing.
    is_always_written: bool,
}

impl<'a> Field<'a> {
    /// A field that must be there.
    fn needed(name: &'static str, value: &'a mut impl Formed) -> Self {
        Field { name, slot: Some(value.slot()), is_needed: true, is_always_written: true }
    }

    /// A field that is always written and may be left out.
    fn usual(name: &'static str, value: &'a mut impl Formed) -> Self {
        Field { name, slot: Some(value.slot()), is_needed: false, is_always_written: true }
    }

    /// A field that is written where there is something in it.
    fn filled(name: &'static str, value: &'a mut impl Formed) -> Self {
        Field { name, slot: Some(value.slot()), is_needed: false, is_always_written: false }
    }
}
