//! A scenario that is opened, and what is said of it.

use ramplay_text::Lang;

use crate::answer::Answer;
use crate::example::example;
use crate::scenario::Scenario;
use crate::state::{Refusal, RowId};

/// What to notice in an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
    /// Where it is to be seen; see [`Point::of`].
    pub shows: String,
}

/// What an example makes its point with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// A row of the answer.
    Row(RowId),
    /// The Flink SQL drafts.
    Drafts,
}

impl Point {
    /// The row with this id, or `drafts`. None if the answer has no such row.
    pub fn of(id: &str, answer: &Answer) -> Option<Self> {
        if id == "drafts" { Some(Point::Drafts) } else { answer.row(id).map(Point::Row) }
    }
}

impl Lesson {
    /// It in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}

/// A scenario that is opened and not stored yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The scenario.
    pub scenario: Scenario,
    /// What it is called.
    pub title: String,
    /// What to notice in it, if it is an example.
    pub lesson: Option<Lesson>,
    /// Whether nobody would miss it.
    pub untouched: bool,
}

impl Opening {
    /// The scenario of a first visit.
    pub fn example() -> Self {
        Opening { scenario: example(), title: String::new(), lesson: None, untouched: true }
    }
}

/// Something that the person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Changes cannot be stored, so a reload would lose them.
    NotStored,
    /// Another scenario took the place of this one; it can come back.
    Replaced {
        /// What was there.
        before: Box<Opening>,
        /// Whether it is stored.
        is_kept: bool,
    },
    /// Another tab stored something else under the same id, so that this scenario goes on as a copy.
    ChangedElsewhere {
        /// The id of what the other tab stored.
        theirs: String,
        /// Whether it deleted the scenario.
        deleted: bool,
    },
    /// A link is not opened.
    Refused(Box<Refusal>),
    /// Storage is full, so that older revisions had to go.
    Thinned,
    /// What was stored could not be read; it is offered as it is.
    StoredUnreadable {
        /// What is wrong with it.
        message: String,
        /// What was stored.
        text: String,
    },
}
