//! Where two sides can differ at all.

use std::collections::BTreeMap;

use crate::form::{Atom, LayerForm, Pair, Variable};

/// The values of a variable for which two sides can differ.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Interest {
    /// Any value.
    Anything,
    /// Values that one of these patterns matches: pairs of a list and a place in it.
    Patterns(Vec<(u32, usize)>),
}

/// A pattern, with its list and its place there.
type Placed = (Box<str>, (u32, usize));

/// What statements that are alike but for one variable say about it.
#[derive(Default)]
struct Said {
    /// For each side: the patterns, the negated lists, and whether any value will do.
    patterns: [Vec<Placed>; 2],
    negated: [Vec<u32>; 2],
    anything: [bool; 2],
}

/// Where two sides can differ in one variable, action or resource.
///
/// Statements that are alike but for this variable are taken together: where none of the patterns that only one
/// side has matches, the same ones apply on both sides. `list` gives the patterns of a list, or `None` if it is
/// negated.
pub(crate) fn interest<'a>(
    pair: &Pair,
    variable: Variable,
    list: impl Fn(u32) -> Option<&'a [Box<str>]>,
) -> Interest {
    let mut found = Vec::new();
    for (a, b) in pair.a.iter().zip(&pair.b) {
        if (a.present, a.unseen) != (b.present, b.unseen) {
            return Interest::Anything;
        }
        for pick in [|layer: &LayerForm| layer.deny.clone(), |layer: &LayerForm| layer.allow.clone()] {
            let mut by_rest: BTreeMap<Vec<Atom>, Said> = BTreeMap::new();
            for (side, layer) in [a, b].into_iter().enumerate() {
                for term in pick(layer) {
                    let rest = term.iter().copied().filter(|atom| atom.variable() != variable).collect();
                    let said = by_rest.entry(rest).or_default();
                    let own = term.iter().find(|atom| atom.variable() == variable);
                    let (Some(patterns), Some(negated), Some(anything)) = (
                        said.patterns.get_mut(side),
                        said.negated.get_mut(side),
                        said.anything.get_mut(side),
                    ) else {
                        continue;
                    };
                    match own {
                        Some(Atom::Action(number) | Atom::Resource(number)) => match list(*number) {
                            Some(texts) => patterns.extend(
                                texts.iter().enumerate().map(|(at, text)| (text.clone(), (*number, at))),
                            ),
                            None => negated.push(*number),
                        },
                        Some(Atom::Clause { .. }) | None => *anything = true,
                    }
                }
            }
            for said in by_rest.into_values() {
                let [any_a, any_b] = said.anything;
                if any_a && any_b {
                    continue;
                }
                let [mut negated_a, mut negated_b] = said.negated;
                negated_a.sort_unstable();
                negated_b.sort_unstable();
                if any_a != any_b || negated_a != negated_b {
                    return Interest::Anything;
                }
                let [patterns_a, patterns_b] = &said.patterns;
                for (own, other) in [(patterns_a, patterns_b), (patterns_b, patterns_a)] {
                    let only = own.iter().filter(|(text, _)| other.iter().all(|(known, _)| known != text));
                    found.extend(only.map(|(_, place)| *place));
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    Interest::Patterns(found)
}
