//! The drafts, and the names of variables.

use std::io;
use std::path::{Path, PathBuf};

use ramplay_sql::{Defined, VariableKind, limits};

use crate::files;
use crate::io_error::Failure;

/// A draft.
pub(super) struct Input {
    /// What to call it.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
}

/// Reads drafts, and the `.sql` files of folders.
pub(super) fn drafts(paths: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    let read = |path: &PathBuf| Ok(Input { name: files::name(path), text: read(path, limits::BYTES)? });
    files::expand(paths, "sql")?.iter().map(read).collect()
}

/// Reads a file that must not be longer than `limit`.
pub(super) fn read(path: &Path, limit: usize) -> Result<String, Failure> {
    files::read(path, limit)?.ok_or_else(|| {
        let cause = io::Error::new(io::ErrorKind::InvalidData, format!("it is longer than {limit} bytes"));
        Failure::reading(&files::name(path), cause)
    })
}

/// The variables that a file names, one a line. Whatever stands behind a name, such as its value, is passed
/// over and never shown; `#` begins a comment.
pub(super) fn variables(path: &Path) -> Result<Vec<Defined>, Failure> {
    let text = read(path, limits::BYTES)?;
    let lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim);
    Ok(lines.filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(variable).collect())
}

/// `name`, `secret_values.name`, `${secret_values.name}` or `${name}`.
fn variable(line: &str) -> Option<Defined> {
    let (word, is_reference) = match line.strip_prefix("${").and_then(|rest| rest.split_once('}')) {
        Some((word, _)) => (word, true),
        None => (line.split([' ', '\t', '=', ',', ':', ';']).next()?, false),
    };
    let (name, kind) = match word.trim().strip_prefix("secret_values.") {
        Some(name) => (name, VariableKind::Namespace),
        None if is_reference => (word.trim(), VariableKind::Deployment),
        None => (word, VariableKind::Namespace),
    };
    (!name.is_empty()).then(|| Defined { name: name.to_owned(), kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_variables() {
        use VariableKind::{Deployment, Namespace};
        for (line, expected) in [
            ("slslak", Some(("slslak", Namespace))),
            ("secret_values.slslak", Some(("slslak", Namespace))),
            ("${secret_values.slslak}", Some(("slslak", Namespace))),
            ("${day}", Some(("day", Deployment))),
            ("slslak = not-to-be-read", Some(("slslak", Namespace))),
            ("slslak,Plain", Some(("slslak", Namespace))),
            ("=x", None),
            ("${}", None),
        ] {
            let found = variable(line);
            assert_eq!(found.as_ref().map(|one| (one.name.as_str(), one.kind)), expected, "{line}");
        }
    }
}
