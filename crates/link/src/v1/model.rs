//! Foretells the next bit of a text from what came before: a mixture of contexts, as in the PAQ family of
//! compressors, in whole numbers only.
//!
//! Each context (the last one, two, three or six bytes, the word, the string with its field) has met some bits and
//! guesses the next; a match says what followed the same five bytes before. The guesses are weighed by how well they
//! did so far. The model reads the dictionary before it meets a text, so that even the first words cost little.
//!
//! FROZEN: links that people keep depend on every line of this file.

use std::sync::OnceLock;

use super::numbers::{Tables, tables};

/// Texts like those that links hold, oldest first: what stands at the end is foretold best.
const DICTIONARY: &str = include_str!("dictionary.txt");

/// How many contexts there are.
const CONTEXTS: usize = 6;
/// The slots of a context, as a power of two.
const SLOT_BITS: u32 = 16;
/// One for each context, one for the match, one that is always the same.
const INPUTS: usize = CONTEXTS + 2;
/// The first contexts, whose lengths grow: the longest that was met before chooses the weights.
const LADDER: usize = 4;
/// The places where five bytes were met last, as a power of two.
const PLACE_BITS: u32 = 14;
/// How many equal bytes make a match.
const MATCH_LEAST: usize = 5;
/// The longest match that is told from longer ones.
const MATCH_MOST: usize = 31;
/// What a weight is at first, of 65,536.
const WEIGHT: i32 = 14_000;
/// How slowly weights learn, as a power of two.
const WEIGHT_RATE: u32 = 15;

/// One bit foretold by one context.
#[derive(Clone, Copy)]
struct Slot {
    /// How likely 1 is.
    chance: u16,
    /// How often it was met.
    count: u8,
    /// Whose slot it is: places are shared.
    check: u8,
}

impl Slot {
    const fn new(check: u8) -> Self {
        Slot { chance: 0x8000, count: 0, check }
    }

    /// Learns a bit: the more it has met, the less one more counts.
    fn learn(&mut self, bit: bool) {
        let rate = RATES.get(usize::from(self.count)).map_or(LAST_RATE, |rate| *rate);
        let to_go = if bit { 0xFFFF - self.chance } else { self.chance };
        let step = ((u32::from(to_go) * rate) >> 16) & 0xFFFF;
        let step = u16::try_from(step).unwrap_or(0);
        self.chance = if bit { self.chance + step } else { self.chance - step };
        self.count = self.count.saturating_add(1);
    }
}

/// How much the next bit counts, of 65,536, after so many: `1 / (count + 1.1)`, and for all later ones the last.
const RATES: [u32; 31] = [
    59_578, 31_207, 21_140, 15_984, 12_850, 10_743, 9_230, 8_090, 7_201, 6_488, 5_904, 5_416, 5_002, 4_648,
    4_340, 4_070, 3_832, 3_620, 3_431, 3_260, 3_105, 2_965, 2_837, 2_719, 2_611, 2_510, 2_418, 2_332, 2_252,
    2_177, 2_107,
];
const LAST_RATE: u32 = 2_041;

/// A part of a hash.
fn mix(one: u32, other: u32) -> u32 {
    let hash = (one ^ other.wrapping_mul(0x9E37_79B1)).wrapping_mul(0x85EB_CA6B);
    hash ^ (hash >> 15)
}

fn hash_of<'a>(bytes: impl Iterator<Item = &'a u8>, seed: u32) -> u32 {
    bytes.fold(seed, |hash, byte| mix(hash, u32::from(*byte) + 1))
}

/// Weights of the inputs, in sets of which one is chosen for each bit.
#[derive(Clone)]
struct Mixer {
    sets: Vec<[i32; INPUTS]>,
    chosen: usize,
    odds: i32,
}

impl Mixer {
    fn new(sets: usize) -> Self {
        Mixer { sets: vec![[WEIGHT; INPUTS]; sets], chosen: 0, odds: 0 }
    }

