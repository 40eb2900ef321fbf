//! The page's state and what happens to it: events in, effects out. Nothing here knows a browser.

mod action;
mod edit;
mod opening;
mod row;
mod skeleton;
mod visit;

use std::rc::Rc;

use ramplay_policy::StatementRef;
use ramplay_text::Lang;

pub use self::action::{Action, Effect};
pub use self::edit::{Edit, Flag};
pub use self::opening::{Lesson, Notice, Opening, Point};
pub use self::row::RowId;
pub use self::visit::{Refusal, Visit};
use crate::answer::{Answer, shared_answer};
use crate::cards::Cards;
use crate::changes::changes;
use crate::comment::Pin;
use crate::example::example;
use crate::scenario::{Body, PolicyEntry, Scenario};
use crate::sheet::Filter;

/// The page's state.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What the person entered.
    pub scenario: Scenario,
    /// The answer to it; always up to date.
    pub answer: Rc<Answer>,
    /// The language of the sentences.
    pub lang: Lang,
    /// The row whose explanation is shown.
    pub selected: Option<RowId>,
    /// The row under the pointer or with the keyboard focus.
    pub hovered: Option<RowId>,
    /// The statement in which the caret stands.
    pub caret: Option<StatementRef>,
    /// The policy that was removed last, and its place.
    pub removed: Option<(usize, PolicyEntry)>,
    /// What each comment was about before that.
    pub unpinned: Vec<Pin>,
    /// Something that the person should know.
    pub notice: Option<Notice>,
    /// Which rows of the tables are shown.
    pub filter: Filter,
    /// What the last edit that changed the answer changed in it.
    pub changed: Vec<RowId>,
    /// How many edits have changed the answer, so that two that change the same rows can be told apart.
    pub edits: u32,
    /// Whether texts are edited in plain text fields.
    pub plain: bool,
    /// Numbers for the cards of the policies; see [`State::card`].
    pub cards: Cards,
    /// What the scenario is called; may be empty.
    pub title: String,
    /// What to notice in an example that was opened.
    pub lesson: Option<Lesson>,
    /// Where that was shown last, with a number that tells one time from the next.
    pub point: Option<(u32, Point)>,
    /// The link that is shown, or was until it was edited.
    pub visit: Option<Visit>,
    /// Whether the browser kept what was stored last.
    pub is_kept: bool,
    /// Whether the person has put away that nothing is kept.
    pub knows: bool,
}

impl State {
    /// The state of a visit: what was stored last time, or the example.
    pub fn new(stored: Option<&str>, lang: Lang) -> Self {
        let (scenario, notice) = match stored.map(|text| (text, Scenario::from_json(text))) {
            None => (example(), None),
            Some((_, Ok(mut scenario))) => {
                plain_line_ends(&mut scenario);
                (scenario, None)
            }
            Some((text, Err(error))) => {
                let notice = Notice::StoredUnreadable { message: error.to_string(), text: text.to_owned() };
                (example(), Some(notice))
            }
        };
        State { notice, ..State::of(scenario, lang) }
    }

    /// The state of a page that shows this scenario.
    pub fn of(scenario: Scenario, lang: Lang) -> Self {
        let answer = shared_answer(&scenario, &[]);
        let mut cards = Cards::default();
        cards.renew(scenario.policies.len());
        State {
            scenario,
            answer,
            lang,
            selected: None,
            hovered: None,
            caret: None,
            removed: None,
            unpinned: Vec::new(),
            notice: None,
            filter: Filter::default(),
            changed: Vec::new(),
            edits: 0,
            plain: false,
            cards,
            title: String::new(),
            lesson: None,
            point: None,
            visit: None,
            is_kept: true,
            knows: false,
        }
    }

    /// Whether the scenario is still the example.
    pub fn is_example(&self) -> bool {
        self.scenario == example()
    }

    /// A number for the policy at this place that it keeps when others come and go.
    pub fn card(&self, index: usize) -> Option<u32> {
        self.cards.number(index)
    }

