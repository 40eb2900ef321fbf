//! Whether the examples say the truth.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod files;
mod links;
mod said;
mod verdicts;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use ramplay_gallery::{Collected, Gallery, TEXT, collect, read};

/// The files of `data`, by name without ending; `groups` apart.
fn files() -> (String, BTreeMap<String, String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: BTreeMap<String, String> = paths
        .map(|path| {
            (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap())
        })
        .collect();
    (files.remove("groups").unwrap(), files)
}

fn collected() -> Collected {
    let (groups, files) = files();
    collect(&groups, &files).unwrap_or_else(|error| panic!("{error}"))
}

static GALLERY: LazyLock<Gallery> = LazyLock::new(|| read(TEXT).unwrap_or_else(|error| panic!("{error}")));
