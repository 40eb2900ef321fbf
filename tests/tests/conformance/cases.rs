//! The cases of `cases/*.jsonl`, and the original they were carried over from where it is at hand.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ramplay_case::{Case, prepare, run};
use ramplay_tests::{Failure, check, trail};

pub(crate) fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

pub(crate) fn cases_of(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).unwrap();
    text.lines()
        .enumerate()
        .map(|(line, text)| {
            serde_json::from_str(text)
                .unwrap_or_else(|error| panic!("{}:{}: {error}", file.display(), line + 1))
        })
        .collect()
}

fn assert_all(failures: &[Failure]) {
    let text: Vec<String> = failures.iter().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{} cases fail\n\n{}", failures.len(), text.join("\n"));
}

#[test]
fn cases_turn_out_as_expected() {
    let mut count = 0;
    let mut failures = Vec::new();
    for file in files() {
        for case in cases_of(&file).iter().filter(|case| !case.contested) {
            count += 1;
            failures.extend(check(case).err());
        }
    }
    println!("{count} cases");
    assert_all(&failures);
}

#[test]
fn contested_cases_evaluate() {
    for case in files().iter().flat_map(|file| cases_of(file)).filter(|case| case.contested) {
        let answer = run(&case);
        println!("contested case `{}`: {}", case.id, case.why);
        println!("{}", trail(&prepare(&case.policies), &case.request.to_request(), &answer));
        assert!(answer.is_ok(), "contested case `{}` has an error", case.id);
    }
}

#[test]
fn ids_are_unique_and_every_case_says_why() {
    let mut ids = BTreeSet::new();
    for file in files() {
        assert_eq!(file.extension().unwrap(), "jsonl", "{} would not be run", file.display());
        let cases = cases_of(&file);
        assert!(!cases.is_empty(), "{} is empty", file.display());
        let contested = file.file_stem().unwrap() == "contested";
        for case in cases {
            assert!(case.why.len() > 10, "case `{}` does not say why", case.id);
            assert_eq!(case.contested, contested, "case `{}` is in the wrong file", case.id);
            let request = &case.request;
            assert_eq!(request.resource.is_some(), request.checks.is_empty(), "case `{}`", case.id);
            assert!(ids.insert(case.id.clone()), "two cases are called `{}`", case.id);
        }
    }
}

#[test]
fn the_original_cases_turn_out_as_expected() {
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/ram-language.jsonl");
    if !original.exists() {
        println!("skipped: {} is not here", original.display());
        return;
    }
    let carried: BTreeSet<String> =
        files().iter().flat_map(|file| cases_of(file)).map(|case| case.id).collect();
    let mut failures = Vec::new();
    for case in cases_of(&original) {
        assert!(carried.contains(&case.id), "case `{}` was not carried over", case.id);
        if !case.contested {
            failures.extend(check(&case).err());
        }
    }
    assert_all(&failures);
}
