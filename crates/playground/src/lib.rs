//! The playground without a user interface.
//!
//! [`Scenario`] is everything that a person enters; [`answer`] is one pure function from it to
//! [`Answer`], everything that the page shows. [`State`] adds what an interactive page needs: actions
//! in, effects out. [`sentence`] and [`labels`] make the words, in English and Chinese.

mod answer;
mod assertions;
mod bounds;
mod cards;
mod changes;
mod comment;
mod console;
mod court;
mod coverage;
mod documents;
mod example;
mod field;
mod form;
mod job;
mod labels;
mod matter;
mod question;
mod scenario;
pub mod sentence;
mod sheet;
mod state;
mod way;

pub use answer::{
    Answer, CapabilityRow, LogstoreAnswer, Mark, OperationRow, PermissionRow, answer, answer_with,
    placeholders,
};
pub use assertions::{Assertions, Made, line_of, line_of_console, line_of_permission};
pub use bounds::{
    MAX_ASSERTION, MAX_ASSERTIONS, MAX_BYTES, MAX_COMMENT, MAX_COMMENTS, MAX_DRAFTS, MAX_NAME, MAX_POLICIES,
};
pub use cards::Cards;
pub use changes::changes;
pub use comment::{Comment, Pin};
pub use console::{
    ConsoleAnswer, MatrixRow, OPENING_OPERATIONS, PreconditionAnswer, PreconditionState, Reach, Step,
};
pub use court::{Ruling, Verdict, Withheld, person};
pub use documents::{Document, Obstacle, Origin, counts, kind_of, read_all};
pub use example::{compact, example, from_template};
pub use field::{Field, FieldProblem, LOGSTORE_FIELDS, WORKSPACE_FIELDS, identity_fields};
pub use job::{JobParty, Party, add_statements, grant, job_party};
pub use labels::of_answer::{Labels as AnswerLabels, labels as answer_labels};
pub use labels::{Labels, labels};
pub use matter::Matter;
pub use question::{Question, ask, asked, is_of_log, resources_of};
pub use scenario::{
    Attach, Body, Circumstances, Draft, Hidden, Identities, Jobs, KeyValue, Logstore, Member, PolicyEntry,
    Reader, Scenario, ScenarioError, VERSION, Workspace,
};
pub use sheet::{Filter, Group, Line, Only, Order, Said, Table};
pub use state::{Action, Edit, Effect, Flag, Lesson, Notice, Opening, Point, Refusal, RowId, State, Visit};
pub use way::{Gate, LayerMark, Level, Node, Stage, Way, way};
