//! What a link holds, shown beside a person's own work.

use ramplay_text::Lang;

use crate::state::{Effect, Notice, Opening, State};

/// The scenario of a link is shown. It is not stored until the person keeps it or edits it; their own work is behind it,
/// as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// What was there before.
    pub own: Box<Opening>,
    /// Whether it is a scenario of the person's own by now.
    pub kept: bool,
}

/// Why a link is not opened, in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// A stable code.
    pub code: String,
    /// What is wrong and what to do, in English.
    pub en: [String; 2],
    /// The same in Chinese.
    pub zh: [String; 2],
    /// What the link holds, as it is; empty if that is not known.
    pub content: String,
}

impl Refusal {
    /// What is wrong and what to do.
    pub fn get(&self, lang: Lang) -> &[String; 2] {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}

impl State {
    /// Shows what a link holds.
    pub(super) fn visit(&mut self, opening: Opening) -> Vec<Effect> {
        self.forget_refusal();
        // What the page shows anyway is nobody else's work.
        if opening.scenario == self.scenario {
            return Vec::new();
        }
        let before = self.replace(opening);
        // One link after the other: the own work stays what it is.
        let own = self.visit.take().map_or_else(|| Box::new(before), |visit| visit.own);
        self.visit = Some(Visit { own, kept: false });
        vec![Effect::SetAside]
    }

    /// Shows the own work again.
    pub(super) fn come_back(&mut self) -> Vec<Effect> {
        let Some(Visit { own, .. }) = self.visit.take() else { return Vec::new() };
        self.replace(*own);
        vec![Effect::ComeBack]
    }

    /// Says why a link is not opened; what is shown stays.
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        self.notice = Some(Notice::Refused(Box::new(refusal)));
    }

    fn forget_refusal(&mut self) {
        self.notice = self.notice.take().filter(|notice| !matches!(notice, Notice::Refused(_)));
    }

    /// What is shown becomes the person's own, which is stored.
    pub(super) fn store(&mut self) -> Vec<Effect> {
        if let Some(visit) = &mut self.visit {
            visit.kept = true;
        }
        vec![Effect::Store]
    }

    /// Whether the page shows what a link holds, untouched.
    pub fn is_visit(&self) -> bool {
        self.visit.as_ref().is_some_and(|visit| !visit.kept)
    }
}
