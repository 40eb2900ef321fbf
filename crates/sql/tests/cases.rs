//! Every draft in `tests/cases` against the answer beside it.
//!
//! A draft may begin with a comment `-- defined: secret_values.a b`: the variables that exist.
//! `UPDATE_EXPECT=1 cargo test -p ramplay-sql --test cases` writes the answers anew; read what
//! changed before it is kept.

#[path = "draft/render.rs"]
mod render;

use std::path::{Path, PathBuf};

fn drafts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut drafts: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "sql" || extension == "yaml"))
        .collect();
    drafts.sort();
    drafts
}

#[test]
fn drafts_are_read_as_expected() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    for path in drafts() {
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
    assert!(drafts().len() >= 40);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "expected") {
            let has_draft = ["sql", "yaml"].iter().any(|extension| path.with_extension(extension).exists());
            assert!(has_draft, "{} belongs to no draft", path.display());
        }
    }
}