    fn foretell(&mut self, set: usize, inputs: &[i32; INPUTS]) {
        self.chosen = set;
        let Some(weights) = self.sets.get(set) else { return };
        let pairs = weights.iter().zip(inputs);
        let sum: i64 = pairs.map(|(weight, input)| i64::from(*weight) * i64::from(*input)).sum();
        self.odds = i32::try_from((sum >> 16).clamp(-2815, 2815)).unwrap_or(0);
    }

    fn learn(&mut self, bit: bool, inputs: &[i32; INPUTS], tables: &Tables) {
        let error = if bit { 0xFFFF } else { 0 } - i32::from(tables.chance(self.odds));
        let Some(weights) = self.sets.get_mut(self.chosen) else { return };
        for (weight, input) in weights.iter_mut().zip(inputs) {
            // At most 2815 × 65535, which an `i32` holds.
            let step = (input * error + (1 << (WEIGHT_RATE - 1))) >> WEIGHT_RATE;
            *weight = weight.saturating_add(step);
        }
    }
}

/// What is known of the bytes so far, and the guess at the next bit.
#[derive(Clone)]
pub(super) struct Model {
    tables: &'static Tables,
    /// For each context, its slots.
    slots: Vec<Slot>,
    /// For each context, the hash of what it looks at.
    hashes: [u32; CONTEXTS],
    /// For each context, the slot of the next bit.
    current: [usize; CONTEXTS],
    inputs: [i32; INPUTS],
    /// Chosen by the longest context that was met before, and by the bits of the byte.
    mixers: [Mixer; 2],
    history: Vec<u8>,
    /// The bits of the byte so far, behind a leading 1.
    partial: usize,
    /// Hashes of the word so far, of the one before, of the string so far, and of the field's name.
    word: u32,
    word_before: u32,
    string: u32,
    field: u32,
    /// By the hash of five bytes, where they ended last.
    places: Vec<usize>,
    /// What follows now followed there, and how many bytes agreed; 0 for no match.
    matched: usize,
    match_length: usize,
    /// How often a match of a length told the truth.
    match_slots: [Slot; MATCH_MOST + 1],
    chance: u16,
}

impl Model {
    fn new() -> Self {
        let mut model = Model {
            tables: tables(),
            slots: vec![Slot::new(0); CONTEXTS << SLOT_BITS],
            hashes: [0; CONTEXTS],
            current: [0; CONTEXTS],
            inputs: [0; INPUTS],
            mixers: [Mixer::new(LADDER + 1), Mixer::new(256)],
            history: vec![0],
            partial: 1,
            word: 0,
            word_before: 0,
            string: 0,
            field: 0,
            places: vec![0; 1 << PLACE_BITS],
            matched: 0,
            match_length: 0,
            match_slots: [Slot::new(0); MATCH_MOST + 1],
            chance: 0x8000,
        };
        model.begin_byte();
        model.foretell();
        model
    }

    /// The model that has read the dictionary.
    pub(super) fn primed() -> Self {
        static PRIMED: OnceLock<Model> = OnceLock::new();
        let prime = || {
            let mut model = Model::new();
            for byte in DICTIONARY.bytes() {
                // A line end stands for the beginning of a text.
                let byte = if byte == b'\n' { 0 } else { byte };
                (0..8).rev().for_each(|place| model.learn(byte >> place & 1 == 1));
            }
            model
        };
        PRIMED.get_or_init(prime).clone()
    }

    /// How likely the next bit is 1, of 65,536: never 0.
    pub(super) fn chance(&self) -> u16 {
        self.chance
    }

    /// Learns the bit, and foretells the next.
    pub(super) fn learn(&mut self, bit: bool) {
        for mixer in &mut self.mixers {
            mixer.learn(bit, &self.inputs, self.tables);
        }
        for slot in self.current {
            if let Some(slot) = self.slots.get_mut(slot) {
                slot.learn(bit);
            }
        }
        if let Some(expected) = self.expected() {
            if let Some(slot) = self.match_slots.get_mut(self.match_length.min(MATCH_MOST)) {
                slot.learn(bit == expected);
            }
            if bit != expected {
                self.match_length = 0;
            }
        }
        self.partial = self.partial << 1 | usize::from(bit);
        if let Some(byte) = self.partial.checked_sub(256) {
            self.partial = 1;
            self.end_byte(u8::try_from(byte).unwrap_or(0));
            self.begin_byte();
        }
        self.foretell();
    }

