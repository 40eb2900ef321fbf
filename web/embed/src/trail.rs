//! The trail of a verdict: what was checked, which layers were read, what each statement said.

use ramplay_playground::{LayerMark as _, Ruling, State, Verdict, answer_labels, sentence as words_of};
use ramplay_policy::{CheckTrace, LayerTrace, Outcome, Skip, StatementTrace, sentence};
use ramplay_text::fill;

use crate::writer::Writer;

/// Writes the trail of a verdict.
pub(crate) fn write(verdict: &Verdict, state: &State, page: &mut Writer) {
    let (words, lang) = (answer_labels(state.lang), state.lang);
    let ruling = match verdict {
        Verdict::NotChecked => {
            page.leaf("p", "", words.not_checked);
            return;
        }
        Verdict::Withheld(why) => {
            page.open("p", "withheld").prose(&words_of::withheld(why, &state.answer.documents, lang)).close();
            return;
        }
        Verdict::Ruled(ruling) => ruling,
    };
    page.open("div", "trail");
    for (index, trace) in ruling.evaluation.checks.iter().enumerate() {
        check(index, trace, ruling, state, page);
    }
    let mut assumptions = ruling.evaluation.assumptions().iter().peekable();
    let documents = &ruling.assumed_documents;
    if assumptions.peek().is_some() || !documents.is_empty() {
        page.leaf("p", "trail-title", words.assumptions).open("ul", "assumptions");
        for assumption in assumptions {
            page.open("li", "").leaf("code", "", assumption.code()).text(" ");
            page.prose(sentence::assumption(assumption, lang)).close();
        }
        for index in documents {
            let name = words_of::document_name(state.answer.documents.get(*index), *index, lang);
            page.open("li", "").text(words.assumed_bodies).text(": ").text(&name).close();
        }
        page.close();
    }
    page.close();
}

fn check(index: usize, trace: &CheckTrace, ruling: &Ruling, state: &State, page: &mut Writer) {
    let (words, lang) = (answer_labels(state.lang), state.lang);
    let Some(check) = ruling.request.checks.get(index) else { return };
    let mark: ramplay_playground::Mark = trace.verdict().into();
    page.open("section", "check").open("p", "check-title");
    page.mark(mark.class(), mark.sign(), mark.word(lang), true).text(" ");
    page.prose(&fill(words.check, &[("action", &check.action), ("resource", &check.resource)])).close();
    let path = &ruling.request.directory_path;
    page.open("p", "").prose(&sentence::outcome(trace, check, path, lang)).close();
    page.open("ol", "layers");
    for each in trace.layers.iter().filter(|layer| !layer.is_idle()) {
        layer(each, index, trace, ruling, state, page);
    }
    page.close().close();
}

fn layer(
    layer: &LayerTrace,
    index: usize,
    trace: &CheckTrace,
    ruling: &Ruling,
    state: &State,
    page: &mut Writer,
) {
    let (words, lang) = (answer_labels(state.lang), state.lang);
    let decision = if layer.unseen && layer.statements.is_empty() {
        words.not_given
    } else {
        sentence::decision(layer.decision, lang)
    };
    let name = sentence::layer(layer.layer, &ruling.request.directory_path, lang);
    page.open("li", "").leaf("strong", "", &name).text(": ").text(decision).open("ul", "statements");
    let (near, far): (Vec<&StatementTrace>, Vec<&StatementTrace>) =
        layer.statements.iter().partition(|each| !matches!(each.outcome, Outcome::Skipped(Skip::Action)));
    for each in near {
        statement(each, index, trace, ruling, state, page);
    }
    if layer.statements.is_empty() {
        page.leaf("li", "", words.not_read);
    }
    page.close();
    if !far.is_empty() {
        let others = fill(words.far_statements, &[("count", &far.len().to_string())]);
        page.open("details", "").leaf("summary", "", &others).open("ul", "statements");
        for each in far {
            statement(each, index, trace, ruling, state, page);
        }
        page.close().close();
    }
    page.close();
}

fn statement(
    statement: &StatementTrace,
    index: usize,
    trace: &CheckTrace,
    ruling: &Ruling,
    state: &State,
    page: &mut Writer,
) {
    let (words, at, documents) = (answer_labels(state.lang), statement.at, &state.answer.documents);
    let document = documents.get(usize::try_from(at.document.0).unwrap_or(usize::MAX));
    let found = document.and_then(|each| each.reading.policy.statements.get(usize::from(at.statement)));
    let text = match (statement.outcome, found, ruling.request.checks.get(index)) {
        (Outcome::Skipped(skip), Some(found), Some(check)) => {
            sentence::skip(skip, found, &ruling.request, check, state.lang)
        }
        (Outcome::Skipped(_), _, _) => words.does_not_apply.to_owned(),
        (Outcome::Applies(_), _, _) => words.applies.to_owned(),
    };
    let decides = trace.deciding().any(|decider| decider.at == at);
    page.open("li", if decides { "decides" } else { "" });
    let effect = match statement.effect {
        ramplay_policy::Effect::Allow => "Allow",
        ramplay_policy::Effect::Deny => "Deny",
    };
    page.leaf("span", "effect", effect).text(" ");
    page.text(&words_of::statement_name(documents, at, state.lang)).text(": ").prose(&text).close();
}
