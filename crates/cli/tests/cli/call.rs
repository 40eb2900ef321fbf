//! Calling the program.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

/// Runs `ramplay` with these arguments and this standard input.
pub(crate) fn ramplay(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ramplay"))
        .args(args)
        .env_remove("CLICOLOR_FORCE")
        .env("COLUMNS", "100")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // The program may end, or answer, before it has read everything.
    let writing = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    output
}

/// What it wrote to standard output; the exit status must be this one.
pub(crate) fn stdout(output: &Output, status: i32) -> &str {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{errors}");
    std::str::from_utf8(&output.stdout).unwrap()
}

pub(crate) fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn help_has_examples_and_no_colours() {
    for args in [
        &["--help"][..],
        &["evaluate", "--help"],
        &["check", "--help"],
        &["access", "--help"],
        &["job", "--help"],
        &["diff", "--help"],
        &["repair", "--help"],
        &["who-can", "--help"],
        &["dead", "--help"],
        &["tighten", "--help"],
        &["explain-denial", "--help"],
        &["completions", "--help"],
    ] {
        let output = ramplay(args, "");
        let text = stdout(&output, 0);
        assert!(text.contains("Example"), "{args:?}\n{text}");
        assert!(!text.contains('\u{1b}'), "{args:?}");
    }
}

#[test]
fn bad_calls_are_told_on_standard_error() {
    for (args, said) in [
        (&["--nonsense"][..], "--nonsense"),
        (&["evaluate", "/no/such/file"], "cannot read `/no/such/file`"),
        (&["check", "/no/such/file"], "cannot read `/no/such/file`"),
        (&["access", "/no/such/file"], "cannot read `/no/such/file`"),
        (&["job", "/no/such/file"], "cannot read `/no/such/file`"),
        (&["job", "-", "--policy", "/no/such/file"], "cannot read `/no/such/file`"),
        (&["job", "-", "--variables", "/no/such/file"], "cannot read `/no/such/file`"),
        (&["job", "-", "--bind", "project"], "write NAME=VALUE"),
        (&["job", "-", "--account", "*"], "an account id has only digits"),
    ] {
        let output = ramplay(args, "");
        assert_eq!(stdout(&output, 2), "", "{args:?}");
        assert!(stderr(&output).contains(said), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn shells_can_complete() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = ramplay(&["completions", shell], "");
        assert!(stdout(&output, 0).contains("evaluate"), "{shell}");
    }
}
