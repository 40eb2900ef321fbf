//! What happens on the page, and what the page must do then.

use ramplay_text::Lang;

use crate::scenario::Scenario;
use crate::sheet::Filter;
use crate::state::{Edit, Opening, Refusal, RowId};

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The scenario was edited.
    Edit(Edit),
    /// Another scenario takes the place of this one, and is not stored yet.
    Open(Box<Opening>),
    /// What was replaced comes back.
    UndoOpen,
    /// The scenario of a link is shown beside the person's own work.
    Visit(Box<Opening>),
    /// What a link holds becomes a scenario of the person's own.
    KeepVisit,
    /// The person's own work is shown again.
    LeaveVisit,
    /// What was a link's is one's own now, and nothing more is said of it.
    EndVisit,
    /// A link is not opened.
    Refuse(Box<Refusal>),
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
    /// Where it is to be seen is opened.
    ShowPoint,
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

impl From<Edit> for Action {
    fn from(edit: Edit) -> Self {
        Action::Edit(edit)
    }
}

impl Action {
    /// Whether the scenario must be stored before: another one takes its place, or what is stored is looked at.
    pub fn leaves(&self) -> bool {
        matches!(
            self,
            Action::Open(_)
                | Action::UndoOpen
                | Action::Visit(_)
                | Action::LeaveVisit
                | Action::Fetch(_)
                | Action::Keep
                | Action::TakeTheirs
                | Action::Overwrite
        )
    }
}

/// What the page must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Store the scenario, soon.
    Store,
    /// The scenario is another one that is not stored yet; whether nobody would miss it.
    Begin(bool),
    /// The scenario is that of a link: the own work is put aside as it is, and nothing is stored yet.
    SetAside,
    /// The scenario is the own work that was put aside.
    ComeBack,
    /// The address has nothing more to do with what is shown.
    ClearLink,
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
