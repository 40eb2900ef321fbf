//! The answer to a scenario as tables for people.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use comfy_table::presets::NOTHING;
use comfy_table::{Cell, ContentArrangement, Table, TableComponent};
use ramplay_playground::{Labels, Mark, labels};
use ramplay_text::{Lang, fill};

use super::form::{AnswerForm, ConsoleForm, RowForm};

/// Everything, with colours; whoever writes it strips them where there is no terminal.
pub(super) fn tables(form: &AnswerForm, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut out, form, labels(lang));
    out
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

fn write_all(out: &mut String, form: &AnswerForm, words: &Labels) -> std::fmt::Result {
    writeln!(out, "{BOLD}{}{BOLD:#}  {}", form.logon, form.person)?;
    for policy in &form.policies {
        let unused = if policy.used { String::new() } else { format!(" ({})", words.not_used) };
        writeln!(out, "  {} → {}{DIM}{unused}{DIM:#}", policy.name, policy.attached_to)?;
        if let Some(obstacle) = policy.obstacle {
            writeln!(out, "    {obstacle}")?;
        }
        for problem in &policy.problems {
            let colour = if problem.severity == "error" { AnsiColor::Red } else { AnsiColor::Yellow };
            let style = colour.on_default();
            let (line, column) = (problem.line, problem.column);
            writeln!(out, "    {style}{line}:{column} {}{style:#} [{}]", problem.message, problem.code)?;
        }
    }
    for input in &form.inputs {
        let style = AnsiColor::Red.on_default();
        writeln!(out, "  {style}{}: {}{style:#}", input.input, input.problem)?;
    }
    for console in &form.consoles {
        write_console(out, console, words)?;
    }

    write_rows(out, words.operation, &form.operations, words)?;

    let held = form.permissions.iter().filter(|row| row.held).count();
    let counts = [("yes", &*held.to_string()), ("all", &*form.permissions.len().to_string())];
    writeln!(out, "\n{BOLD}{}{BOLD:#}: {}", words.development, fill(words.permissions_held, &counts))?;
    let mut table = new_table(&[words.permission, words.verdict]);
    for row in &form.permissions {
        let (colour, sign, word) = if row.held {
            (AnsiColor::Green, "✓", words.held)
        } else {
            (AnsiColor::Red, "✗", words.not_held)
        };
        table.add_row([Cell::new(row.title), Cell::new(painted(colour, sign, word))]);
    }
    writeln!(out, "{table}")?;

    writeln!(out, "\n{BOLD}{}{BOLD:#}: {}", words.capability, form.logstore.reader)?;
    write_rows(out, words.capability, &form.logstore.capabilities, words)?;

    let mut table = new_table(&[words.all_methods, words.management, words.development]);
    for row in &form.logon_methods {
        table.add_row([row.title.as_str(), row.management, row.development]);
    }
    writeln!(out, "\n{table}")
}

fn write_console(out: &mut String, console: &ConsoleForm, words: &Labels) -> std::fmt::Result {
    let (title, open) = match console.console {
        "management" => (words.management, console.reach),
        _ => (words.development, console.reach),
    };
    let colour = if matches!(open, "open" | "provided") { AnsiColor::Green } else { AnsiColor::Red };
    let style = colour.on_default();
    writeln!(out, "\n{BOLD}{title}{BOLD:#}: {style}{}{style:#}", console.sentence)?;
    for (number, step) in (1..).zip(&console.next) {
        writeln!(out, "  {number}. {step}")?;
    }
    for row in &console.preconditions {
        writeln!(out, "  - {} ({})", row.precondition, row.state)?;
    }
    Ok(())
}

fn write_rows(out: &mut String, title: &str, rows: &[RowForm], words: &Labels) -> std::fmt::Result {
    let mut table = new_table(&[title, words.verdict, words.outcome]);
    for row in rows {
        let decided = row.decided_by.iter().map(|at| format!("{} #{}", at.policy, at.statement));
        let notes: Vec<String> = match row.mark {
            Mark::Withheld | Mark::Depends => row.why.clone(),
            _ => row.missing.iter().cloned().chain(decided).collect(),
        };
        table.add_row([
            Cell::new(row.title),
            Cell::new(verdict(row.mark, words)),
            Cell::new(notes.join("\n")),
        ]);
    }
    writeln!(out, "\n{table}")
}

fn verdict(mark: Mark, words: &Labels) -> String {
    match mark {
        Mark::Allow => painted(AnsiColor::Green, "✓", words.allow),
        Mark::NotChecked => painted(AnsiColor::Green, "✓", words.not_checked),
        Mark::ExplicitDeny => painted(AnsiColor::Red, "⊘", words.explicit_deny),
        Mark::ImplicitDeny => painted(AnsiColor::Red, "✗", words.implicit_deny),
        Mark::Denied => painted(AnsiColor::Red, "✗", words.denied),
        Mark::Depends => painted(AnsiColor::Yellow, "◐", words.depends),
        Mark::Withheld => painted(AnsiColor::Yellow, "?", words.withheld),
    }
}

fn painted(colour: AnsiColor, sign: &str, word: &str) -> String {
    let style = colour.on_default();
    format!("{style}{sign} {word}{style:#}")
}

fn new_table(titles: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_style(TableComponent::HeaderLines, '─');
    table.set_style(TableComponent::MiddleHeaderIntersections, ' ');
    table.set_header(titles.iter().map(|title| Cell::new(*title)));
    table
}
