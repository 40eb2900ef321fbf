//! Lasting numbers for cards of policies and drafts: places in a list change when one is removed, and what belongs to
//! a card, such as the history of its text, must not move to another.

/// A number for each card of a list, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cards {
    numbers: Vec<u32>,
    next: u32,
}

impl Cards {
    /// Numbers for this many policies that are all new.
    pub fn renew(&mut self, count: usize) {
        self.numbers.clear();
        self.fit(count);
    }

    /// Lets numbers be added and taken away at the end.
    pub fn fit(&mut self, count: usize) {
        self.numbers.truncate(count);
        while self.numbers.len() < count {
            let number = self.fresh();
            self.numbers.push(number);
        }
    }

    /// The card at a place is gone.
    pub fn remove(&mut self, place: usize) {
        if place < self.numbers.len() {
            self.numbers.remove(place);
        }
    }

    /// A card is inserted at a place.
    pub fn insert(&mut self, place: usize) {
        let number = self.fresh();
        self.numbers.insert(place.min(self.numbers.len()), number);
    }

    /// The number of the card at a place.
    pub fn number(&self, place: usize) -> Option<u32> {
        self.numbers.get(place).copied()
    }

    fn fresh(&mut self) -> u32 {
        self.next = self.next.wrapping_add(1);
        self.next
    }
}
