//! Where a fact comes from.

use serde::Deserialize;

use super::pack::row;

/// A page, file or thread that rows refer to by its key.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The title, with what distinguishes this copy from others of the same page.
    pub title: String,
    /// The address; `None` where no public address is known.
    pub url: Option<String>,
    /// The date printed on the copy: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` for an undated copy.
    pub date: Option<String>,
}

row!(Source { title, url, date });
