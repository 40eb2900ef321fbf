//! How questions are asked, and why one has no answer.

use std::fmt;

use ramplay_analysis::{Budget, Catalogue, Obstacle, Options, sentence};
use ramplay_policy::{RequestProblem, sentence as engine};
use ramplay_text::Lang;

/// How a question is asked.
#[derive(Clone, Copy)]
pub struct Asking<'w> {
    /// The language of the sentences.
    pub lang: Lang,
    /// The steps that each comparison may take; see [`Budget`].
    pub steps: u64,
    /// Told how many parts of the work are done, and of how many; may be called often.
    pub watch: &'w dyn Fn(usize, usize),
}

impl fmt::Debug for Asking<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asking").field("lang", &self.lang).field("steps", &self.steps).finish_non_exhaustive()
    }
}

impl Asking<'_> {
    /// With the budget of a question that a person waits for; nobody is told how far it is.
    pub fn new(lang: Lang) -> Asking<'static> {
        Asking { lang, steps: Budget::DEFAULT_STEPS, watch: &|_, _| {} }
    }

    pub(crate) fn options<'c>(&self, catalogue: Option<&'c Catalogue>) -> Options<'c> {
        Options { steps: self.steps, catalogue }
    }
}

/// Why a question has no answer at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unanswered {
    /// A value of the request is not of the type that an operator compares.
    Request(RequestProblem),
    /// Not decided.
    Undecided(Obstacle),
    /// A document that counts cannot be evaluated: what it is called.
    Document(String),
}

impl From<RequestProblem> for Unanswered {
    fn from(problem: RequestProblem) -> Self {
        Unanswered::Request(problem)
    }
}

impl Unanswered {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Unanswered::Request(_) => "bad-request-value",
            Unanswered::Undecided(obstacle) => obstacle.code(),
            Unanswered::Document(_) => "bad-document",
        }
    }

    /// The same as a sentence without a full stop.
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Unanswered::Request(problem), _) => engine::request_problem(problem, lang),
            (Unanswered::Undecided(obstacle), _) => sentence::obstacle(obstacle, lang),
            (Unanswered::Document(name), Lang::En) => format!("`{name}` cannot be evaluated"),
            (Unanswered::Document(name), Lang::Zh) => format!("`{name}` 无法评估"),
        }
    }
}

impl fmt::Display for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for Unanswered {}
