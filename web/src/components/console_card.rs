//! One console: whether it is reached, what can be done there, what to do to get in.

use ramplay_flink::{Cell, Console, GrantId, catalogue};
use ramplay_playground::{
    Action, PreconditionAnswer, PreconditionState, RowId, Step, line_of_console, sentence,
};
use ramplay_text::fill;
use yew::{Html, classes, html};

use super::tables::expect;
use crate::model::{Dispatch, Model};
use ramplay_parts::locale::number;
use ramplay_parts::mark::{reach_mark, status_chip};
use ramplay_parts::sources::provenance_of as provenance;
use ramplay_parts::trail::trail;

pub(crate) fn console_card(model: &Model, dispatch: &Dispatch, console: Console) -> Html {
    let words = model.labels();
    let lang = model.lang;
    let answer = model.answer.console(console);
    let cell = answer.cell;
    let row = RowId::Console(console);
    let open = model.selected == Some(row);
    let hover = dispatch.reform(move |_| Action::Hover(Some(row)));
    let leave = dispatch.reform(|_| Action::Hover(None));
    let count =
        |sentence, yes, all| fill(sentence, &[("yes", &number(yes, lang)), ("all", &number(all, lang))]);
    let (title, count) = match console {
        Console::Management => {
            let (yes, all) = model.answer.operation_count();
            (words.management, count(words.operations_open, yes, all))
        }
        Console::Development => {
            let (yes, all) = model.answer.permission_count();
            (words.development, count(words.permissions_held, yes, all))
        }
    };
    let step = |step: &Step| {
        let text = sentence::step(*step, answer, &model.scenario, model.scenario.logon, lang);
        html! { <li>{ text }{ step_details(*step, cell, model) }</li> }
    };
    html! {
        <article id={format!("console-{}", console.id())}
            class={classes!("console", answer.reach.id(), model.is_decided_by_caret(row).then_some("caret"))}
            onmouseenter={hover.clone()} onmouseleave={leave}>
            <h2>{ title }</h2>
            <p class="reach">{ reach_mark(answer.reach, sentence::reach(answer.reach, console, lang), false) }{ status_chip(cell.status, lang) }</p>
            if answer.reach.is_open() {
                <p class="count">{ count }</p>
            }
            if !answer.next.is_empty() {
                <h3>{ words.next_step }</h3>
                <ol class="steps">{ for answer.next.iter().map(step) }</ol>
            }
            if !answer.preconditions.is_empty() {
                <h3>{ words.before }</h3>
                <ul class="preconditions">
                    { for answer.preconditions.iter().enumerate().map(|(at, row)| precondition(at, row, console, model, dispatch)) }
                </ul>
            }
            if answer.next.is_empty() {
                if let Some(grant) = cell.grant {
                    <details class="authorization">
                        <summary>{ words.authorization }{ ": " }{ principal_text(cell, model) }</summary>
                        { grant_details(grant, cell, model) }
                    </details>
                }
            }
            <button type="button" class="why" aria-expanded={open.to_string()}
                onclick={dispatch.reform(move |_| Action::Select(row))} onfocus={dispatch.reform(move |_| Action::Hover(Some(row)))} onblur={dispatch.reform(|_| Action::Hover(None))}>
                { words.why }
            </button>
            if open {
                <div class="explanation">
                    <p>{ cell.basis.get(lang).to_owned() }</p>
                    if let Some(note) = &cell.note {
                        <p>{ note.get(lang).to_owned() }</p>
                    }
                    { provenance(cell.status, &cell.sources, lang) }
                    if let Some(verdict) = &answer.opening {
                        <p class="hint">{ words.opening_note }</p>
                        { trail(model.reader(), verdict) }
                    }
                    if console == Console::Development {
                        <p class="hint">{ words.membership_note }</p>
                    }
                    { for line_of_console(console, answer.reach).map(|line| expect(line, model, dispatch)) }
                </div>
            }
        </article>
    }
}

/// Whom, what, where, by whom, and how: for the steps that are grants.
fn step_details(step: Step, cell: &'static Cell, model: &Model) -> Html {
    match (step, cell.grant) {
        (Step::GrantPolicy | Step::AddMember(_), Some(grant)) => grant_details(grant, cell, model),
        _ => Html::default(),
    }
}

fn principal_text(cell: &'static Cell, model: &Model) -> Html {
    let name = sentence::principal_name(&model.scenario, model.scenario.logon);
    let principal = cell.principal.as_ref().map(|text| text.get(model.lang).to_owned()).unwrap_or_default();
    html! { <>{ principal }{ " " }<code>{ name }</code></> }
}

fn grant_details(id: GrantId, cell: &'static Cell, model: &Model) -> Html {
    let words = model.labels();
    let lang = model.lang;
    let grant = catalogue().grant(id);
    let how = cell.how_to_pick.iter().map(|pick| catalogue().pick(*pick).text.get(lang).to_owned());
    html! {
        <dl class="grant">
            <dt>{ words.to_whom }</dt><dd>{ principal_text(cell, model) }</dd>
            <dt>{ words.what }</dt><dd>{ grant.what.get(lang).to_owned() }</dd>
            <dt>{ words.where_ }</dt><dd>{ grant.place.get(lang).to_owned() }</dd>
            <dt>{ words.by_whom }</dt><dd>{ grant.by_whom.get(lang).to_owned() }</dd>
            if !cell.how_to_pick.is_empty() {
                <dt>{ words.how }</dt>{ for how.map(|how| html! { <dd>{ how }</dd> }) }
            }
        </dl>
    }
}

fn precondition(
    at: usize,
    answer: &PreconditionAnswer,
    console: Console,
    model: &Model,
    dispatch: &Dispatch,
) -> Html {
    let lang = model.lang;
    let row = RowId::Precondition(at);
    let (class, sign) = match answer.state {
        PreconditionState::Met => ("yes", "✓"),
        PreconditionState::NotMet => ("missing", "✗"),
        PreconditionState::NotGiven | PreconditionState::Withheld => ("unknown", "?"),
        PreconditionState::Presumed => ("presumed", "·"),
    };
    let caret = model.is_decided_by_caret(row).then_some("caret");
    let current = (model.selected == Some(row)).then_some("true");
    // Both cards show the same preconditions; the statements are marked from either.
    let key = format!("{}-{at}", console.id());
    html! {
        <li {key} class={classes!(class, caret)} aria-current={current} tabindex={current.map(|_| "-1")} onmouseenter={dispatch.reform(move |_| Action::Hover(Some(row)))} onmouseleave={dispatch.reform(|_| Action::Hover(None))}>
            <span class="sign" aria-hidden="true">{ sign }</span>
            <span>{ answer.row.text.get(lang).to_owned() }{ " " }
                <em>{ sentence::precondition_state(answer.state, lang) }</em>{ status_chip(answer.row.status, lang) }</span>
        </li>
    }
}
