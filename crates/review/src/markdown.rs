//! What goes into a pull request.

use std::fmt::{self, Write as _};

use ramplay_analysis::{Group, sentence as analysis};
use ramplay_expect::State;
use ramplay_playground::{Document, Scenario};
use ramplay_report::markdown_text as plain;
use ramplay_text::Lang;
use ramplay_workspace::difference::Line;

use crate::changes::{Change, Way};
use crate::exact::{Exact, Finding};
use crate::methods::Review;
use crate::place::place;
use crate::sentence;
use crate::words::labels;

/// Most groups of the exact difference that are listed.
const MOST_GROUPS: usize = 20;
/// Most rows of a way that are listed.
const MOST_ROWS: usize = 60;

/// A review as Markdown: what changed, what that means, exactly, the assertions and the comments. What people wrote is
/// taken as plain text.
pub fn markdown(scenario: &Scenario, review: &Review, exact: &[Exact], lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut out, scenario, review, exact, lang);
    out
}

fn write(out: &mut String, scenario: &Scenario, review: &Review, exact: &[Exact], lang: Lang) -> fmt::Result {
    let words = labels(lang);
    writeln!(out, "### {}\n", words.title)?;
    if review.is_empty() {
        writeln!(out, "{}\n", words.nothing)?;
    } else {
        writeln!(out, "**{}**\n", sentence::summary(review, lang))?;
        if review.changes_nothing() {
            writeln!(out, "{}\n", words.no_verdict)?;
        }
        for way in Way::ALL {
            ways(out, review, way, lang)?;
        }
        if let Some(said) = sentence::untouched(review, lang) {
            writeln!(out, "{said}\n")?;
        }
        writeln!(out, "#### {}\n", words.policies)?;
        for change in &review.policies {
            writeln!(out, "{}\n", code(&sentence::policy_change(change, scenario, lang)))?;
            texts(out, &change.lines)?;
        }
        exactly(out, review, exact, lang)?;
    }
    assertions(out, scenario, lang)?;
    comments(out, scenario, &review.after, lang)
}

fn ways(out: &mut String, review: &Review, way: Way, lang: Lang) -> fmt::Result {
    let words = labels(lang);
    let rows = review.rows(way);
    let job: Vec<&Change> = review.job.iter().filter(|change| change.way == way).collect();
    if rows.is_empty() && job.is_empty() {
        return Ok(());
    }
    writeln!(out, "#### {} {}\n", way.sign(), sentence::way(way, lang))?;
    writeln!(out, "| {} | {} | {} | {} |", words.what, words.before, words.after, words.logon_methods)?;
    writeln!(out, "| --- | --- | --- | --- |")?;
    let touched = review.methods.iter().filter(|method| method.counts).count();
    let own = rows.iter().map(|row| {
        let all = row.methods.len() == touched && touched > 1;
        let methods = if all { words.every_method.to_owned() } else { sentence::methods(&row.methods, lang) };
        (row.change, methods)
    });
    let job = job.into_iter().map(|change| (change, words.of_job.to_owned()));
    let all: Vec<(&Change, String)> = own.chain(job).collect();
    for (change, methods) in all.iter().take(MOST_ROWS) {
        let subject = plain(sentence::subject(change.subject, lang));
        let cell = |mark, by: &[_], documents: &[Document]| {
            let verdict = sentence::verdict(change.subject, mark, lang);
            let by = sentence::statements(by, documents, lang);
            if by.is_empty() { verdict.to_owned() } else { format!("{verdict} ({})", plain(&by)) }
        };
        let from = cell(change.from, &change.before, &review.before);
        let to = cell(change.to, &change.after, &review.after);
        writeln!(out, "| {subject} | {from} | {to} | {methods} |")?;
    }
    if all.len() > MOST_ROWS {
        writeln!(out, "| … {} | | | |", all.len() - MOST_ROWS)?;
    }
    writeln!(out)
}

fn texts(out: &mut String, lines: &[Line]) -> fmt::Result {
    if lines.is_empty() {
        return Ok(());
    }
    let text = |line: &Line| match line {
        Line::Same(text) => format!("  {text}"),
        Line::Removed(text) => format!("- {text}"),
        Line::Added(text) => format!("+ {text}"),
        Line::Skipped(count) => format!("@@ … {count} … @@"),
    };
    let body: Vec<String> = lines.iter().map(text).collect();
    // A fence that nothing in the text closes.
    let longest =
        body.iter().flat_map(|line| line.split(|c| c != '`')).map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(3.max(longest + 1));
    writeln!(out, "{fence}diff\n{}\n{fence}\n", body.join("\n"))
}

