//! What documents are wrapped in, one kind in each file, and the table of them.
//!
//! A step looks at a text that is not JSON. If it finds its kind of wrapper it answers with what is
//! inside, and each of these is looked at again.

mod commented_out;
mod escaped;
mod html;
mod literal;
mod markdown;
mod percent;
mod terraform;
mod xml;

use ramplay_policy::PolicyKind;

use crate::mapped::{At, Mapped};
use crate::model::{Found, Name, Wrapper};
use crate::repair::Repair;

pub(crate) use escaped::unescape;

/// Something that was unwrapped.
#[derive(Debug)]
pub(crate) struct Inside {
    pub(crate) mapped: Mapped,
    pub(crate) wrapper: Found<Wrapper>,
    pub(crate) name: Option<Name>,
    pub(crate) kind: Option<PolicyKind>,
    /// Changes that were made on the way.
    pub(crate) repairs: Vec<Repair>,
}

impl Inside {
    fn new(outer: &Mapped, at: At, inner: Mapped, wrapper: Wrapper) -> Self {
        Inside {
            mapped: inner,
            wrapper: Found { what: wrapper, span: outer.span(at) },
            name: None,
            kind: None,
            repairs: Vec::new(),
        }
    }

    /// A part of the text as it is.
    fn part(outer: &Mapped, at: At, wrapper: Wrapper) -> Self {
        Inside::new(outer, at, outer.part(at), wrapper)
    }
}

/// Takes one kind of wrapper off, if it is there.
type Step = fn(&Mapped) -> Option<Vec<Inside>>;

/// All steps, in the order in which they are tried: what can hold others comes first.
const STEPS: [Step; 8] = [
    markdown::step,
    commented_out::step,
    xml::step,
    html::step,
    terraform::step,
    literal::step,
    escaped::step,
    percent::step,
];

/// Takes the outermost wrapper off.
pub(crate) fn unwrap(mapped: &Mapped) -> Option<Vec<Inside>> {
    STEPS.iter().find_map(|step| step(mapped)).filter(|inside| !inside.is_empty())
}

/// The lines of a text with their places, line breaks left out.
fn lines(text: &str) -> impl Iterator<Item = (At, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let from = start;
        start += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        (At::new(from, from + line.len()), line)
    })
}
