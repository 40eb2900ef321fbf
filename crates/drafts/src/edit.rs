//! What a person does to drafts.

use ramplay_playground::Reader;
use ramplay_text::Span;

/// What the least policy and one with missing statements are called.
pub const POLICY_NAME: &str = "flink-job-least";

/// Something that a person did. Drafts are named by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A draft is added at the end.
    AddDraft {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// A draft is removed.
    RemoveDraft(usize),
    /// The draft that was removed last comes back.
    UndoRemove,
    /// The text of a draft changed.
    SetText(usize, String),
    /// A draft was renamed.
    SetName(usize, String),
    /// The list of defined variables changed.
    SetVariables(String),
    /// Something stands for a placeholder; empty for nothing.
    Bind(String, String),
    /// A circumstance is assumed or no longer.
    Assume(&'static str, bool),
    /// Whose AccessKey pair it is.
    SetReader(Reader),
    /// The name of the job's own RAM user.
    SetUser(String),
    /// Variables are written in the place of all credentials of a draft.
    ReplaceCredentials(usize),
    /// The name of a variable is replaced by another one.
    RenameVariable {
        /// The draft.
        draft: usize,
        /// Where the variable stands.
        span: Span,
        /// The new name.
        name: String,
    },
    /// The missing statements of a draft are granted to the RAM user.
    Grant(usize),
    /// The least policy is attached to the RAM user.
    AttachLeast,
}
