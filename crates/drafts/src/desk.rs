//! The drafts while they are worked on.

use std::rc::Rc;

use ramplay_playground::{Cards, Document, Draft as Kept, KeyValue, MAX_DRAFTS, Scenario, read_all};
use ramplay_sql::{Script, VariableUse, masked, read};
use ramplay_text::Span;

use crate::answer::{Answer, answer};
use crate::edit::{Edit, POLICY_NAME};

/// A scenario, the texts of its drafts, and the answer to them.
#[derive(Debug, Clone)]
pub struct Desk {
    scenario: Scenario,
    texts: Vec<Text>,
    documents: Vec<Document>,
    answer: Rc<Answer>,
    /// The draft that was removed last, and its place.
    removed: Option<(usize, Kept, Text)>,
    /// Texts with credentials that went away with a scenario and may come back with it.
    shelf: Vec<Text>,
    cards: Cards,
}

/// A text that a person typed, and what may leave this place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Text {
    typed: Rc<str>,
    masked: String,
}

impl Desk {
    /// The drafts of a scenario.
    pub fn new(scenario: Scenario) -> Self {
        let documents = read_all(&scenario, &[]);
        let answer = Rc::new(answer(&scenario, &documents, Vec::new()));
        let mut desk = Desk {
            scenario,
            texts: Vec::new(),
            documents,
            answer,
            removed: None,
            shelf: Vec::new(),
            cards: Cards::default(),
        };
        let scenario = desk.scenario.clone();
        desk.take(scenario);
        desk
    }

    /// The scenario; its drafts are masked.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The policies of the scenario, read.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The answer.
    pub fn answer(&self) -> &Rc<Answer> {
        &self.answer
    }

    /// The text of a draft as it was typed.
    pub fn text(&self, draft: usize) -> Option<&Rc<str>> {
        self.texts.get(draft).map(|text| &text.typed)
    }

    /// A number for the draft at this place that it keeps when others come and go.
    pub fn card(&self, draft: usize) -> Option<u32> {
        self.cards.number(draft)
    }

    /// Whether a removed draft can come back.
    pub fn can_undo(&self) -> bool {
        self.removed.is_some()
    }

    /// Takes a scenario that was edited elsewhere. Whether something was masked in it, so that it should be
    /// stored again.
    pub fn take(&mut self, scenario: Scenario) -> bool {
        let known = std::mem::take(&mut self.texts);
        self.scenario = scenario;
        let drafts = &self.scenario.jobs.drafts;
        let typed = drafts.iter().map(|draft| {
            let same = known.iter().chain(&self.shelf).find(|text| text.masked == draft.text);
            same.map_or_else(|| plain_line_ends(&draft.text).into(), |text| Rc::clone(&text.typed))
        });
        let typed: Vec<Rc<str>> = typed.collect();
        // Other texts altogether are those of another scenario.
        if typed.iter().any(|text| known.iter().any(|one| Rc::ptr_eq(&one.typed, text))) {
            self.cards.fit(typed.len());
        } else {
            self.cards.renew(typed.len());
        }
        let is_gone = |text: &Text| {
            *text.typed != *text.masked && !drafts.iter().any(|draft| draft.text == text.masked)
        };
        self.shelf.extend(known.into_iter().filter(is_gone));
        let oldest = self.shelf.len().saturating_sub(MAX_DRAFTS);
        self.shelf.drain(..oldest);
        self.renew(typed)
    }

    /// Answers anew. Whether the scenario's drafts changed by being masked.
    fn renew(&mut self, typed: Vec<Rc<str>>) -> bool {
        let scripts: Vec<Script> = typed.iter().map(|text| read(text)).collect();
        // A text that is too long to be read is not stored either: nothing is known of the secrets in it.
        let masked = scripts.iter().map(masked);
        self.texts = typed.into_iter().zip(masked).map(|(typed, masked)| Text { typed, masked }).collect();
        let mut changed = false;
        for (draft, text) in self.scenario.jobs.drafts.iter_mut().zip(&self.texts) {
            if draft.text != text.masked {
                draft.text.clone_from(&text.masked);
                changed = true;
            }
        }
        self.documents = read_all(&self.scenario, &self.documents);
        self.answer = Rc::new(answer(&self.scenario, &self.documents, scripts));
        changed
    }

