//! Variables: `${secret_values.NAME}` of a namespace, `${NAME}` of a deployment.
//!
//! What is documented (Manage variables, 2026-03-26, and older copies): in SQL drafts a variable
//! may stand only in `CREATE TEMPORARY TABLE`; in single quotes within `WITH`, in back-quotes as a
//! name; a SQL keyword cannot be its name. Namespace variables may also stand in catalogs and in
//! data ingestion. Not documented: which characters a name may have, and how many.

mod check;
mod defined;
mod find;
mod keywords;
mod malformed;

use ramplay_text::Span;

use crate::place::Place;
use crate::written::Written;

pub use check::{Status, VariableFinding, VariableFindingKind, check_variables};
pub use defined::{Defined, read_names};
pub(crate) use find::find;
pub use keywords::is_keyword;
pub use malformed::{Malformed, MalformedKind};

/// Whose variable it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VariableKind {
    /// `${secret_values.NAME}`: of the whole namespace.
    Namespace,
    /// `${NAME}`: of one deployment.
    Deployment,
}

impl VariableKind {
    /// How a variable of this kind is referred to.
    pub fn reference(self, name: &str) -> String {
        match self {
            VariableKind::Namespace => format!("${{secret_values.{name}}}"),
            VariableKind::Deployment => format!("${{{name}}}"),
        }
    }
}

/// The quotes around a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    /// `'${…}'`.
    Single,
    /// `` `${…}` ``.
    Back,
    /// `"${…}"`, which Flink SQL does not know.
    Double,
    /// None, or in a comment.
    None,
}

/// A reference to a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableUse {
    /// The name, without `secret_values.`.
    pub name: Written,
    /// Whose variable it is.
    pub kind: VariableKind,
    /// From `$` to `}`.
    pub span: Span,
    /// The name.
    pub name_span: Span,
    /// Where it stands.
    pub place: Place,
    /// The statement it stands in.
    pub statement: Option<usize>,
    /// Its quotes.
    pub quotes: Quotes,
}
