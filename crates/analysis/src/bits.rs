//! Sets of small numbers.

/// A set of numbers, as bits. Trailing zero words are never kept, so that equal sets are equal values.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    pub(crate) fn contains(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    pub(crate) fn insert(&mut self, number: usize) {
        let at = number / 64;
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        if let Some(word) = self.0.get_mut(at) {
            *word |= 1 << (number % 64);
        }
    }

    pub(crate) fn or(&self, other: &Bits) -> Bits {
        let (long, short) = if self.0.len() >= other.0.len() { (self, other) } else { (other, self) };
        let rest = short.0.iter().copied().chain(std::iter::repeat(0));
        Bits(long.0.iter().zip(rest).map(|(one, other)| one | other).collect())
    }

    pub(crate) fn and(&self, other: &Bits) -> Bits {
        let mut words: Vec<u64> = self.0.iter().zip(&other.0).map(|(one, other)| one & other).collect();
        while words.last() == Some(&0) {
            words.pop();
        }
        Bits(words)
    }
}

impl FromIterator<usize> for Bits {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut bits = Bits::default();
        for number in numbers {
            bits.insert(number);
        }
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_sets_are_equal_values() {
        let one: Bits = [1, 70, 200].into_iter().collect();
        let other: Bits = [1, 5].into_iter().collect();
        assert_eq!(one.and(&other), [1].into_iter().collect());
        assert_eq!(one.or(&other), [1, 5, 70, 200].into_iter().collect());
        assert_eq!(one.or(&other), other.or(&one));
        assert!(one.contains(70) && !one.contains(71) && !one.contains(7_000));
        assert_eq!(other.and(&[64].into_iter().collect()), Bits::default());
    }
}