    /// Carries out an edit. Whether it changed anything.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let before = self.scenario.clone();
        let mut typed: Vec<Rc<str>> = self.texts.iter().map(|text| Rc::clone(&text.typed)).collect();
        let texts = typed.clone();
        self.carry_out(edit, &mut typed);
        if self.scenario == before && typed == texts {
            return false;
        }
        self.renew(typed);
        true
    }

    fn carry_out(&mut self, edit: Edit, typed: &mut Vec<Rc<str>>) {
        let jobs = &mut self.scenario.jobs;
        match edit {
            Edit::AddDraft { name, text } => {
                if jobs.drafts.len() < MAX_DRAFTS {
                    jobs.drafts.push(Kept { name, text: String::new() });
                    typed.push(plain_line_ends(&text).into());
                    self.cards.fit(typed.len());
                }
            }
            Edit::RemoveDraft(place) => {
                if place < jobs.drafts.len() && place < self.texts.len() {
                    typed.remove(place);
                    self.removed = Some((place, jobs.drafts.remove(place), self.texts.remove(place)));
                    self.cards.remove(place);
                }
            }
            Edit::UndoRemove => {
                if let Some((place, draft, text)) = self.removed.take() {
                    let place = place.min(jobs.drafts.len());
                    jobs.drafts.insert(place, draft);
                    typed.insert(place, text.typed);
                    self.cards.insert(place);
                }
            }
            Edit::SetText(place, text) => {
                if let Some(slot) = typed.get_mut(place) {
                    *slot = text.into();
                }
            }
            Edit::SetName(place, name) => {
                if let Some(draft) = jobs.drafts.get_mut(place) {
                    draft.name = name;
                }
            }
            Edit::SetVariables(names) => jobs.variables = names,
            Edit::Bind(key, value) => match jobs.bindings.iter_mut().find(|pair| pair.key == key) {
                _ if value.is_empty() => jobs.bindings.retain(|pair| pair.key != key),
                Some(pair) => pair.value = value,
                None => jobs.bindings.push(KeyValue { key, value }),
            },
            Edit::Assume(code, holds) => {
                jobs.assume.retain(|known| known != code);
                if holds {
                    jobs.assume.push(code.to_owned());
                }
            }
            Edit::SetReader(reader) => self.scenario.reader = reader,
            Edit::SetUser(name) => self.scenario.identities.job_user = name,
            Edit::ReplaceCredentials(place) => {
                if let (Some(slot), Some(draft)) = (typed.get_mut(place), self.answer.drafts.get(place)) {
                    *slot = draft.rewritten.text.clone().into();
                }
            }
            Edit::RenameVariable { draft, span, name } => {
                let script = self.answer.drafts.get(draft).map(|draft| &draft.script);
                let used = script.and_then(|script| script.variables.iter().find(|one| touches(one, span)));
                if let (Some(slot), Some(used)) = (typed.get_mut(draft), used)
                    && let Some(text) = replaced(slot, used.span, &used.kind.reference(&name))
                {
                    *slot = text.into();
                }
            }
            Edit::Grant(place) => {
                if let Some(draft) = self.answer.drafts.get(place) {
                    let statements = draft.answer.gap.to_add();
                    self.scenario.grant_to_job(&self.documents, statements, POLICY_NAME);
                }
            }
            Edit::AttachLeast => {
                let documents = self.answer.least.documents.iter().enumerate();
                let named = documents.map(|(part, document)| {
                    (ramplay_job::part_name(POLICY_NAME, part), document.text.clone())
                });
                self.scenario.attach_to_job(named);
            }
        }
    }
}

fn touches(used: &VariableUse, span: Span) -> bool {
    used.span.start <= span.start && span.end <= used.span.end
}

fn replaced(text: &str, span: Span, by: &str) -> Option<String> {
    let (start, end) = (span.start as usize, span.end as usize);
    Some(format!("{}{by}{}", text.get(..start)?, text.get(end..)?))
}

/// Browsers turn every line end of a text input into `\n`; done here too, so that places in the text stay the
/// same on both sides.
fn plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