    /// The bit that the match expects.
    fn expected(&self) -> Option<bool> {
        let byte = usize::from(*self.history.get(self.matched)?);
        let known = self.partial.ilog2();
        (self.match_length > 0).then_some(byte >> (7 - known) & 1 == 1)
    }

    fn end_byte(&mut self, byte: u8) {
        let before = self.history.last().copied();
        self.history.push(byte);
        if byte.is_ascii_alphanumeric() || byte >= 128 {
            self.word = mix(self.word, u32::from(byte) + 1);
        } else if self.word != 0 {
            self.word_before = self.word;
            self.word = 0;
        }
        self.string = if byte == b'"' { 0 } else { mix(self.string, u32::from(byte) + 1) };
        if byte == b':' && before == Some(b'"') {
            self.field = self.word_before;
        }
        if self.match_length > 0 {
            self.matched += 1;
            self.match_length += 1;
        }
        self.find_match();
    }

    fn find_match(&mut self) {
        let Some(from) = self.history.len().checked_sub(MATCH_LEAST).filter(|from| *from > 0) else { return };
        let hash = hash_of(self.history.iter().skip(from), 0);
        let Some(place) = self.places.get_mut((hash >> (32 - PLACE_BITS)) as usize) else { return };
        let candidate = std::mem::replace(place, self.history.len());
        if self.match_length == 0 && candidate > 0 {
            let earlier = self.history.iter().take(candidate).rev();
            let pairs = earlier.zip(self.history.iter().rev()).take(MATCH_MOST);
            let length = pairs.take_while(|(one, other)| one == other).count();
            if length >= MATCH_LEAST {
                (self.matched, self.match_length) = (candidate, length);
            }
        }
    }

    fn begin_byte(&mut self) {
        let last = |count: u8| hash_of(self.history.iter().rev().take(count.into()), count.into());
        let before = u32::from(self.history.last().copied().unwrap_or(0));
        self.hashes = [
            last(1),
            last(2),
            last(3),
            last(6),
            mix(mix(self.word, 77), before),
            mix(mix(self.string, self.field), 99),
        ];
    }

    fn foretell(&mut self) {
        let Model { tables, slots, hashes, current, inputs, .. } = self;
        let partial = u32::try_from(self.partial).unwrap_or(1);
        let mut longest = 0;
        let contexts = (0..).zip(hashes.iter()).zip(current.iter_mut()).zip(inputs.iter_mut());
        for (((number, hash), current), input) in contexts {
            let hash = mix(hash.wrapping_add(number), partial);
            let check = hash.to_le_bytes()[0];
            let number = number as usize;
            *current = number << SLOT_BITS | (hash >> (32 - SLOT_BITS)) as usize;
            let Some(slot) = slots.get_mut(*current) else { continue };
            if slot.check != check {
                *slot = Slot::new(check);
            }
            *input = if slot.count == 0 { 0 } else { tables.odds(slot.chance) };
            if slot.count > 0 && number < LADDER {
                longest = number + 1;
            }
        }
        let guess = self.expected().map(|expected| {
            let slot = self.match_slots.get(self.match_length.min(MATCH_MOST));
            let odds = slot.map_or(0, |slot| self.tables.odds(slot.chance));
            if expected { odds } else { -odds }
        });
        let [.., of_match, always] = &mut self.inputs;
        (*of_match, *always) = (guess.unwrap_or(0), 256);
        let [by_length, by_bits] = &mut self.mixers;
        by_length.foretell(longest, &self.inputs);
        by_bits.foretell(self.partial, &self.inputs);
        self.chance = self.tables.chance((by_length.odds + by_bits.odds) >> 1).clamp(16, 0xFFF0);
    }
}
