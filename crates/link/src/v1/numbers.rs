//! Odds and chances in whole numbers, so that every machine comes to the same bits.
//!
//! A chance is a part of 65,536. Odds are its logistic inverse, in 256ths: `chance = 65536 / (1 + e^(-odds/256))`.
//!
//! FROZEN: links that people keep depend on every line of this file.

/// The widest odds.
const WIDEST: i32 = 2815;
/// How many odds there are.
const ODDS: usize = 2 * WIDEST.unsigned_abs() as usize + 1;

/// Chances by odds and odds by chances.
pub(super) struct Tables {
    chances: [u16; ODDS],
    odds: [i16; 4096],
}

/// The tables, made when they are first needed: in the module they would be as long as the rest of it.
pub(super) fn tables() -> &'static Tables {
    static TABLES: std::sync::OnceLock<Tables> = std::sync::OnceLock::new();
    TABLES.get_or_init(|| {
        // e^(-1/256), of 2^32.
        const STEP: u64 = 4_278_222_805;
        let mut chances = [0; ODDS];
        let mut power: u64 = 1 << 32;
        let middle = ODDS / 2;
        for distance in 0..=middle {
            let chance = ((1 << 48) / ((1 << 32) + power)).min(65_535);
            let (above, below) = (middle + distance, middle - distance);
            for (place, chance) in [(below, 65_536 - chance), (above, chance)] {
                if let (Some(slot), Ok(chance)) = (chances.get_mut(place), u16::try_from(chance)) {
                    *slot = chance;
                }
            }
            power = (power * STEP) >> 32;
        }
        let mut odds = [0; 4096];
        for (chance, slot) in (8_u32..).step_by(16).zip(&mut odds) {
            let place = chances.partition_point(|other| u32::from(*other) < chance).min(ODDS - 1);
            *slot = i16::try_from(place).unwrap_or(0) - 2815;
        }
        Tables { chances, odds }
    })
}

impl Tables {
    /// The chance of odds.
    pub(super) fn chance(&self, odds: i32) -> u16 {
        let place = usize::try_from(odds.clamp(-WIDEST, WIDEST) + WIDEST).unwrap_or(0);
        self.chances.get(place).copied().unwrap_or(0x8000)
    }

    /// The odds of a chance.
    pub(super) fn odds(&self, chance: u16) -> i32 {
        i32::from(self.odds.get(usize::from(chance >> 4)).copied().unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        assert_eq!(tables().chance(0), 0x8000);
        assert!((-1..=1).contains(&tables().odds(0x8000)), "{}", tables().odds(0x8000));
        for odds in [-2000, -700, -3, 5, 64, 900, 2100] {
            let back = tables().odds(tables().chance(odds));
            let off = if odds.abs() > 1500 { 200 } else { 8 };
            assert!((back - odds).abs() <= off, "{odds} became {back}");
        }
        // 65536 / (1 + e^-1), cut off
        assert_eq!(tables().chance(256), 47_910);
        assert_eq!(
            (tables().chance(-5000), tables().chance(5000)),
            (tables().chance(-2815), tables().chance(2815))
        );
    }
}
