//! A review for a terminal and for programs.

use std::fmt::{self, Write as _};

use anstyle::AnsiColor;
use ramplay_analysis::sentence as analysis;
use ramplay_expect::{State, drift};
use ramplay_playground::{Document, Scenario};
use ramplay_policy::StatementRef;
use ramplay_review::{Change, Exact, Finding, Review, Way, labels, place, sentence};
use ramplay_text::Lang;
use serde_json::{Value, json};

/// For people, with colours; whoever writes it strips them where there is no terminal.
pub(super) fn text(scenario: &Scenario, review: &Review, exact: &[Exact], lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut out, scenario, review, exact, lang);
    out
}

fn write(out: &mut String, scenario: &Scenario, review: &Review, exact: &[Exact], lang: Lang) -> fmt::Result {
    let words = labels(lang);
    if review.is_empty() {
        return writeln!(out, "{}", words.nothing);
    }
    for change in &review.policies {
        writeln!(out, "{}", sentence::policy_change(change, scenario, lang))?;
    }
    writeln!(out, "\n{}", sentence::summary(review, lang))?;
    if review.changes_nothing() {
        writeln!(out, "{}", words.no_verdict)?;
    }
    for way in Way::ALL {
        let rows = review.rows(way);
        let job: Vec<&Change> = review.job.iter().filter(|change| change.way == way).collect();
        if rows.is_empty() && job.is_empty() {
            continue;
        }
        let colour = match way {
            Way::NewlyAllowed => AnsiColor::Green,
            Way::NewlyDenied | Way::NoLongerAllowed => AnsiColor::Red,
            Way::OtherDenial | Way::Unclear => AnsiColor::Yellow,
        };
        let style = colour.on_default();
        writeln!(out, "\n{style}{} {}{style:#}", way.sign(), sentence::way(way, lang))?;
        let rows = rows.iter().map(|row| (row.change, sentence::methods(&row.methods, lang)));
        for (change, who) in rows.chain(job.into_iter().map(|change| (change, words.of_job.to_owned()))) {
            let verdict = |mark| sentence::verdict(change.subject, mark, lang);
            let subject = sentence::subject(change.subject, lang);
            writeln!(out, "  {subject}: {} → {}", verdict(change.from), verdict(change.to))?;
            writeln!(out, "      {who}")?;
        }
    }
    if let Some(said) = sentence::untouched(review, lang) {
        writeln!(out, "\n{said}")?;
    }
    for Exact { of, who, found } in exact {
        writeln!(out, "\n{}: {who}", sentence::of(*of, lang))?;
        match found {
            Finding::Withheld => writeln!(out, "  {}", words.withheld)?,
            Finding::Diff(diff) => {
                writeln!(out, "  {}", analysis::relation(diff.relation, lang))?;
                for obstacle in &diff.obstacles {
                    writeln!(out, "  {}", analysis::obstacle(obstacle, lang))?;
                }
                for change in &diff.changes {
                    let says = analysis::change(change.from.verdict(), change.to.verdict(), lang);
                    let check = change.witness().checks.first();
                    let check =
                        check.map_or(("", ""), |check| (check.action.as_str(), check.resource.as_str()));
                    writeln!(out, "  {says}: {} {}", check.0, check.1)?;
                }
            }
        }
    }
    Ok(())
}

/// For programs: codes and places beside the words.
pub(super) fn json(scenario: &Scenario, review: &Review, exact: &[Exact], lang: Lang) -> Value {
    let policies = review.policies.iter().map(|change| {
        json!({
            "before": change.before, "after": change.after, "moved": change.moved, "renamed": change.renamed,
            "says": sentence::policy_change(change, scenario, lang),
        })
    });
    let changes = |all: &[Change]| all.iter().map(|change| row(change, review, lang)).collect::<Vec<_>>();
    let methods = review.methods.iter().map(|method| {
        json!({
            "logon": method.method.id(), "counts": method.counts, "changes": changes(&method.changes),
        })
    });
    let exact = exact.iter().map(|one| match &one.found {
        Finding::Withheld => json!({"principal": one.who, "relation": null, "says": labels(lang).withheld}),
        Finding::Diff(diff) => json!({
            "principal": one.who,
            "relation": diff.relation.code(),
            "says": analysis::relation(diff.relation, lang),
            "new_access": diff.gives_access(),
            "lost_access": diff.takes_access(),
            "obstacles": diff.obstacles.iter().map(|one| analysis::obstacle(one, lang)).collect::<Vec<_>>(),
            "witnesses": diff.changes.iter().map(|change| {
                let check = change.witness().checks.first();
                json!({
                    "from": change.from.verdict().code(), "to": change.to.verdict().code(),
                    "action": check.map(|check| &check.action), "resource": check.map(|check| &check.resource),
                    "context": change.witness().context, "real": change.real.is_some(),
                })
            }).collect::<Vec<_>>(),
        }),
    });
    let drift = drift(scenario);
    let differs = drift.differs();
    let assertions = drift.lines.iter().enumerate().map(|(at, (line, checked))| {
        json!({
            "line": line.text.trim(),
            "state": checked.as_ref().map_or("broken", |checked| state(checked.state)),
            "found": checked.as_ref().map(|checked| ramplay_expect::sentence::found(checked, lang)),
            "differs": differs.contains(&at),
        })
    });
    let comments = scenario.comments.iter().map(|comment| {
        json!({
            "author": comment.author, "text": comment.text,
            "on": sentence::place(place(comment, &review.after), &review.after, lang),
        })
    });
    json!({
        "policies": policies.collect::<Vec<_>>(),
        "methods": methods.collect::<Vec<_>>(),
        "job": changes(&review.job),
        "exact": exact.collect::<Vec<_>>(),
        "assertions": assertions.collect::<Vec<_>>(),
        "drift": ramplay_expect::sentence::drift(&drift, lang),
        "comments": comments.collect::<Vec<_>>(),
    })
}

fn row(change: &Change, review: &Review, lang: Lang) -> Value {
    let statements =
        |all: &[StatementRef], documents: &[Document]| sentence::statements(all, documents, lang);
    json!({
        "row": change.subject.id(),
        "way": change.way.code(),
        "title": sentence::subject(change.subject, lang),
        "from": sentence::verdict(change.subject, change.from, lang),
        "to": sentence::verdict(change.subject, change.to, lang),
        "before": statements(&change.before, &review.before),
        "after": statements(&change.after, &review.after),
    })
}

fn state(state: State) -> &'static str {
    match state {
        State::Held => "held",
        State::Failed => "failed",
        State::Open => "open",
    }
}
