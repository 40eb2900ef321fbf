//! The commands on the pages of `docs` write what the pages say, with the files of `docs/examples`.
//!
//! `UPDATE_DOCS=1 cargo test -p ramplay docs` writes the pages anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::call::{ramplay, stdout};

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
    found.sort();
}

/// The words of a command: spaces part them, single quotes hold them together.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, piece) in command.split('\'').enumerate() {
        if at % 2 == 1 {
            words.push(piece.to_owned());
        } else {
            words.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// What a command writes.
fn run(command: &str) -> String {
    let mut words = words(command);
    assert_eq!(words.remove(0), "ramplay");
    let input = words.iter().position(|word| word == "<").map(|at| words.split_off(at).remove(1));
    let examples = docs().join("examples");
    let input = input.map_or_else(Stdio::null, |name| File::open(examples.join(name)).unwrap().into());
    let output = Command::new(env!("CARGO_BIN_EXE_ramplay"))
        .args(words)
        .current_dir(&examples)
        .env_remove("CLICOLOR_FORCE")
        .env("COLUMNS", "100")
        .stdin(input)
        .output()
        .unwrap();
    assert!(output.status.code().is_some_and(|code| code < 2), "{command}: {output:?}");
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// A page with the output of today behind each command, and the commands.
fn renewed(text: &str, commands: &mut BTreeSet<String>) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        writeln!(out, "{line}").unwrap();
        // Four backticks, where three are in the output.
        let Some(fence) = line.strip_suffix("console").filter(|fence| fence.starts_with("```")) else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
        if block.first().is_some_and(|line| line.starts_with("$ ramplay ")) {
            for command in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
                writeln!(out, "$ {command}\n{}", run(command)).unwrap();
                commands.insert(command.to_owned());
            }
        } else {
            for line in block {
                writeln!(out, "{line}").unwrap();
            }
        }
        writeln!(out, "{fence}").unwrap();
    }
    out
}

#[test]
fn pages_show_what_is_written() {
    let mut commands = BTreeSet::new();
    let mut found = Vec::new();
    pages(&docs().join("src"), &mut found);
    for page in found {
        let text = std::fs::read_to_string(&page).unwrap();
        let renewed = renewed(&text, &mut commands);
        if std::env::var_os("UPDATE_DOCS").is_some() && renewed != text {
            std::fs::write(&page, &renewed).unwrap();
        } else {
            assert_eq!(text, renewed, "{}: run UPDATE_DOCS=1 cargo test -p ramplay docs", page.display());
        }
    }
    // Every command has its page with all options.
    let help = ramplay(&["--help"], "");
    let listed = stdout(&help, 0).lines().skip_while(|line| *line != "Commands:").skip(1);
    // What does not fit into its line goes on further to the right.
    let first_lines = listed.take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    let names = first_lines.filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|name| *name != "help") {
        let command = format!("ramplay {name} --help");
        assert!(commands.contains(&command), "docs/src/cli has no `$ {command}`");
    }
}
