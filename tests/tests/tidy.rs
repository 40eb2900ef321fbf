//! What the documents of the project promise about its shape.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every path in backticks that names a place of this repository exists.
#[test]
fn documents_name_places_that_exist() {
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"] {
        let text = std::fs::read_to_string(root().join(document)).unwrap();
        let mut seen = 0;
        // The map speaks of files within a crate under that crate's bold heading.
        let mut base = PathBuf::new();
        for (index, piece) in text.split('`').enumerate() {
            if index % 2 == 0 {
                continue;
            }
            let is_top = ["crates", "web", "tests"]
                .iter()
                .any(|top| piece == *top || piece.starts_with(&format!("{top}/")));
            let plain = !piece.contains(['*', ' ', '\n', ':']);
            if is_top && plain {
                assert!(root().join(piece).exists(), "{document} names `{piece}`");
                seen += 1;
                if root().join(piece).join("Cargo.toml").exists() {
                    base = PathBuf::from(piece);
                }
            } else if piece.starts_with("src/") && plain {
                assert!(
                    root().join(&base).join(piece).exists(),
                    "{document} names `{piece}` under `{}`",
                    base.display()
                );
                seen += 1;
            }
        }
        assert!(seen > 0 || document == "README.md", "{document} names no place at all");
    }
}

/// The engine and everything up to the page know nothing of browsers.
#[test]
fn dependencies_go_one_way() {
    for package in [
        "ramplay-text",
        "ramplay-policy",
        "ramplay-paste",
        "ramplay-case",
        "ramplay-sql",
        "ramplay-job",
        "ramplay-flink",
        "ramplay-findings",
        "ramplay-playground",
        "ramplay-drafts",
        "ramplay-link",
        "ramplay-expect",
        "ramplay-review",
        "ramplay-workspace",
        "ramplay-gallery",
        "ramplay-guide",
        "ramplay-analysis",
        "ramplay-denial",
        "ramplay-questions",
        "ramplay-assist",
    ] {
        let output = Command::new(env!("CARGO"))
            .args([
                "tree",
                "--offline",
                "--locked",
                "--edges",
                "normal",
                "--prefix",
                "none",
                "--package",
                package,
            ])
            .current_dir(root())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let tree = String::from_utf8(output.stdout).unwrap();
        let names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
        assert!(names.contains(&package));
        for banned in ["wasm-bindgen", "js-sys", "web-sys", "yew", "gloo", "chrono", "tokio"] {
            assert!(!names.contains(&banned), "{package} depends on {banned}");
        }
        let above: &[&str] = match package {
            "ramplay-text" | "ramplay-sql" => &["ramplay-policy", "ramplay-flink", "ramplay-playground"],
            "ramplay-job" => &["ramplay-playground"],
            "ramplay-policy" | "ramplay-paste" | "ramplay-case" | "ramplay-denial" => {
                &["ramplay-flink", "ramplay-findings", "ramplay-playground"]
            }
            "ramplay-flink" => &["ramplay-policy", "ramplay-findings", "ramplay-playground"],
            "ramplay-findings" | "ramplay-assist" => &["ramplay-paste", "ramplay-playground"],
            _ => &[],
        };
        for upper in above {
            assert!(!names.contains(upper), "{package} depends on {upper}");
        }
    }
}

/// By package; one that is also compiled for the machine itself may have two sets.
type Features = BTreeMap<String, BTreeSet<String>>;

/// The features that every package has when these are compiled together.
fn features(packages: &[&str]) -> Result<Features, Box<dyn Error>> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--target", "wasm32-unknown-unknown", "--no-dedupe"])
        .args(["--edges", "normal,build", "--prefix", "none", "--format", "{p} [{f}]"])
        .args(packages.iter().flat_map(|package| ["--package", package]))
        .current_dir(root())
        .output()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut found = Features::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        if let Some((package, rest)) = line.split_once(' ') {
            let features = rest.rsplit_once('[').map_or("", |(_, features)| features.trim_end_matches(']'));
            found.entry(package.to_owned()).or_default().insert(features.to_owned());
        }
    }
    Ok(found)
}

