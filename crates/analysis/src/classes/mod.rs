//! The values of a condition key, split into finitely many classes: two values of one class meet the same
//! clauses.
//!
//! What a class meets is asked of the engine, on a value of the class; this module only has to see to it that
//! no class is missing. Each type of value has a file of its own that says why none is.

mod address;
mod boolean;
mod date;
mod number;
mod text;

pub(crate) use text::clause_languages;

use ramplay_policy::condition::{Clause, ValueType};

use crate::bits::Bits;
use crate::budget::{Budget, Spent};
use crate::obstacle::Obstacle;

/// A class of what a request can say about one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyClass {
    /// Values of the class; `None`: the request does not carry the key.
    pub(crate) values: Option<Vec<String>>,
    /// The clauses that are met, by their place among the clauses that were asked about.
    pub(crate) met: Bits,
}

/// What is known of a key besides the clauses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeyRules {
    /// Every request carries it.
    pub(crate) always: bool,
    /// A request can carry several values of it.
    pub(crate) several: bool,
}

/// Why classes are not known.
#[derive(Debug)]
pub(crate) enum Unclassed {
    Spent,
    Obstacle(Obstacle),
}

impl From<Spent> for Unclassed {
    fn from(_: Spent) -> Self {
        Unclassed::Spent
    }
}

/// Every class of one key under these clauses, the shortest first.
pub(crate) fn classes(
    clauses: &[&Clause],
    rules: KeyRules,
    budget: &Budget,
) -> Result<Vec<KeyClass>, Unclassed> {
    let singles = singles(clauses, budget)?;
    let mut classes: Vec<KeyClass> = Vec::new();
    let mut add = |values: Option<Vec<String>>| {
        let met = clauses.iter().enumerate().filter(|(_, clause)| {
            // Representatives fit the operators they were made for.
            clause.is_met_by(values.as_deref()).unwrap_or(false)
        });
        let met: Bits = met.map(|(at, _)| at).collect();
        if classes.iter().all(|class| class.met != met) {
            classes.push(KeyClass { values, met });
        }
    };
    if !rules.always {
        add(None);
    }
    for single in &singles {
        budget.take(1)?;
        add(Some(vec![single.text.clone()]));
    }
    if rules.several {
        for values in several(&singles, budget)? {
            add(Some(values));
        }
    }
    Ok(classes)
}

/// A value and the clauses that it matches, before negation and whatever the set prefix.
struct Single {
    text: String,
    matches: Bits,
}

/// One value for every combination of clauses that a single value can match.
fn singles(clauses: &[&Clause], budget: &Budget) -> Result<Vec<Single>, Unclassed> {
    let mut types: Vec<ValueType> = Vec::new();
    for clause in clauses {
        let of = clause.operator.test.value_type();
        if !types.contains(&of) {
            types.push(of);
        }
    }
    let texts = match types.as_slice() {
        [] => Vec::new(),
        [ValueType::Text] => text::representatives(clauses, budget)?,
        [ValueType::Number] => number::representatives(clauses),
        [ValueType::Date] => date::representatives(clauses),
        [ValueType::Address] => address::representatives(clauses),
        [ValueType::Bool] => vec!["true".to_owned(), "false".to_owned()],
        // A value has to fit every operator; of booleans there are few enough to try all spellings.
        [ValueType::Bool, ValueType::Text] | [ValueType::Text, ValueType::Bool] => boolean::spellings(),
        _ => {
            let key = clauses.first().map(|clause| clause.key.to_string()).unwrap_or_default();
            return Err(Unclassed::Obstacle(Obstacle::MixedTypes { key }));
        }
    };
    let mut singles: Vec<Single> = Vec::new();
    for text in texts {
        budget.take(1 + clauses.len() as u64)?;
        let matches =
            clauses.iter().enumerate().filter(|(_, clause)| clause.matches_value(&text) == Ok(true));
        let matches: Bits = matches.map(|(at, _)| at).collect();
        if singles.iter().all(|single| single.matches != matches) {
            singles.push(Single { text, matches });
        }
    }
    Ok(singles)
}

/// Lists of two and more values for every combination of "some value matches" and "every value matches": a
/// clause with or without a set prefix looks at no more than these two.
fn several(singles: &[Single], budget: &Budget) -> Result<Vec<Vec<String>>, Spent> {
    struct Sum {
        some: Bits,
        every: Bits,
        values: Vec<usize>,
    }
    let start = singles.iter().enumerate().map(|(at, single)| Sum {
        some: single.matches.clone(),
        every: single.matches.clone(),
        values: vec![at],
    });
    let mut sums: Vec<Sum> = start.collect();
    let mut at = 0;
    while let Some(sum) = sums.get(at) {
        let mut more = Vec::new();
        for (number, single) in singles.iter().enumerate() {
            budget.take(1)?;
            let (some, every) = (sum.some.or(&single.matches), sum.every.and(&single.matches));
            let known = |other: &Sum| other.some == some && other.every == every;
            if !sums.iter().chain(&more).any(known) {
                budget.take(sums.len() as u64 / 8)?;
                let values = sum.values.iter().copied().chain([number]).collect();
                more.push(Sum { some, every, values });
            }
        }
        sums.extend(more);
        at += 1;
    }
    let text = |at: &usize| singles.get(*at).map(|single| single.text.clone());
    let lists = sums.iter().filter(|sum| sum.values.len() > 1);
    Ok(lists.map(|sum| sum.values.iter().filter_map(text).collect()).collect())
}

#[cfg(test)]
mod tests;
