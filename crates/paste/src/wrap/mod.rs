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
mod yaml;

use ramplay_policy::PolicyKind;

use crate::mapped::{At, Mapped};
use crate::model::{Found, Name, Wrapper};
use crate::repair::Repair;

pub(crate) use escaped::unescape;
pub(crate) use yaml::is_yaml;

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

/// What can hold a whole text with anything in it. These come first, in the order of the table.
const OUTER: [Step; 6] =
    [markdown::step, commented_out::step, xml::step, html::step, terraform::step, yaml::step];

/// What holds one document. An answer in JSON with such a string in it is read as an answer instead.
const INNER: [Step; 3] = [literal::step, escaped::step, percent::step];

/// Takes the outermost wrapper off.
pub(crate) fn outer(mapped: &Mapped) -> Option<Vec<Inside>> {
    unwrap(&OUTER, mapped)
}

/// Takes off what is written around and in a single document.
pub(crate) fn inner(mapped: &Mapped) -> Option<Vec<Inside>> {
    unwrap(&INNER, mapped)
}

fn unwrap(steps: &[Step], mapped: &Mapped) -> Option<Vec<Inside>> {
    steps.iter().find_map(|step| step(mapped)).filter(|inside| !inside.is_empty())
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