/// The modules of the page have every dependency with the same features, and are optimized as a whole: what is
/// compiled for all of them is never compiled again for one.
#[test]
fn modules_share_what_is_compiled() {
    let text = std::fs::read_to_string(root().join("crates/xtask/src/tools/site.rs")).unwrap();
    let (_, rest) = text.split_once("const MODULES").unwrap();
    let (list, _) = rest.split_once("];").unwrap();
    let modules: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    assert!(modules.len() > 5, "{modules:?}");
    let together = features(&modules).unwrap();
    for module in modules {
        for (package, alone) in features(&[module]).unwrap() {
            assert_eq!(
                alone, together[&package],
                "`{package}` has other features in `{module}` alone: `web/together/Cargo.toml` makes them the same"
            );
        }
        let folder = module.trim_start_matches("ramplay-");
        let manifest = ["web", "crates"].map(|top| root().join(top).join(folder).join("Cargo.toml"));
        // The page's main module is a program, which has no such line.
        if let Some(manifest) = manifest.iter().find(|path| path.exists()) {
            let manifest = std::fs::read_to_string(manifest).unwrap();
            assert!(manifest.contains("crate-type = [\"cdylib\"]"), "{module} is not optimized as a whole");
        } else {
            assert_eq!(module, "ramplay-web");
        }
    }
}

/// Everything that a browser runs, of the project's own.
fn web_sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = ["web", "crates/js"].map(|folder| root().join(folder)).to_vec();
    while let Some(folder) = folders.pop() {
        // What cannot be listed is missed by whoever counts.
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "build", "test", "dist", "target"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if [".rs", ".js", ".mjs", ".html"].iter().any(|end| name.ends_with(end)) {
                found.push(path);
            }
        }
    }
    found
}

/// No text of a person is ever read as HTML or as a script, and nothing is sent to whoever listens.
#[test]
fn texts_stay_texts() {
    // What a build writes into the development server's own script is none of ours.
    let exceptions = [("web/strict.mjs", "innerHTML"), ("web/strict.mjs", "javascript:")];
    let sources = web_sources();
    assert!(sources.len() > 50, "{}", sources.len());
    for path in sources {
        let text = std::fs::read_to_string(&path).unwrap();
        let relative = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        for banned in [
            "inner_html",
            "innerHTML",
            "outerHTML",
            "outer_html",
            "insertAdjacentHTML",
            "insert_adjacent_html",
            "from_html_unchecked",
            "setHTMLUnsafe",
            "document.write",
            "createContextualFragment",
            "DOMParser",
            "srcdoc",
            "eval(",
            "new Function",
            "javascript:",
        ] {
            let is_told = exceptions.contains(&(relative.as_str(), banned));
            assert!(is_told || !text.contains(banned), "{relative} has `{banned}`");
        }
        for line in text.lines().filter(|line| line.contains("postMessage(")) {
            assert!(!line.contains("\"*\""), "{relative} sends to whoever listens: {line}");
        }
    }
}

/// Of two labels of one name, the one of the outer table would be shown everywhere, and the compiler says nothing.
#[test]
fn no_label_hides_another() {
    let names = |path: &str| -> BTreeSet<String> {
        let text = std::fs::read_to_string(root().join(path)).unwrap();
        let rows = text.lines().filter(|line| line.trim_end().ends_with("\";"));
        rows.filter_map(|line| line.split_once(": \"")).map(|(name, _)| name.trim().to_owned()).collect()
    };
    let (outer, inner) =
        (names("crates/playground/src/labels.rs"), names("crates/playground/src/labels/of_answer.rs"));
    assert!(outer.len() > 50 && inner.len() > 50, "{} {}", outer.len(), inner.len());
    let both: Vec<&String> = outer.intersection(&inner).collect();
    assert!(both.is_empty(), "{both:?}");
}
