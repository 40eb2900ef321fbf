//! What is left of two sets of policies when some of the request is known.
//!
//! A statement is a [`Term`]: the tests that the request must still pass, an *atom* each. A layer is its denying
//! and its allowing terms. Once an action is chosen, its atoms become true or false, and so on through the
//! resource and the keys, until nothing is left to test. Two sides with equal forms answer alike whatever the
//! rest of the request is; that is what ends most of the exploration early.

/// A test that a request passes or fails. Equal atoms are the same test, on either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Atom {
    /// The action is in this list.
    Action(u32),
    /// The resource is in this list.
    Resource(u32),
    /// The values of this key meet this clause.
    Clause {
        /// The key.
        key: u32,
        /// The clause, among those of the key.
        clause: u32,
    },
}

/// A part of a request that is chosen as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Variable {
    Action,
    Resource,
    Key(u32),
}

impl Atom {
    pub(crate) fn variable(self) -> Variable {
        match self {
            Atom::Action(_) => Variable::Action,
            Atom::Resource(_) => Variable::Resource,
            Atom::Clause { key, .. } => Variable::Key(key),
        }
    }
}

/// A statement: all of its atoms must hold; sorted, each once. Without atoms it applies.
pub(crate) type Term = Box<[Atom]>;

/// A layer of one side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct LayerForm {
    /// Whether there is a policy at all, where the engine asks.
    pub(crate) present: bool,
    /// Whether policies can be there that were not given, and whether they can deny.
    pub(crate) unseen: Option<bool>,
    pub(crate) deny: Vec<Term>,
    pub(crate) allow: Vec<Term>,
}

/// Most terms of a layer among which ones that say nothing new are looked for: that is pairwise work.
const ABSORB: usize = 48;

impl LayerForm {
    /// The form that layers with the same meaning share, as far as it is found cheaply. A layer denies if any
    /// denying term applies, else it allows if any allowing term does: nothing else of it counts.
    pub(crate) fn normalise(&mut self) {
        if self.deny.iter().any(|term| term.is_empty()) {
            self.deny = vec![Term::default()];
            self.allow.clear();
            return;
        }
        tidy(&mut self.deny);
        tidy(&mut self.allow);
        if self.deny.len() + self.allow.len() <= ABSORB {
            let deny = &self.deny;
            self.allow.retain(|term| !deny.iter().any(|other| includes(term, other)));
        }
    }

    fn assign(&self, truth: &impl Fn(Atom) -> Option<bool>) -> LayerForm {
        let terms = |terms: &[Term]| {
            terms
                .iter()
                .filter(|term| term.iter().all(|&atom| truth(atom) != Some(false)))
                .map(|term| term.iter().copied().filter(|&atom| truth(atom).is_none()).collect())
                .collect()
        };
        let mut form = LayerForm {
            present: self.present,
            unseen: self.unseen,
            deny: terms(&self.deny),
            allow: terms(&self.allow),
        };
        form.normalise();
        form
    }

    pub(crate) fn terms(&self) -> impl Iterator<Item = &Term> {
        self.deny.iter().chain(&self.allow)
    }
}

/// Sorts terms and leaves out those that apply only where another one does.
fn tidy(terms: &mut Vec<Term>) {
    if terms.iter().any(|term| term.is_empty()) {
        *terms = vec![Term::default()];
        return;
    }
    terms.sort_unstable();
    terms.dedup();
    if terms.len() <= ABSORB {
        let all = terms.clone();
        terms.retain(|term| !all.iter().any(|other| other.len() < term.len() && includes(term, other)));
    }
}

/// Whether every atom of `part` is one of `whole`.
fn includes(whole: &[Atom], part: &[Atom]) -> bool {
    part.iter().all(|atom| whole.binary_search(atom).is_ok())
}

/// Both sides, layer by layer in the same order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Pair {
    pub(crate) a: Vec<LayerForm>,
    pub(crate) b: Vec<LayerForm>,
}

impl Pair {
    /// Whether both sides answer alike, whatever the rest of the request is.
    pub(crate) fn is_same(&self) -> bool {
        self.a == self.b
    }

    /// What is left when the atoms of a variable are known; `truth` knows no others.
    pub(crate) fn assign(&self, truth: impl Fn(Atom) -> Option<bool>) -> Pair {
        let side = |side: &[LayerForm]| side.iter().map(|layer| layer.assign(&truth)).collect();
        Pair { a: side(&self.a), b: side(&self.b) }
    }

    /// What it costs to decide a variable of it, and to keep the outcome, in steps.
    pub(crate) fn weight(&self) -> u64 {
        let layers = self.a.iter().chain(&self.b);
        let terms = |layer: &LayerForm| {
            let count = layer.deny.len() + layer.allow.len();
            let atoms: usize = layer.terms().map(|term| term.len()).sum();
            // Terms are compared in pairs, as long as they are few.
            (count + atoms + if count <= ABSORB { count * count / 16 } else { 0 }) as u64
        };
        1 + layers.map(terms).sum::<u64>()
    }

    pub(crate) fn atoms(&self) -> impl Iterator<Item = Atom> {
        let layers = self.a.iter().chain(&self.b);
        layers.flat_map(LayerForm::terms).flat_map(|term| term.iter().copied())
    }

    /// The atoms of one variable, sorted, each once.
    pub(crate) fn atoms_of(&self, variable: Variable) -> Vec<Atom> {
        let mut atoms: Vec<Atom> = self.atoms().filter(|atom| atom.variable() == variable).collect();
        atoms.sort_unstable();
        atoms.dedup();
        atoms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(deny: &[&[u32]], allow: &[&[u32]]) -> LayerForm {
        let terms = |terms: &[&[u32]]| {
            terms.iter().map(|term| term.iter().map(|&list| Atom::Action(list)).collect()).collect()
        };
        let mut form = LayerForm { deny: terms(deny), allow: terms(allow), ..LayerForm::default() };
        form.normalise();
        form
    }

    #[test]
    fn what_says_nothing_new_is_left_out() {
        assert_eq!(layer(&[], &[&[1, 2], &[1], &[1]]), layer(&[], &[&[1]]));
        assert_eq!(layer(&[&[1]], &[&[1, 2], &[2]]), layer(&[&[1]], &[&[2]]));
        assert_eq!(layer(&[&[1], &[]], &[&[2]]), layer(&[&[]], &[]));
        assert_eq!(layer(&[], &[&[3], &[]]), layer(&[], &[&[]]));
        assert_ne!(layer(&[&[2]], &[]), layer(&[], &[&[2]]));
    }

    #[test]
    fn atoms_are_decided_one_by_one() {
        let form = layer(&[&[1, 2]], &[&[2], &[3]]);
        let one = form.assign(&|atom| (atom == Atom::Action(1)).then_some(true));
        assert_eq!(one, layer(&[&[2]], &[&[3]]));
        let none = form.assign(&|atom| (atom == Atom::Action(1)).then_some(false));
        assert_eq!(none, layer(&[], &[&[2], &[3]]));
    }
}