    /// Takes an action and says what the page must do.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Hover(row) => self.hovered = row,
            Action::Select(row) => self.selected = (self.selected != Some(row)).then_some(row),
            Action::Caret(place) => self.caret = self.statement_at(place),
            Action::SetLang(lang) => {
                self.lang = lang;
                return vec![Effect::StoreLang(lang)];
            }
            Action::SetPlain(plain) => {
                self.plain = plain;
                return vec![Effect::StorePlain(plain)];
            }
            Action::SetFilter(filter) => self.filter = filter,
            Action::StoreFailed => {
                self.is_kept = false;
                if !self.knows {
                    self.notice = self.notice.take().or(Some(Notice::NotStored));
                }
            }
            Action::Stored => {
                (self.is_kept, self.knows) = (true, false);
                self.notice = self.notice.take().filter(|notice| *notice != Notice::NotStored);
            }
            Action::DismissNotice => {
                let notice = self.notice.take();
                self.knows |= notice == Some(Notice::NotStored);
                if matches!(notice, Some(Notice::Refused(_))) {
                    return vec![Effect::ClearLink];
                }
            }
            Action::DismissLesson => self.lesson = None,
            Action::ShowPoint => self.show_point(),
            Action::Keep => {}
            Action::Thinned => self.notice = self.notice.take().or(Some(Notice::Thinned)),
            Action::Copied(title, theirs, deleted) => {
                self.title = title;
                self.notice = Some(Notice::ChangedElsewhere { theirs, deleted });
            }
            Action::TakeTheirs | Action::Overwrite => {
                if let Some(Notice::ChangedElsewhere { theirs, .. }) = self.notice.take() {
                    let takes = action == Action::TakeTheirs;
                    return vec![if takes { Effect::TakeTheirs(theirs) } else { Effect::Overwrite(theirs) }];
                }
            }
            Action::SetTitle(title) => {
                if self.title != title {
                    self.title = title;
                    return self.store();
                }
            }
            Action::Visit(opening) => return self.visit(*opening),
            Action::LeaveVisit => return self.come_back(),
            Action::EndVisit => self.visit = None,
            Action::KeepVisit if self.is_visit() => return self.store(),
            Action::KeepVisit => {}
            Action::Refuse(refusal) => self.refuse(*refusal),
            Action::Fetch(id) => return vec![Effect::Fetch(id)],
            Action::Wrote(id) => return vec![Effect::Look(id)],
            Action::Load(scenario, title) => {
                let untouched = false;
                self.visit = None;
                self.replace(Opening { scenario: *scenario, title, lesson: None, untouched });
            }
            Action::Open(opening) => {
                let untouched = opening.untouched;
                let mut before = self.replace(*opening);
                if before.scenario == self.scenario && before.title == self.title && self.lesson.is_none() {
                    return Vec::new();
                }
                // What a link holds is in the link: what comes back is the own work.
                if let Some(Visit { own, kept: false }) = self.visit.take() {
                    before = *own;
                }
                self.notice = Some(Notice::Replaced { before: Box::new(before), is_kept: self.is_kept });
                self.show_point();
                let begin = Effect::Begin(untouched);
                let is_plain = self.title.is_empty() && self.is_example();
                return if is_plain { vec![begin] } else { vec![begin, Effect::Store] };
            }
            Action::UndoOpen => {
                if let Some(Notice::Replaced { before, .. }) = self.notice.take() {
                    self.replace(*before);
                    return vec![Effect::Back];
                }
            }
            Action::Edit(edit) => {
                let before = self.scenario.clone();
                self.edit(edit);
                self.cards.fit(self.scenario.policies.len());
                if self.scenario == before {
                    return Vec::new();
                }
                if self.asks_otherwise(&before) {
                    let answer = shared_answer(&self.scenario, &self.answer.documents);
                    let before = std::mem::replace(&mut self.answer, answer);
                    self.changed = changes(&before, &self.answer);
                    self.edits = self.edits.wrapping_add(1);
                }
                return self.store();
            }
        }
        Vec::new()
    }

    /// Puts a scenario in the place of the present one, which is returned.
    fn replace(&mut self, opening: Opening) -> Opening {
        let Opening { mut scenario, title, lesson, .. } = opening;
        plain_line_ends(&mut scenario);
        let before = Opening {
            scenario: std::mem::replace(&mut self.scenario, scenario),
            title: std::mem::replace(&mut self.title, title),
            lesson: std::mem::replace(&mut self.lesson, lesson),
            untouched: false,
        };
        (self.selected, self.caret, self.removed) = (None, None, None);
        self.cards.renew(self.scenario.policies.len());
        self.changed.clear();
        if before.scenario != self.scenario {
            self.answer = shared_answer(&self.scenario, &self.answer.documents);
        }
        before
    }

    /// Opens what the lesson is about, where the filter lets it be seen.
    fn show_point(&mut self) {
        let point = self.lesson.as_ref().and_then(|lesson| Point::of(&lesson.shows, &self.answer));
        let Some(point) = point else { return };
        if let Point::Row(row) = point {
            self.selected = Some(row);
            if row.table().is_some_and(|table| {
                !self.sheet(table).iter().flat_map(|group| &group.rows).any(|line| line.id == row)
            }) {
                self.filter = Filter { order: self.filter.order, ..Filter::default() };
            }
        }
        let number = self.point.map_or(0, |(number, _)| number);
        self.point = Some((number.wrapping_add(1), point));
    }

    /// What to notice in the person's own work, which outlasts what a link holds.
    pub fn own_lesson(&self) -> Option<&Lesson> {
        match &self.visit {
            Some(Visit { own, kept: false }) => own.lesson.as_ref(),
            _ => self.lesson.as_ref(),
        }
    }

    /// Whether something was edited that the answer depends on: not Flink SQL, of which it knows only whether there is
    /// any, and nothing that a review adds.
    fn asks_otherwise(&self, before: &Scenario) -> bool {
        let Scenario { jobs, base, assertions, comments, .. } = self.scenario.clone();
        jobs.drafts.is_empty() != before.jobs.drafts.is_empty()
            || Scenario { base, jobs, assertions, comments, ..before.clone() } != self.scenario
    }

    /// Whether an action leaves everything as it is, so that nothing has to be drawn: browsers tell of the same caret
    /// with every key.
    pub fn ignores(&self, action: &Action) -> bool {
        match action {
            Action::Hover(row) => self.hovered == *row,
            Action::Caret(place) => self.caret == self.statement_at(*place),
            _ => false,
        }
    }

    fn statement_at(&self, place: Option<(usize, u32)>) -> Option<StatementRef> {
        let (index, byte) = place?;
        let document = self.answer.documents.get(index)?;
        let statements = &document.reading.policy.statements;
        let at = statements.iter().position(|statement| statement.span.touches(byte))?;
        let document = ramplay_policy::DocumentId(u32::try_from(index).ok()?);
        Some(StatementRef { document, statement: u16::try_from(at).ok()? })
    }
}

/// Browsers turn every line end of a text input into `\n`; done here too, so that places in the text stay
/// the same on both sides.
fn plain_line_ends(scenario: &mut Scenario) {
    for entry in scenario.policies.iter_mut().chain(scenario.base.iter_mut().flatten()) {
        if let Body::Document(text) = &mut entry.body
            && text.contains('\r')
        {
            *text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
    }
}
