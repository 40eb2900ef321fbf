//! The trail of a verdict: what was checked, which layers were read, what each statement said.

use ramplay_playground::{Document, Labels, LayerMark as _, Ruling, Verdict, labels, sentence as words_of};
use ramplay_policy::{
    Assumption, CheckTrace, Denial, LayerTrace, Outcome, Settled, Skip, StatementRef, StatementTrace,
    sentence,
};
use ramplay_text::{Lang, fill};
use yew::{Html, classes, html};

use crate::locale::number;
use crate::mark::{prose, verdict_mark};

/// What sentences about statements are made from.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'d> {
    /// The documents that the engine read.
    pub documents: &'d [Document],
    /// The language.
    pub lang: Lang,
}

impl Reader<'_> {
    fn labels(self) -> &'static Labels {
        labels(self.lang)
    }

    /// A statement by its document's name and its number.
    pub fn statement_name(self, at: StatementRef) -> String {
        words_of::statement_name(self.documents, at, self.lang)
    }
}

/// The trail of a verdict.
pub fn trail(model: Reader<'_>, verdict: &Verdict) -> Html {
    let words = model.labels();
    let lang = model.lang;
    match verdict {
        Verdict::NotChecked => html! { <p>{ words.not_checked }</p> },
        Verdict::Withheld(why) => {
            html! { <p class="withheld">{ prose(&words_of::withheld(why, model.documents, lang)) }</p> }
        }
        Verdict::Ruled(ruling) => {
            let checks = ruling
                .evaluation
                .checks
                .iter()
                .enumerate()
                .map(|(index, check)| check_view(index, check, ruling, model));
            let assumptions: Vec<Assumption> = ruling.evaluation.assumptions().iter().collect();
            let documents = &ruling.assumed_documents;
            html! {
                <div class="trail">
                    { for checks }
                    if !assumptions.is_empty() || !documents.is_empty() {
                        <p class="trail-title">{ words.assumptions }</p>
                        <ul class="assumptions">
                            { for assumptions.iter().map(|assumption| html! {
                                <li><code>{ assumption.code() }</code>{ " " }{ prose(sentence::assumption(*assumption, lang)) }</li>
                            }) }
                            { for documents.iter().map(|index| html! {
                                <li>{ words.assumed_bodies }{ ": " }{ words_of::document_name(model.documents.get(*index), *index, lang) }</li>
                            }) }
                        </ul>
                    }
                </div>
            }
        }
    }
}

fn check_view(index: usize, trace: &CheckTrace, ruling: &Ruling, model: Reader<'_>) -> Html {
    let words = model.labels();
    let lang = model.lang;
    let Some(check) = ruling.request.checks.get(index) else { return Html::default() };
    let path = &ruling.request.directory_path;
    let mark = trace.verdict().into();
    html! {
        <section class="check">
            <p class="check-title">{ verdict_mark(mark, words, true) }{ " " }{ prose(&fill(words.check, &[("action", &check.action), ("resource", &check.resource)])) }</p>
            { picture(trace, ruling, model) }
            <p>{ prose(&sentence::outcome(trace, check, path, lang)) }</p>
            { denial(trace, index, ruling, model) }
            <ol class="layers">{ for trace.layers.iter().map(|layer| layer_view(layer, index, trace, ruling, model)) }</ol>
        </section>
    }
}

/// The layers from left to right, as far as they were read, with where it stopped. The list below says the same.
fn picture(trace: &CheckTrace, ruling: &Ruling, model: Reader<'_>) -> Html {
    let words = model.labels();
    let shown = || trace.layers.iter().filter(|layer| !layer.is_idle());
    let settles = |layer: &LayerTrace| match trace.settled {
        Some(Settled::Layer(end)) => end == layer.layer,
        Some(Settled::Both(one, other)) => layer.layer == one || layer.layer == other,
        _ => false,
    };
    let last = shown().rfind(|layer| settles(layer)).map(|layer| layer.layer);
    let stage = |layer: &LayerTrace| {
        let ends = last == Some(layer.layer);
        let mark = layer.mark();
        let name = sentence::layer(layer.layer, &ruling.request.directory_path, model.lang);
        html! {
            <li class={classes!(mark.class(), ends.then_some("ends"))}>
                <span class="sign">{ mark.sign() }</span><span class="layer">{ name }</span>
                if ends && !mark.is_allowed() { <span class="stop">{ words.stopped_here }</span> }
            </li>
        }
    };
    html! { <ol class="stages" aria-hidden="true">{ for shown().map(stage) }</ol> }
}

/// The denial in the field names of RAM's own report, to be compared with a real one.
fn denial(trace: &CheckTrace, index: usize, ruling: &Ruling, model: Reader<'_>) -> Html {
    let check = ruling.request.checks.get(index);
    let Some(denial) = check.and_then(|check| Denial::of(trace, &ruling.request, check)) else {
        return Html::default();
    };
    let lines = denial.fields().into_iter().map(|(name, value)| format!("{name}: {value}\n"));
    html! {
        <details class="denial">
            <summary>{ model.labels().as_ram_reports }</summary>
            <pre>{ lines.collect::<String>() }</pre>
        </details>
    }
}

fn layer_view(
    layer: &LayerTrace,
    index: usize,
    trace: &CheckTrace,
    ruling: &Ruling,
    model: Reader<'_>,
) -> Html {
    let words = model.labels();
    let lang = model.lang;
    if layer.is_idle() {
        return Html::default();
    }
    let about = |statement: &&StatementTrace| !matches!(statement.outcome, Outcome::Skipped(Skip::Action));
    let (near, far): (Vec<&StatementTrace>, Vec<&StatementTrace>) = layer.statements.iter().partition(about);
    let name = sentence::layer(layer.layer, &ruling.request.directory_path, lang);
    let view = |statement: &&StatementTrace| statement_view(statement, index, trace, ruling, model);
    html! {
        <li>
            <strong>{ name }</strong>{ ": " }{ if layer.unseen && layer.statements.is_empty() { words.not_given } else { sentence::decision(layer.decision, lang) } }
            <ul class="statements">
                { for near.iter().map(view) }
                if layer.statements.is_empty() { <li>{ words.not_read }</li> }
            </ul>
            if !far.is_empty() {
                <details>
                    <summary>{ fill(words.far_statements, &[("count", &number(far.len(), lang))]) }</summary>
                    <ul class="statements">{ for far.iter().map(view) }</ul>
                </details>
            }
        </li>
    }
}

fn statement_view(
    statement: &StatementTrace,
    index: usize,
    trace: &CheckTrace,
    ruling: &Ruling,
    model: Reader<'_>,
) -> Html {
    let words = model.labels();
    let at = statement.at;
    let found = model
        .documents
        .get(at.document.0 as usize)
        .and_then(|document| document.reading.policy.statements.get(usize::from(at.statement)));
    let decides = trace.deciding().any(|decider| decider.at == at);
    let effect = format!("{:?}", statement.effect);
    let text = match (statement.outcome, found, ruling.request.checks.get(index)) {
        (Outcome::Skipped(skip), Some(found), Some(check)) => {
            sentence::skip(skip, found, &ruling.request, check, model.lang)
        }
        (Outcome::Skipped(_), _, _) => words.does_not_apply.to_owned(),
        (Outcome::Applies(_), _, _) => words.applies.to_owned(),
    };
    html! {
        <li class={classes!(decides.then_some("decides"))}>
            <span class="effect">{ effect }</span>{ " " }{ model.statement_name(at) }{ ": " }{ prose(&text) }
        </li>
    }
}
