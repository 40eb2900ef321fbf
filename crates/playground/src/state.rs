//! The page's state and what happens to it: events in, effects out. Nothing here knows a browser.

use std::rc::Rc;

use ramplay_flink::{Caller, Console, CustomRole, LogonMethod, NamespaceRole, StoreKind, catalogue};
use ramplay_policy::StatementRef;
use ramplay_text::Lang;

use crate::answer::{Answer, shared_answer};
use crate::cards::Cards;
use crate::changes::changes;
use crate::court::Verdict;
use crate::documents::{Document, kind_of};
use crate::example::{example, from_template};
use crate::field::Field;
use crate::scenario::{Attach, Body, Hidden, KeyValue, MAX_POLICIES, Member, PolicyEntry, Reader, Scenario};
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
    /// Whether the browser kept what was stored last.
    pub is_kept: bool,
    /// Whether the person has put away that nothing is kept.
    pub knows: bool,
}

/// What to notice in an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
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

/// A row of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowId {
    /// The opening of a console.
    Console(Console),
    /// An operation, by its place in the answer.
    Operation(usize),
    /// A capability, by its place in the answer.
    Capability(usize),
    /// A permission, by its place in the answer.
    Permission(usize),
    /// A precondition of the logon method, by its place.
    Precondition(usize),
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

/// A circumstance that is sent as true, as false, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flag {
    /// `acs:MFAPresent`
    Mfa,
    /// `acs:SecureTransport`
    Tls,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Another logon method was chosen.
    SetLogon(LogonMethod),
    /// A single-line input changed.
    SetField(Field, String),
    /// The text of a policy changed.
    SetText(usize, String),
    /// A policy was renamed.
    SetName(usize, String),
    /// A policy was attached elsewhere.
    SetAttach(usize, Attach),
    /// A pasted policy is added, empty.
    AddDocument(Attach),
    /// A system policy is added by name.
    AddSystem(Attach, String),
    /// A template is added, filled in.
    AddTemplate(String),
    /// A template replaces the text of a policy.
    FillTemplate(usize, String),
    /// A policy is removed.
    Remove(usize),
    /// The policy removed last comes back.
    UndoRemove,
    /// The safe change for a problem of a document is made: document and problem by their places.
    ApplyFix(usize, usize),
    /// The role in the namespace changed.
    SetMember(Option<NamespaceRole>),
    /// A custom role is chosen, starting with what a viewer holds.
    SetCustomRole,
    /// The custom role was renamed.
    SetCustomName(String),
    /// A permission of the custom role is switched.
    TogglePermission(String),
    /// Whether all policies of a place are known is switched.
    ToggleHidden(Hidden),
    /// Who reads the Logstore changed.
    SetReader(Reader),
    /// Logstore or Metricstore.
    SetStoreKind(StoreKind),
    /// A circumstance changed.
    SetFlag(Flag, Option<bool>),
    /// A further condition key is added.
    AddKey,
    /// A further condition key changed.
    SetKey(usize, KeyValue),
    /// A further condition key is removed.
    RemoveKey(usize),
    /// A node of the directory was renamed.
    SetNode(usize, String),
    /// A folder is added above the member.
    AddNode,
    /// A folder is removed.
    RemoveNode(usize),
    /// A part of the page that knows more than the state has edited the scenario.
    Edit(Box<Scenario>),
    /// Another scenario takes the place of this one, and is not stored yet.
    Open(Box<Opening>),
    /// What was replaced comes back.
    UndoOpen,
    /// A stored scenario is wanted, by its id.
    Fetch(String),
    /// A stored scenario, with its title, takes the place of this one.
    Load(Box<Scenario>, String),
    /// A part of the page has written what is stored under this id.
    Wrote(String),
    /// The scenario is called otherwise.
    SetTitle(String),
    /// What to notice in an example is put away.
    DismissLesson,
    /// A person is about to do something with what is stored.
    Keep,
    /// A row is pointed at.
    Hover(Option<RowId>),
    /// A row's explanation is opened or closed.
    Select(RowId),
    /// Other rows of the tables are to be shown.
    SetFilter(Filter),
    /// The caret moved: document and byte offset.
    Caret(Option<(usize, u32)>),
    /// Another language.
    SetLang(Lang),
    /// Plain text fields, or the editor.
    SetPlain(bool),
    /// Storing failed.
    StoreFailed,
    /// Storing went well, after it had failed.
    Stored,
    /// The scenario was stored as a copy of this name: another tab had stored something else, under this id, or had
    /// deleted it.
    Copied(String, String, bool),
    /// Older revisions had to go.
    Thinned,
    /// What the other tab stored is shown in place of the copy.
    TakeTheirs,
    /// The copy takes the place of what the other tab stored.
    Overwrite,
    /// The notice is put away.
    DismissNotice,
}

