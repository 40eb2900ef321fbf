//! Every draft in `tests/cases` against the answer beside it.
//!
//! A draft may begin with a comment `-- defined: secret_values.a b`: the variables that exist.
//! `UPDATE_EXPECT=1 cargo test -p ramplay-sql --test cases` writes the answers anew; read what
//! changed before it is kept.

#[path = "draft/render.rs"]
mod render;

use std::io;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The files with one of these extensions, in order.
fn files(extensions: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder())? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extensions.iter().any(|known| extension == *known)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn drafts() -> io::Result<Vec<PathBuf>> {
    files(&["sql", "yaml"])
}

#[test]
fn drafts_are_read_as_expected() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for path in drafts().unwrap() {
        let text = std::fs::read_to_string(&path).unwrap();
        let answer = render::answer(&text);
        let beside = path.with_extension("expected");
        if update {
            std::fs::write(&beside, &answer).unwrap();
        } else if std::fs::read_to_string(&beside).unwrap_or_default() != answer {
            wrong.push(format!("{}:\n{answer}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "other answers than expected:\n{}", wrong.join("\n"));
}

#[test]
fn there_are_many_drafts_and_no_answer_without_one() {
    assert!(drafts().unwrap().len() >= 40);
    for path in files(&["expected"]).unwrap() {
        let has_draft = ["sql", "yaml"].iter().any(|extension| path.with_extension(extension).exists());
        assert!(has_draft, "{} belongs to no draft", path.display());
    }
}
