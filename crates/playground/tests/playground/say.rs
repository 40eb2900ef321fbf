//! Every sentence about an answer, as a page would ask for it.

use std::fmt::Write;

use ramplay_playground::{Answer, Member, Scenario, Verdict, sentence};
use ramplay_policy::{Outcome, sentence as engine};
use ramplay_text::Lang;

/// All sentences, one a line, each behind what it is about.
pub(crate) fn everything(scenario: &Scenario, answer: &Answer, lang: Lang) -> String {
    let mut out = inputs(scenario, answer, lang);
    out.push_str(&matrix(scenario, answer, lang));
    for row in &answer.operations {
        verdict(&mut out, &row.operation.id, &row.verdict, answer, lang);
    }
    for row in &answer.logstore.rows {
        verdict(&mut out, &row.capability.id, &row.verdict, answer, lang);
    }
    out
}

/// What is wrong with what was entered.
pub(crate) fn inputs(scenario: &Scenario, answer: &Answer, lang: Lang) -> String {
    let mut out = String::new();
    for (field, problem) in &answer.fields {
        let text = sentence::field_problem(*problem, lang);
        writeln!(out, "field {}: {text}", sentence::field_label(*field, lang)).unwrap();
    }
    if let Some(Member::Custom(role)) = &scenario.member {
        for problem in role.problems() {
            writeln!(out, "role: {}", sentence::custom_role_problem(&problem, lang)).unwrap();
        }
    }
    for (index, document) in answer.documents.iter().enumerate() {
        let name = sentence::document_name(Some(document), index, lang);
        let attach = sentence::attach(&document.attach, scenario.logon, lang);
        writeln!(out, "document {name}, {attach}").unwrap();
        for diagnostic in &document.reading.diagnostics {
            let problem = engine::problem(&diagnostic.problem, lang);
            let help = engine::help(&diagnostic.problem, lang);
            writeln!(out, "  {}: {problem}; {help}", diagnostic.code()).unwrap();
        }
        if let Some(obstacle) = document.obstacle() {
            writeln!(out, "  obstacle: {}", sentence::obstacle(obstacle, lang)).unwrap();
        }
    }
    out
}

/// Every logon method on both consoles, with preconditions and next steps.
pub(crate) fn matrix(scenario: &Scenario, answer: &Answer, lang: Lang) -> String {
    let mut out = String::new();
    for row in &answer.matrix {
        let method = row.method;
        let family = sentence::short_family(method.family(), lang);
        writeln!(out, "{family}, {}", sentence::short_method(method, lang)).unwrap();
        for console in &row.consoles {
            let reach = sentence::reach(console.reach, console.console, lang);
            writeln!(out, "  {}: {reach}", console.console.id()).unwrap();
            for step in &console.next {
                let step = sentence::step(*step, console, scenario, method, lang);
                writeln!(out, "    next: {step}").unwrap();
            }
        }
        for before in &row.consoles[0].preconditions {
            let state = sentence::precondition_state(before.state, lang);
            writeln!(out, "  before: {} ({state})", before.row.text.get(lang)).unwrap();
        }
    }
    out
}

/// A verdict with its whole explanation.
pub(crate) fn verdict(out: &mut String, name: &str, verdict: &Verdict, answer: &Answer, lang: Lang) {
    let ruling = match verdict {
        Verdict::NotChecked => return writeln!(out, "{name}: -").unwrap(),
        Verdict::Withheld(why) => {
            return writeln!(out, "{name}: {}", sentence::withheld(why, &answer.documents, lang)).unwrap();
        }
        Verdict::Ruled(ruling) => ruling,
    };
    let evaluation = &ruling.evaluation;
    writeln!(out, "{name}: {}", engine::verdict(evaluation.verdict(), lang)).unwrap();
    let path = &ruling.request.directory_path;
    for (check, trace) in ruling.request.checks.iter().zip(&evaluation.checks) {
        let settled = engine::outcome(trace, check, path, lang);
        writeln!(out, "  {} on {}: {settled}", check.action, check.resource).unwrap();
        for layer in &trace.layers {
            let decision = engine::decision(layer.decision, lang);
            writeln!(out, "    {}: {decision}", engine::layer(layer.layer, path, lang)).unwrap();
            for statement in &layer.statements {
                let document = &answer.documents[statement.at.document.0 as usize];
                let read = &document.reading.policy.statements[usize::from(statement.at.statement)];
                let why = match statement.outcome {
                    Outcome::Applies(_) => "+".to_owned(),
                    Outcome::Skipped(skip) => engine::skip(skip, read, &ruling.request, check, lang),
                };
                let at = (statement.at.document.0 + 1, statement.at.statement + 1);
                writeln!(out, "      {}.{} {:?}: {why}", at.0, at.1, statement.effect).unwrap();
            }
        }
    }
    for assumption in evaluation.assumptions().iter() {
        writeln!(out, "  assumed: {}", engine::assumption(assumption, lang)).unwrap();
    }
    for index in &ruling.assumed_documents {
        let document = answer.documents.get(*index);
        writeln!(out, "  assumed: {}", sentence::document_name(document, *index, lang)).unwrap();
    }
}