/// What the page must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Store the scenario, soon.
    Store,
    /// The scenario is another one that is not stored yet; whether nobody would miss it.
    Begin(bool),
    /// The scenario is the one before the last that was begun.
    Back,
    /// Load the stored scenario with this id.
    Fetch(String),
    /// Look at what is stored under this id again.
    Look(String),
    /// Load what another tab stored under this id, and delete the copy.
    TakeTheirs(String),
    /// Store the scenario under this id.
    Overwrite(String),
    /// Store the language.
    StoreLang(Lang),
    /// Store whether text fields are plain.
    StorePlain(bool),
}

impl Action {
    /// Whether the scenario must be stored before: another one takes its place, or what is stored is looked at.
    pub fn leaves(&self) -> bool {
        matches!(
            self,
            Action::Open(_)
                | Action::UndoOpen
                | Action::Fetch(_)
                | Action::Keep
                | Action::TakeTheirs
                | Action::Overwrite
        )
    }
}

impl State {
    /// The state of a visit: what was stored last time, or the example.
    pub fn new(stored: Option<&str>, lang: Lang) -> Self {
        let (scenario, notice) = match stored.map(|text| (text, Scenario::from_json(text))) {
            None => (example(), None),
            Some((_, Ok(mut scenario))) => {
                scenario.policies.iter_mut().for_each(plain_line_ends);
                (scenario, None)
            }
            Some((text, Err(error))) => {
                let notice = Notice::StoredUnreadable { message: error.to_string(), text: text.to_owned() };
                (example(), Some(notice))
            }
        };
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
            notice,
            filter: Filter::default(),
            changed: Vec::new(),
            edits: 0,
            plain: false,
            cards,
            title: String::new(),
            lesson: None,
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
            Action::Caret(place) => {
                self.caret = place.and_then(|(index, byte)| self.statement_at(index, byte));
            }
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
            Action::DismissNotice => self.knows |= self.notice.take() == Some(Notice::NotStored),
            Action::DismissLesson => self.lesson = None,
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
                    return vec![Effect::Store];
                }
            }
            Action::Fetch(id) => return vec![Effect::Fetch(id)],
            Action::Wrote(id) => return vec![Effect::Look(id)],
            Action::Load(scenario, title) => {
                let untouched = false;
                self.replace(Opening { scenario: *scenario, title, lesson: None, untouched });
            }
            Action::Open(opening) => {
                let untouched = opening.untouched;
                let before = self.replace(*opening);
                if before.scenario == self.scenario && before.title == self.title && self.lesson.is_none() {
                    return Vec::new();
                }
                self.notice = Some(Notice::Replaced { before: Box::new(before), is_kept: self.is_kept });
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
            other => {
                let before = self.scenario.clone();
                self.edit(other);
                self.cards.fit(self.scenario.policies.len());
                if self.scenario == before {
                    return Vec::new();
                }
                if !self.differs_in_jobs_alone(&before) {
                    let answer = shared_answer(&self.scenario, &self.answer.documents);
                    let before = std::mem::replace(&mut self.answer, answer);
                    self.changed = changes(&before, &self.answer);
                    self.edits = self.edits.wrapping_add(1);
                }
                return vec![Effect::Store];
            }
        }
        Vec::new()
    }

    /// Puts a scenario in the place of the present one, which is returned.
    fn replace(&mut self, opening: Opening) -> Opening {
        let Opening { mut scenario, title, lesson, .. } = opening;
        scenario.policies.iter_mut().for_each(plain_line_ends);
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

    /// Whether nothing but Flink SQL was edited, of which the answer knows only whether there is any.
    fn differs_in_jobs_alone(&self, before: &Scenario) -> bool {
        let jobs = &self.scenario.jobs;
        let is_same = jobs.drafts.is_empty() == before.jobs.drafts.is_empty();
        is_same && Scenario { jobs: jobs.clone(), ..before.clone() } == self.scenario
    }

    fn edit(&mut self, action: Action) {
        let scenario = &mut self.scenario;
        let adds = matches!(action, Action::AddDocument(_) | Action::AddSystem(..) | Action::AddTemplate(_));
        if adds && scenario.policies.len() >= MAX_POLICIES {
            return;
        }
        match action {
            Action::SetLogon(method) => scenario.logon = method,
            Action::SetField(field, value) => field.set(scenario, value),
            Action::SetText(index, text) => {
                if let Some(entry) = scenario.policies.get_mut(index) {
                    entry.body = Body::Document(text);
                }
            }
            Action::SetName(index, name) => {
                if let Some(entry) = scenario.policies.get_mut(index) {
                    entry.name = name;
                }
            }
            Action::SetAttach(index, attach) => {
                if let Some(entry) = scenario.policies.get_mut(index) {
                    entry.attach = attach;
                }
            }
            Action::AddDocument(attach) => {
                let body = Body::Document(skeleton(&attach, caller_account(scenario)));
                scenario.policies.push(PolicyEntry { name: String::new(), attach, body });
            }
            Action::AddSystem(attach, name) => {
                scenario.policies.push(PolicyEntry { name: String::new(), attach, body: Body::System(name) });
            }
            Action::AddTemplate(id) => {
                if let Some(template) = catalogue().template(&id) {
                    let entry = from_template(scenario, template, &template.id);
                    scenario.policies.push(entry);
                }
            }
            Action::FillTemplate(index, id) => {
                if let Some(template) = catalogue().template(&id) {
                    let filled = from_template(scenario, template, &template.id);
                    if let Some(entry) = scenario.policies.get_mut(index) {
                        entry.body = filled.body;
                    }
                }
            }
            Action::Remove(index) => {
                if index < scenario.policies.len() {
                    self.caret = None;
                    self.removed = Some((index, scenario.policies.remove(index)));
                    self.cards.remove(index);
                }
            }
            Action::UndoRemove => {
                if let Some((index, entry)) = self.removed.take() {
                    scenario.policies.insert(index.min(scenario.policies.len()), entry);
                    self.cards.insert(index);
                }
            }
            Action::ApplyFix(index, problem) => self.apply_fix(index, problem),
            Action::SetMember(role) => scenario.member = role.map(Member::System),
            Action::SetCustomRole => {
                let viewer = catalogue().console_permissions.permissions.iter().filter(|row| row.viewer);
                let permissions = viewer.map(|row| row.id.clone()).collect();
                scenario.member =
                    Some(Member::Custom(CustomRole { name: "custom-role".to_owned(), permissions }));
            }
            Action::SetCustomName(name) => {
                if let Some(Member::Custom(role)) = &mut scenario.member {
                    role.name = name;
                }
            }
            Action::TogglePermission(id) => {
                if let Some(Member::Custom(role)) = &mut scenario.member {
                    match role.permissions.iter().position(|held| *held == id) {
                        Some(at) => {
                            role.permissions.remove(at);
                        }
                        None => role.permissions.push(id),
                    }
                }
            }
            Action::ToggleHidden(hidden) => {
                let unknown = &mut scenario.unknown;
                match unknown.iter().position(|known| *known == hidden) {
                    Some(index) => drop(unknown.remove(index)),
                    None => unknown.push(hidden),
                }
            }
            Action::SetReader(reader) => scenario.reader = reader,
            Action::SetStoreKind(kind) => scenario.logstore.kind = kind,
            Action::SetFlag(Flag::Mfa, value) => scenario.circumstances.mfa = value,
            Action::SetFlag(Flag::Tls, value) => scenario.circumstances.tls = value,
            Action::AddKey => scenario.circumstances.keys.push(KeyValue::default()),
            Action::SetKey(index, pair) => {
                if let Some(slot) = scenario.circumstances.keys.get_mut(index) {
                    *slot = pair;
                }
            }
            Action::RemoveKey(index) => {
                if index < scenario.circumstances.keys.len() {
                    scenario.circumstances.keys.remove(index);
                }
            }
            Action::SetNode(index, name) => rename_node(scenario, index, &name),
            Action::AddNode => {
                let at = scenario.directory.len().saturating_sub(1);
                let mut names = (1..=scenario.directory.len() + 1).map(|n| format!("Folder {n}"));
                // One of so many names is free.
                let name = names.find(|name| !scenario.directory.contains(name));
                scenario.directory.insert(at, name.unwrap_or_default());
            }
            Action::RemoveNode(index) => {
                // Root and the member stay.
                if index > 0 && index + 1 < scenario.directory.len() {
                    scenario.directory.remove(index);
                }
            }
            Action::Edit(edited) => *scenario = *edited,
            Action::Hover(_)
            | Action::Select(_)
            | Action::Caret(_)
            | Action::SetLang(_)
            | Action::SetPlain(_)
            | Action::Open(_)
            | Action::UndoOpen
            | Action::Fetch(_)
            | Action::Load(..)
            | Action::Wrote(_)
            | Action::SetTitle(_)
            | Action::DismissLesson
            | Action::Keep
            | Action::StoreFailed
            | Action::SetFilter(_)
            | Action::Stored
            | Action::Copied(..)
            | Action::Thinned
            | Action::TakeTheirs
            | Action::Overwrite
            | Action::DismissNotice => {}
        }
    }

    fn apply_fix(&mut self, index: usize, problem: usize) {
        let fix = self
            .answer
            .documents
            .get(index)
            .and_then(|document| document.reading.diagnostics.get(problem))
            .and_then(|diagnostic| diagnostic.fix.clone());
        let (Some(fix), Some(entry)) = (fix, self.scenario.policies.get_mut(index)) else { return };
        if let Body::Document(text) = &mut entry.body {
            let range = fix.span.start as usize..fix.span.end as usize;
            if text.get(range.clone()).is_some() {
                text.replace_range(range, &fix.text);
            }
        }
    }

    fn statement_at(&self, index: usize, byte: u32) -> Option<StatementRef> {
        let document = self.answer.documents.get(index)?;
        let statements = &document.reading.policy.statements;
        let at = statements.iter().position(|statement| statement.span.touches(byte))?;
        let document = ramplay_policy::DocumentId(u32::try_from(index).ok()?);
        Some(StatementRef { document, statement: u16::try_from(at).ok()? })
    }

    /// The verdict of a row.
    pub fn verdict(&self, row: RowId) -> Option<&Verdict> {
        match row {
            RowId::Console(console) => self.answer.console(console).opening.as_ref(),
            RowId::Operation(index) => self.answer.operations.get(index).map(|row| &row.verdict),
            RowId::Capability(index) => self.answer.logstore.rows.get(index).map(|row| &row.verdict),
            RowId::Permission(_) | RowId::Precondition(_) => None,
        }
    }

    /// The statements that decided a row.
    pub fn deciding(&self, row: RowId) -> Vec<StatementRef> {
        if let RowId::Precondition(index) = row {
            let rows = &self.answer.console(Console::Management).preconditions;
            return rows.get(index).map(|row| row.deciding.clone()).unwrap_or_default();
        }
        self.verdict(row).map(Verdict::deciding).unwrap_or_default()
    }

    /// The statements to mark in the texts: of the row pointed at, else of the open one.
    pub fn marked(&self) -> Vec<StatementRef> {
        self.hovered.or(self.selected).map(|row| self.deciding(row)).unwrap_or_default()
    }

    /// Whether a row was decided by the statement in which the caret stands.
    pub fn is_decided_by_caret(&self, row: RowId) -> bool {
        self.caret.is_some_and(|caret| self.deciding(row).contains(&caret))
    }
}

