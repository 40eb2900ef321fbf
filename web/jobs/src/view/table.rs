//! The tables of a draft, and what each step needs.

use ramplay_drafts::Draft;
use ramplay_flink::jobs;
use ramplay_job::{Mark, StepAnswer, StepVerdict, Subject, sentence};
use ramplay_parts::mark::{prose, sign_and_word, status_chip};
use ramplay_parts::sources::provenance;
use ramplay_parts::trail::{Reader, trail};
use ramplay_playground::{Ruling, Verdict};
use yew::{Html, classes, html};

use super::View;
use crate::pane::Opened;

/// Subjects of a draft whose steps are shown at first.
const UNFOLDED: usize = 12;

pub(super) fn tables(view: View<'_>, draft: &Draft, place: usize) -> Html {
    let words = view.words();
    let subjects = &draft.answer.subjects;
    if subjects.is_empty() {
        return html! { <p class="hint">{ words.nothing_used }</p> };
    }
    // Of many, first those that need a look.
    let can_fold = subjects.len() > UNFOLDED;
    let mut unfolded = 0;
    let bodies = subjects.iter().enumerate().map(|(at, one)| {
        let needs_look = matches!(worst(one), Mark::Denied | Mark::Undecided | Mark::Depends);
        let by_itself = !can_fold || (needs_look && unfolded < UNFOLDED);
        unfolded += usize::from(by_itself);
        let is_open = by_itself != view.pane.open.contains(&Opened::Subject(place, at));
        subject(view, one, (place, at), can_fold, is_open)
    });
    html! {
        <table class="verdicts">
            <thead><tr><th scope="col">{ words.step }</th><th scope="col">{ words.outcome }</th></tr></thead>
            { for bodies }
        </table>
    }
}

/// The gravest of the verdicts on a subject.
fn worst(subject: &Subject) -> Mark {
    let none = if subject.problems.is_empty() { Mark::NotRam } else { Mark::Undecided };
    subject.steps.iter().map(StepAnswer::mark).max().unwrap_or(none)
}

fn subject(
    view: View<'_>,
    subject: &Subject,
    (draft, place): (usize, usize),
    can_fold: bool,
    is_open: bool,
) -> Html {
    let lang = view.lang();
    let connector = subject.connector.map_or_else(
        || subject.written_connector.as_ref().map(ToString::to_string).unwrap_or_default(),
        |row| row.title.get(lang).to_owned(),
    );
    let title = html! {
        <>
            <code>{ subject.name.clone() }</code>{ " " }<span class="chip role">{ sentence::subject_role(subject, lang) }</span>{ " " }
            <span class="connector">{ connector }</span>
        </>
    };
    let toggle = view.toggle.reform(move |_| Opened::Subject(draft, place));
    let steps = subject.steps.iter().enumerate().filter(|_| is_open);
    html! {
        <tbody data-table={subject.name.clone()}>
            <tr class="group">
                <th colspan="2" scope="colgroup">
                    if can_fold {
                        <button type="button" class="row" aria-expanded={is_open.to_string()} onclick={toggle}>
                            if !is_open { { mark(worst(subject), view) }{ " " } }
                            { title }
                        </button>
                    } else {
                        { title }
                    }
                </th>
            </tr>
            { for steps.map(|(at, step)| self::step(view, step, (draft, place, at))) }
            if is_open && subject.steps.is_empty() { { without_steps(view, subject) } }
        </tbody>
    }
}

/// Who decides about a subject where RAM does not.
fn without_steps(view: View<'_>, subject: &Subject) -> Html {
    let (words, lang) = (view.words(), view.lang());
    let access = subject.connector.map(|row| &row.access);
    let worst = worst(subject);
    html! {
        <tr data-verdict={worst.code()}>
            <th scope="row">
                <div class="cell">
                    { mark(worst, view) }
                    <div>{ access.map(|access| prose(access.text.get(lang))) }</div>
                </div>
            </th>
            <td class="outcome">
                if let Some(access) = access {
                    <span class="by">{ words.who_decides }{ ": " }</span>
                    { for access.decided_by.iter().map(|who| html! { <span class="decider">{ sentence::decided_by(*who, lang) }</span> }) }
                }
            </td>
        </tr>
    }
}

