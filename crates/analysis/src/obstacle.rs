//! Why a question is not decided.

/// Why a question is not decided. Whatever was found is still true.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// The budget is spent.
    Budget,
    /// Operators of different types look at one condition key, so that its values would have to be classed by
    /// their spelling and their meaning at once.
    MixedTypes {
        /// The key.
        key: String,
    },
    /// An `…IgnoreCase` operator is given a character whose lower case depends on its neighbours.
    Folding {
        /// The key.
        key: String,
    },
    /// One decision depends on more condition keys than are followed.
    ManyKeys {
        /// How many are followed.
        limit: usize,
    },
}

impl Obstacle {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Obstacle::Budget => "budget",
            Obstacle::MixedTypes { .. } => "mixed-types",
            Obstacle::Folding { .. } => "folding",
            Obstacle::ManyKeys { .. } => "many-keys",
        }
    }
}
