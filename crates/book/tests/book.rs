//! The site as it is built from `docs`.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ramplay_book::{build, check, expand, generate, preprocess, source};

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn texts(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let wanted = |path: &PathBuf| path.extension().is_some_and(|found| found == ending);
    files(folder)
        .into_iter()
        .filter(wanted)
        .map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
        .collect()
}

#[test]
fn the_site_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("docs");
    build(&source(), &site).unwrap();
    let broken = check(&site, "../").unwrap();
    let broken: Vec<_> = broken.iter().map(ToString::to_string).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    let pages = texts(&site, "html");
    assert!(pages.len() > 40, "{}", pages.len());
    for (path, html) in &pages {
        let path = path.display();
        // The policy that the pages on embedding and security print allows no inline script and no inline style.
        for script in html.split("<script").skip(1) {
            assert!(script.starts_with(" src=\""), "{path} has an inline script");
        }
        assert!(!html.contains("<style") && !html.contains(" style=\""), "{path} has an inline style");
        assert!(!html.contains(" onclick=") && !html.contains(" onload="), "{path} has an inline handler");
        // Nothing but links leads to other hosts.
        for tag in ["<script src=\"", "<img src=\"", "<link rel=\"stylesheet\" href=\""] {
            let elsewhere = |start: &str| html.contains(&format!("{tag}{start}"));
            assert!(!elsewhere("http") && !elsewhere("//"), "{path} asks another host");
        }
        assert!(!html.contains("<p>{{#"), "{path} has a directive that is not understood");
        assert_eq!(html.matches("<h1").count(), 1, "{path} has not one heading of the first level");
    }
}

#[test]
fn every_page_is_in_the_summary_and_every_part_on_a_page() {
    let pages = texts(&source().join("src"), "md");
    let summary = std::fs::read_to_string(source().join("src/SUMMARY.md")).unwrap();
    let mut parts = BTreeSet::new();
    for (path, text) in &pages {
        let name = path.strip_prefix(source().join("src")).unwrap().display().to_string();
        assert!(
            name == "SUMMARY.md" || summary.contains(&format!("({name})")),
            "{name} is not in SUMMARY.md"
        );
        let directives = text.lines().filter_map(|line| line.strip_prefix("{{#ramplay ")?.strip_suffix("}}"));
        parts.extend(directives.filter_map(|words| words.split(' ').next()).map(str::to_owned));
    }
    for (name, _) in generate::NAMES {
        assert!(parts.contains(name), "no page has `{name}`");
    }
}

#[test]
fn every_finding_and_assumption_can_be_linked_to() {
    let page = expand(
        "{{#ramplay findings}}\n{{#ramplay reader-problems}}\n{{#ramplay assumptions}}",
        Path::new(""),
    )
    .unwrap();
    for row in ramplay_findings::rows() {
        assert!(page.contains(&format!("{{#{}}}", row.code)), "{}", row.code);
    }
    for assumption in ramplay_policy::Assumption::ALL {
        assert!(page.contains(&format!("id=\"{}\"", assumption.code())), "{}", assumption.code());
    }
}

#[test]
fn mdbook_is_served() {
    let chapter = serde_json::json!({"Chapter": {
        "name": "Assumptions", "content": "# A\n\n{{#ramplay assumptions}}\n", "number": [1], "sub_items": [],
        "path": "reference/assumptions.md", "source_path": "reference/assumptions.md", "parent_names": []}});
    let input = serde_json::json!([{}, {"items": [chapter]}]).to_string();
    let output: serde_json::Value = serde_json::from_str(&preprocess(&input).unwrap()).unwrap();
    let content = output["items"][0]["Chapter"]["content"].as_str().unwrap();
    assert!(content.contains("star-crosses-colon"), "{content}");
    assert!(preprocess("[]").is_err());
    assert_eq!(
        expand("{{#ramplay nothing}}", Path::new("")).unwrap_err().to_string(),
        "`nothing`: there is no such part"
    );
}

#[test]
fn the_colours_are_those_of_the_page() {
    let tokens = |path: PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let (_, rules) = text.split_once(":root {").unwrap();
        rules.split_once('}').unwrap().0.to_owned()
    };
    assert_eq!(
        tokens(source().join("theme/book.css")),
        tokens(source().join("../web/styles/main.css")),
        "copy the tokens of web/styles/main.css to docs/theme/book.css"
    );
}