/// Browsers turn every line end of a text input into `\n`; done here too, so that places in the text stay
/// the same on both sides.
fn plain_line_ends(entry: &mut PolicyEntry) {
    if let Body::Document(text) = &mut entry.body
        && text.contains('\r')
    {
        *text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
}

fn rename_node(scenario: &mut Scenario, index: usize, name: &str) {
    // Two nodes of one name could not be told apart by the policies attached to them.
    if scenario.directory.iter().any(|other| other == name) {
        return;
    }
    let Some(node) = scenario.directory.get_mut(index) else { return };
    let old = std::mem::replace(node, name.to_owned());
    for entry in &mut scenario.policies {
        if let Attach::Control(of) = &mut entry.attach
            && *of == old
        {
            name.clone_into(of);
        }
    }
}

/// The account whose RAM user assumes the role.
fn caller_account(scenario: &Scenario) -> &str {
    let ids = &scenario.identities;
    match scenario.logon.caller() {
        Caller::OtherAccountRamUser => &ids.other_account,
        Caller::ManagementAccountRamUser => &ids.management_account,
        Caller::Root | Caller::RamUser | Caller::CloudSsoUser => &ids.account,
    }
}

/// What a new document starts with.
fn skeleton(attach: &Attach, account: &str) -> String {
    let statement = match kind_of(attach) {
        ramplay_policy::PolicyKind::Trust => format!(
            r#"{{
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Principal": {{
        "RAM": ["acs:ram::{account}:root"]
      }}
    }}"#
        ),
        ramplay_policy::PolicyKind::Control => r#"{
      "Effect": "Deny",
      "Action": "stream:DeleteVvpInstance",
      "Resource": "*"
    }"#
        .to_owned(),
        ramplay_policy::PolicyKind::Resource => r#"{
      "Effect": "Deny",
      "Principal": ["*"],
      "Action": "log:PostLogStoreLogs",
      "Resource": "*",
      "Condition": {
        "StringNotLike": {"acs:SourceVpc": ["vpc-*"]}
      }
    }"#
        .to_owned(),
        ramplay_policy::PolicyKind::Identity | ramplay_policy::PolicyKind::Session => r#"{
      "Effect": "Allow",
      "Action": "log:ListProject",
      "Resource": "*"
    }"#
        .to_owned(),
    };
    format!("{{\n  \"Version\": \"1\",\n  \"Statement\": [\n    {statement}\n  ]\n}}")
}

impl Document {
    /// How many errors and warnings it has.
    pub fn counts(&self) -> (usize, usize) {
        let errors = self
            .reading
            .diagnostics
            .iter()
            .filter(|d| d.severity() == ramplay_policy::Severity::Error)
            .count();
        (errors, self.reading.diagnostics.len() - errors)
    }
}
