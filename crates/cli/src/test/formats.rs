//! The outcome for people, for build servers, and for GitHub.

use std::fmt::Write as _;

use anstyle::AnsiColor;

use super::cases::{Case, Outcome, Protected, Suite};

/// For people, with colours; whoever writes it strips them where there is no terminal.
pub(super) fn text(suites: &[Suite]) -> String {
    let mut out = String::new();
    for suite in suites {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}", suite.name);
        for case in &suite.cases {
            let (mark, colour) = match case.outcome {
                Outcome::Held => ("✓", AnsiColor::Green),
                Outcome::Failed => ("✗", AnsiColor::Red),
                Outcome::Open => ("?", AnsiColor::Yellow),
                Outcome::Broken => ("!", AnsiColor::Red),
            };
            let style = colour.on_default();
            let place = place(case);
            let _ = writeln!(out, "  {style}{mark}{style:#} {}\n      {place}{}", case.name, case.found);
        }
        for said in &suite.drift {
            let _ = writeln!(out, "  {said}");
        }
        for Protected { good, says, by } in &suite.coverage {
            let (mark, colour) = if *good { ("✓", AnsiColor::Green) } else { ("○", AnsiColor::Yellow) };
            let style = colour.on_default();
            let _ = writeln!(out, "  {style}{mark}{style:#} {says}");
            for line in by {
                let _ = writeln!(out, "      {line}");
            }
        }
    }
    out
}

fn place(case: &Case) -> String {
    match (&case.file, case.outcome) {
        (_, Outcome::Held) => String::new(),
        (Some(file), Outcome::Broken) => format!("{file}:{}:{}: ", case.line, case.column),
        (Some(file), _) => format!("{file}:{}: ", case.line),
        (None, Outcome::Broken) => format!("{}:{}: ", case.line, case.column),
        (None, _) => String::new(),
    }
}

/// JUnit's XML. No time is said: none is measured.
pub(super) fn junit(suites: &[Suite]) -> String {
    let count =
        |cases: &[Case], which: &[Outcome]| cases.iter().filter(|case| which.contains(&case.outcome)).count();
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ramplay test\">\n");
    for Suite { name, cases, drift, coverage } in suites {
        let failed = count(cases, &[Outcome::Failed, Outcome::Open]);
        let broken = count(cases, &[Outcome::Broken]);
        let (name, all) = (xml(name), cases.len());
        let _ = writeln!(
            out,
            "  <testsuite name=\"{name}\" tests=\"{all}\" failures=\"{failed}\" errors=\"{broken}\">"
        );
        for case in cases {
            let file = case
                .file
                .as_ref()
                .map_or_else(String::new, |file| format!(" file=\"{}\" line=\"{}\"", xml(file), case.line));
            let _ = write!(out, "    <testcase classname=\"{name}\" name=\"{}\"{file}", xml(&case.name));
            let found = xml(&case.found);
            let _ = match case.outcome {
                Outcome::Held => writeln!(out, "/>"),
                Outcome::Failed => {
                    writeln!(out, "><failure type=\"failed\" message=\"{found}\"/></testcase>")
                }
                Outcome::Open => writeln!(out, "><failure type=\"open\" message=\"{found}\"/></testcase>"),
                Outcome::Broken => writeln!(out, "><error type=\"line\" message=\"{found}\"/></testcase>"),
            };
        }
        let coverage = coverage.iter().map(|one| &one.says);
        let said: Vec<&str> = drift.iter().chain(coverage).map(String::as_str).collect();
        if !said.is_empty() {
            let said: Vec<String> = said.into_iter().map(xml).collect();
            let _ = writeln!(out, "    <system-out>{}</system-out>", said.join("\n"));
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

/// A text as XML 1.0 holds it in an attribute; characters that it does not hold become `U+FFFD`.
fn xml(text: &str) -> String {
    let held = text.chars().map(|character| match character {
        '\t' | '\n' | '\r' => ' ',
        '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        other => other,
    });
    ramplay_report::html_text(&held.collect::<String>())
}

/// One command of GitHub Actions for each line that does not hold.
pub(super) fn github(suites: &[Suite]) -> String {
    let mut out = String::new();
    for suite in suites {
        for case in suite.cases.iter().filter(|case| case.outcome != Outcome::Held) {
            let kind = if case.outcome == Outcome::Open { "warning" } else { "error" };
            let file = case.file.as_ref().map_or_else(String::new, |file| {
                format!("file={},line={},col={},", property(file), case.line, case.column)
            });
            let title = property(&suite.name);
            let message = data(&format!("{}: {}", case.name, case.found));
            let _ = writeln!(out, "::{kind} {file}title={title}::{message}");
        }
        let idle = suite.coverage.iter().filter(|one| !one.good).map(|one| &one.says);
        for said in suite.drift.iter().chain(idle) {
            let _ = writeln!(out, "::notice title={}::{}", property(&suite.name), data(said));
        }
    }
    out
}

/// What stands behind `::`, escaped as the runner reads it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, escaped as the runner reads it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
