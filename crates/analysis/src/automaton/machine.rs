//! One automaton over many languages at once.
//!
//! A state is the set of places that the text read so far leads to. Two facts keep states few:
//! * behind a `*`, every earlier place of the same language accepts less than the place at the `*` itself, so
//!   only the last `*` that was reached and the places behind it count (as in greedy matching);
//! * a set of languages of which one accepts whatever follows is settled, and its other places are forgotten.

use std::collections::HashMap;
use std::rc::Rc;

use super::item::{Class, Item, Language};
use crate::bits::Bits;
use crate::budget::{Budget, Spent};
use crate::hash::Fast;

/// A place: an item of a language, the end of one, or a set that is settled.
type Place = u32;

/// What stands at a place.
#[derive(Debug)]
enum At {
    Item(Item),
    /// The end of a language of this set.
    End,
    /// The set matches, whatever follows.
    Settled,
}

#[derive(Debug)]
struct Row {
    at: At,
    /// The set of languages that the place belongs to.
    set: u32,
}

/// Sets of languages, numbered from 0, and the automaton of all of them.
#[derive(Debug, Default)]
pub(crate) struct Machine {
    rows: Vec<Row>,
    starts: Vec<Place>,
    settled: Vec<Place>,
    states: Vec<Rc<[Place]>>,
    known: HashMap<Rc<[Place]>, u32, Fast>,
}

impl Machine {
    /// The automaton of these sets; a text is in a set if it is in one of its languages.
    pub(crate) fn new<'a, L>(sets: impl IntoIterator<Item = L>) -> Self
    where
        L: IntoIterator<Item = &'a Language>,
    {
        let mut machine = Machine::default();
        for (set, languages) in (0_u32..).zip(sets) {
            let settled = machine.push(At::Settled, set);
            machine.settled.push(settled);
            for language in languages {
                let start = machine.rows.len();
                machine.starts.push(u32::try_from(start).unwrap_or(u32::MAX));
                for item in &language.0 {
                    machine.push(At::Item(item.clone()), set);
                }
                machine.push(At::End, set);
            }
        }
        machine
    }

    fn push(&mut self, at: At, set: u32) -> Place {
        self.rows.push(Row { at, set });
        u32::try_from(self.rows.len() - 1).unwrap_or(u32::MAX)
    }

    fn row(&self, place: Place) -> Option<&Row> {
        self.rows.get(place as usize)
    }

    /// The state before anything was read.
    pub(crate) fn start(&mut self) -> u32 {
        let starts = self.starts.clone();
        self.state(starts)
    }

    /// The sets that the text read so far is in.
    pub(crate) fn accepts(&self, state: u32) -> Bits {
        self.places(state)
            .iter()
            .filter_map(|&place| match self.row(place)? {
                Row { at: At::End | At::Settled, set } => Some(*set as usize),
                Row { at: At::Item(_), .. } => None,
            })
            .collect()
    }

    fn places(&self, state: u32) -> &[Place] {
        self.states.get(state as usize).map_or(&[], |places| places)
    }

    /// Characters to go on with: each that some place asks for by name, and of the others one for every way in
    /// which places can take them. All characters behave like one of these.
    pub(crate) fn choices(&self, state: u32, choices: &mut Vec<char>) {
        choices.clear();
        let (mut digits, mut names) = (false, false);
        for &place in self.places(state) {
            match self.row(place).map(|row| &row.at) {
                Some(At::Item(Item::Char(char))) => choices.push(*char),
                Some(At::Item(Item::OneOf(chars))) => choices.extend(chars),
                Some(At::Item(Item::One(class) | Item::Run(class))) => match class {
                    Class::Any => {}
                    Class::Digit => digits = true,
                    Class::Name | Class::Segment => names = true,
                },
                Some(At::End | At::Settled) | None => {}
            }
        }
        choices.sort_unstable();
        choices.dedup();
        let named = choices.len();
        let letters = ('a'..='z').chain(['-', '_']);
        // No more characters are named than there are places, so one of these many is left. In lower case, so
        // that they are actions as the engine compares them.
        let ideographs = ('\u{4E00}'..='\u{9FFF}').chain('\u{20000}'..='\u{2A6DF}');
        add_other(choices, named, letters.chain(ideographs));
        if digits {
            add_other(choices, named, ('1'..='9').chain(['0']));
        }
        if names {
            add_other(choices, named, std::iter::once('/'));
            add_other(choices, named, std::iter::once(':'));
        }
        // Of texts of one length, those with a plain letter are found first.
        choices.rotate_left(named);
    }