fn exactly(out: &mut String, review: &Review, exact: &[Exact], lang: Lang) -> fmt::Result {
    let words = labels(lang);
    if exact.is_empty() {
        return Ok(());
    }
    writeln!(out, "#### {}\n", words.exactly)?;
    for Exact { of, who, found } in exact {
        writeln!(out, "{}: `{}`\n", sentence::of(*of, lang), who.replace('`', "'"))?;
        let Finding::Diff(diff) = found else {
            writeln!(out, "{}\n", words.withheld)?;
            continue;
        };
        writeln!(out, "**{}**\n", analysis::relation(diff.relation, lang))?;
        for obstacle in &diff.obstacles {
            writeln!(out, "> {}\n", analysis::obstacle(obstacle, lang))?;
        }
        for group in diff.groups.iter().take(MOST_GROUPS) {
            writeln!(out, "- {}", group_line(group, review, lang))?;
        }
        if !diff.groups.is_empty() {
            writeln!(out)?;
        }
        if diff.groups.len() > MOST_GROUPS || !diff.groups_complete {
            writeln!(out, "…\n")?;
        }
    }
    Ok(())
}

/// A group of the exact difference in one line, with a request that shows it.
fn group_line(group: &Group, review: &Review, lang: Lang) -> String {
    let says = analysis::change(group.from, group.to, lang);
    let (actions, resources) =
        (analysis::entries(&group.actions, lang), analysis::entries(&group.resources, lang));
    let check = group.example.checks.first();
    let (action, resource) = check.map_or(("", ""), |check| (check.action.as_str(), check.resource.as_str()));
    let by = [(&group.before, &review.before), (&group.after, &review.after)]
        .map(|(all, documents)| plain(&sentence::statements(all, documents, lang)));
    let by: Vec<String> = by.into_iter().filter(|by| !by.is_empty()).collect();
    let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(" → ")) };
    // Without a catalogue, nobody looked for a real one.
    let reality = if group.real { format!(" ({})", analysis::reality(true, lang)) } else { String::new() };
    format!("**{says}**{by}: {actions} · {resources}; `{action}` · `{resource}`{reality}")
}

fn assertions(out: &mut String, scenario: &Scenario, lang: Lang) -> fmt::Result {
    if scenario.assertions.lines.is_empty() {
        return Ok(());
    }
    let drift = ramplay_expect::drift(scenario);
    writeln!(out, "#### {}\n", labels(lang).assertions)?;
    let said = ramplay_expect::sentence::drift(&drift, lang);
    for said in said.into_iter().chain(ramplay_expect::sentence::cause(&drift, lang)) {
        writeln!(out, "{said}\n")?;
    }
    for (line, checked) in &drift.lines {
        let (sign, found) = match (checked, &line.expectation) {
            (Some(checked), _) => {
                let sign = match checked.state {
                    State::Held => "✓",
                    State::Failed => "✗",
                    State::Open => "?",
                };
                (sign, ramplay_expect::sentence::found(checked, lang))
            }
            (None, Err(error)) => ("!", ramplay_expect::sentence::problem(&error.problem, lang)),
            (None, Ok(_)) => ("?", String::new()),
        };
        writeln!(out, "- {sign} {}: {}", plain(line.text.trim()), code(&found))?;
    }
    writeln!(out)
}

fn comments(out: &mut String, scenario: &Scenario, documents: &[Document], lang: Lang) -> fmt::Result {
    if scenario.comments.is_empty() {
        return Ok(());
    }
    writeln!(out, "#### {}\n", labels(lang).comments)?;
    for comment in &scenario.comments {
        let place = code(&sentence::place(place(comment, documents), documents, lang));
        let author =
            if comment.author.is_empty() { String::new() } else { format!("{}, ", plain(&comment.author)) };
        writeln!(out, "- {author}{place}: {}", plain(&comment.text))?;
    }
    writeln!(out)
}

/// A sentence with names in backticks: they stay code, and the rest becomes plain text.
fn code(sentence: &str) -> String {
    let pieces = sentence.split('`').enumerate().map(|(index, piece)| {
        if index % 2 == 1 { format!("`{}`", piece.replace(['\n', '\r'], " ")) } else { plain(piece) }
    });
    pieces.collect()
}