/// A verdict as a sign; the word is for those who cannot see it.
fn mark(mark: Mark, view: View<'_>) -> Html {
    let (class, sign) = match mark {
        Mark::Allowed => ("yes", "✓"),
        Mark::Denied => ("missing", "✗"),
        Mark::Depends => ("maybe", "◐"),
        Mark::Undecided => ("unknown", "?"),
        Mark::NotRam | Mark::NotTaken => ("unknown", "–"),
    };
    sign_and_word(class, sign, sentence::mark(mark, view.lang()), true)
}

fn step(view: View<'_>, answer: &StepAnswer, (draft, place, at): (usize, usize, usize)) -> Html {
    let lang = view.lang();
    let id = Opened::Step(draft, place, at);
    let open = view.pane.open.contains(&id);
    let toggle = view.toggle.reform(move |_| id);
    let row = answer.step;
    html! {
        <>
            <tr data-step={row.id.clone()} data-verdict={answer.mark().code()} class={classes!(open.then_some("open"))}>
                <th scope="row">
                    <div class="cell">
                        { mark(answer.mark(), view) }
                        <div>
                            <button type="button" class="row" aria-expanded={open.to_string()} onclick={toggle}>{ row.title.get(lang) }</button>
                            { status_chip(row.status, lang) }
                            if let Some(when) = sentence::taken(answer, lang) { <span class="when">{ when }</span> }
                        </div>
                    </div>
                </th>
                <td class="outcome">{ outcome(view, answer) }</td>
            </tr>
            if open {
                <tr class="explanation"><td colspan="2">{ explanation(view, answer) }</td></tr>
            }
        </>
    }
}

/// The missing actions, or the statements that allow them.
fn outcome(view: View<'_>, answer: &StepAnswer) -> Html {
    let (words, lang) = (view.words(), view.lang());
    if let StepVerdict::Undecided(why) = &answer.verdict {
        return why
            .iter()
            .map(|why| html! { <span class="withheld">{ prose(&sentence::undecided(why, lang)) }</span> })
            .collect();
    }
    let reader = Reader { documents: view.pane.desk.documents(), lang };
    let missing: Vec<Html> = answer
        .denied()
        .map(|(need, _)| html! { <code class="missing">{ need.action.clone() }</code> })
        .collect();
    let mut deciding: Vec<String> = Vec::new();
    if missing.is_empty() {
        for at in answer.checks().flat_map(|(_, trace)| trace.deciding()).map(|statement| statement.at) {
            let name = reader.statement_name(at);
            if !deciding.contains(&name) {
                deciding.push(name);
            }
        }
    }
    html! {
        <>
            { missing }
            if !deciding.is_empty() { <span class="by">{ words.by }{ " " }</span> }
            { for deciding.into_iter().map(|name| html! { <span class="decider">{ name }</span> }) }
        </>
    }
}

fn explanation(view: View<'_>, answer: &StepAnswer) -> Html {
    let (words, lang) = (view.words(), view.lang());
    let row = answer.step;
    let needs = answer.needs.iter().map(|need| {
        html! { <li><code>{ need.action.clone() }</code>{ " – " }<code>{ need.resource.clone() }</code></li> }
    });
    let rows = row.sources.iter().filter_map(|key| jobs().source(key));
    let readings = row.other_readings.iter().map(
        |other| html! { <p class="note">{ words.other_reading }{ ": " }{ prose(other.text.get(lang)) }</p> },
    );
    let denied = &row.denied;
    html! {
        <>
            if !answer.needs.is_empty() { <p class="trail-title">{ words.needs }</p><ul class="needs">{ for needs }</ul> }
            if let Some(grants) = &row.grants { <p class="note">{ words.grants }{ ": " }{ prose(grants.get(lang)) }</p> }
            <p class="note">{ words.if_denied }{ ": " }{ sentence::severity(denied.severity, lang) }{ " – " }{ prose(denied.text.get(lang)) }{ " " }{ status_chip(denied.status, lang) }</p>
            if let Some(note) = &row.note { <p class="note">{ prose(note.get(lang)) }</p> }
            { for readings }
            { provenance(row.status, rows, lang) }
            if let StepVerdict::Ruled(ruling) = &answer.verdict {
                { trail(Reader { documents: view.pane.desk.documents(), lang }, &verdict(ruling)) }
            }
        </>
    }
}

/// The decision in the form in which the page explains it.
fn verdict(ruling: &ramplay_job::Ruling) -> Verdict {
    Verdict::Ruled(Box::new(Ruling {
        request: ruling.request.clone(),
        evaluation: ruling.evaluation.clone(),
        assumed_documents: Vec::new(),
    }))
}