    /// Whether texts of a set can go on with this character.
    pub(crate) fn goes_on(&self, state: u32, set: usize, char: char) -> bool {
        self.places(state).iter().any(|&place| match self.row(place) {
            Some(Row { at: At::Settled, set: of }) => *of as usize == set,
            Some(Row { at: At::Item(item), set: of }) => {
                *of as usize == set
                    && match item {
                        Item::Char(wanted) => *wanted == char,
                        Item::OneOf(wanted) => wanted.contains(&char),
                        Item::One(class) | Item::Run(class) => class.has(char),
                    }
            }
            Some(Row { at: At::End, .. }) | None => false,
        })
    }

    /// The state after one character more.
    pub(crate) fn step(&mut self, state: u32, char: char, budget: &Budget) -> Result<u32, Spent> {
        let mut next = Vec::new();
        for &place in self.places(state) {
            match self.row(place).map(|row| &row.at) {
                Some(At::Item(Item::Char(wanted))) if *wanted == char => next.push(place + 1),
                Some(At::Item(Item::OneOf(wanted))) if wanted.contains(&char) => next.push(place + 1),
                Some(At::Item(Item::One(class))) if class.has(char) => next.push(place + 1),
                Some(At::Item(Item::Run(class))) if class.has(char) => next.push(place),
                Some(At::Settled) => next.push(place),
                _ => {}
            }
        }
        budget.take(1 + self.places(state).len() as u64 / 4)?;
        Ok(self.state(next))
    }

    /// The number of the state with these places: what they lead to without a character is added, and what
    /// does not count is left out.
    fn state(&mut self, mut places: Vec<Place>) -> u32 {
        let mut at = 0;
        while let Some(&place) = places.get(at) {
            if let Some(Row { at: At::Item(Item::Run(_)), .. }) = self.row(place) {
                places.push(place + 1);
            }
            at += 1;
        }
        places.sort_unstable();
        places.dedup();
        let mut kept: Vec<Place> = Vec::with_capacity(places.len());
        // From the back, so that the last `*` of a language is seen first.
        let mut behind_star: Option<Place> = None;
        for &place in places.iter().rev() {
            let Some(row) = self.row(place) else { continue };
            if self.settles(place) {
                continue;
            }
            // A language's places are neighbours: an earlier place of the same language lies between its start
            // and the `*`.
            if behind_star.is_some_and(|start| place >= start) {
                continue;
            }
            if let At::Item(Item::Run(Class::Any)) = row.at {
                behind_star = Some(self.start_of(place));
            }
            kept.push(place);
        }
        // Settled sets are marked once and forget their other places.
        let mut full: Vec<u32> = places
            .iter()
            .filter(|&&place| self.settles(place))
            .filter_map(|&place| self.row(place).map(|row| row.set))
            .collect();
        full.dedup();
        if !full.is_empty() {
            kept.retain(|&place| self.row(place).is_none_or(|row| full.binary_search(&row.set).is_err()));
            kept.extend(full.iter().filter_map(|&set| self.settled.get(set as usize)));
        }
        kept.sort_unstable();
        if let Some(&known) = self.known.get(kept.as_slice()) {
            return known;
        }
        let number = u32::try_from(self.states.len()).unwrap_or(u32::MAX);
        let kept: Rc<[Place]> = kept.into();
        self.states.push(Rc::clone(&kept));
        self.known.insert(kept, number);
        number
    }

    /// Whether a place accepts whatever follows.
    fn settles(&self, place: Place) -> bool {
        match self.row(place).map(|row| &row.at) {
            Some(At::Settled) => true,
            Some(At::Item(Item::Run(Class::Any))) => {
                matches!(self.row(place + 1).map(|row| &row.at), Some(At::End))
            }
            _ => false,
        }
    }

    /// Where the language of a place starts.
    fn start_of(&self, place: Place) -> Place {
        let after = self.starts.partition_point(|&start| start <= place);
        after.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or(0)
    }
}

/// Adds the first of these characters that is not among the `named` first.
fn add_other(choices: &mut Vec<char>, named: usize, mut chars: impl Iterator<Item = char>) {
    let named = choices.get(..named).unwrap_or_default();
    if let Some(char) = chars.find(|char| named.binary_search(char).is_err()) {
        choices.push(char);
    }
}
