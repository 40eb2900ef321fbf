//! The tables: what can be done on the Logstore, in the Management Console, in the Development Console.

use ramplay_flink::catalogue;
use ramplay_playground::{
    Action, Edit, Group, Line, Mark, Member, Pin, RowId, Ruling, Said, Table, Verdict, line_of,
    line_of_permission, sentence,
};
use yew::{Html, KeyboardEvent, classes, html};

use super::tools::tools;
use super::ways::Ways;
use crate::model::{Dispatch, Model, some};
use ramplay_parts::mark::{held_mark, prose, status_chip, verdict_mark};
use ramplay_parts::sources::provenance_of as provenance;
use ramplay_parts::trail::trail;

/// A table with what filters and copies it.
pub(crate) fn table(table: Table, model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let groups = model.sheet(table);
    let shown = groups.iter().map(|group| group.rows.len()).sum();
    let (caption, first, last) = match table {
        Table::Logstore => (
            html! { <>{ words.reader }{ ": " }<code>{ model.answer.logstore.reader.arn.clone() }</code></> },
            words.capability,
            words.outcome,
        ),
        Table::Management => (html! { words.opening_note }, words.operation, words.outcome),
        Table::Development => (html! { words.membership_note }, words.permission, words.verdict),
    };
    let body = |group: &Group<'_>| {
        html! {
            <tbody>
                if let Some(title) = group.title {
                    <tr class="group"><th colspan="2" scope="colgroup">{ title.to_owned() }</th></tr>
                }
                { for group.rows.iter().map(|line| row(line, model, dispatch)) }
            </tbody>
        }
    };
    let permission = catalogue().console_permissions.permissions.first();
    html! {
        <>
            { tools(table, shown, model, dispatch) }
            <table class="verdicts">
                <caption>{ caption }</caption>
                <thead><tr><th scope="col">{ first }</th><th scope="col">{ last }</th></tr></thead>
                { for groups.iter().map(body) }
            </table>
            if shown == 0 {
                <p class="hint none">{ words.no_row }</p>
            }
            if let (Table::Development, Some(row)) = (table, permission) {
                { provenance(row.status, &row.sources, model.lang) }
            }
        </>
    }
}

fn row(line: &Line<'_>, model: &Model, dispatch: &Dispatch) -> Html {
    match line.said {
        Said::Verdict(verdict) => verdict_row(line, verdict, model, dispatch),
        Said::Held(held) => permission_row(line, held, model, dispatch),
    }
}

/// Lets a row that an edit has changed be seen, as long as the root says that it is fresh.
fn flash(id: RowId, model: &Model) -> Option<&'static str> {
    model.changed.contains(&id).then_some("changed")
}

fn verdict_row(line: &Line<'_>, verdict: &Verdict, model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let id = line.id;
    let mark = verdict.mark();
    let open = model.selected == Some(id);
    let toggle = dispatch.reform(move |_| Action::Select(id));
    let escape = some(dispatch, move |event: KeyboardEvent| {
        (open && event.key() == "Escape").then_some(Action::Select(id))
    });
    let caret = model.is_decided_by_caret(id).then_some("caret");
    let last = match verdict {
        Verdict::NotChecked => Html::default(),
        Verdict::Withheld(why) => {
            html! { <span class="withheld">{ prose(&sentence::withheld(why, &model.answer.documents, model.lang)) }</span> }
        }
        Verdict::Ruled(ruling) => outcome(ruling, verdict, model),
    };
    html! {
        <>
            <tr key={line.key.to_owned()} data-row={line.key.to_owned()} data-verdict={format!("{mark:?}")}
                class={classes!(line.important.then_some("important"), caret, open.then_some("open"), flash(id, model))}
                onmouseenter={dispatch.reform(move |_| Action::Hover(Some(id)))}
                onmouseleave={dispatch.reform(|_| Action::Hover(None))}>
                <th scope="row">
                    <div class="cell">
                        { verdict_mark(mark, words, true) }
                        <div class="says">
                            <button type="button" class="row" aria-expanded={open.to_string()} onclick={toggle.clone()} onkeydown={escape}
                                onfocus={dispatch.reform(move |_| Action::Hover(Some(id)))} onblur={dispatch.reform(|_| Action::Hover(None))}>
                                { line.title.to_owned() }
                            </button>
                            if !mark.is_allowed() {
                                <span class="why-not" aria-hidden="true" onclick={toggle}>{ words.why_not }</span>
                            }
                            { status_chip(line.status, model.lang) }
                            { comment_mark(model, |pin| matches!(pin, Pin::Row(id) if id == line.key)) }
                            if let Some(action) = line.action { <code class="detail">{ action.to_owned() }</code> }
                        </div>
                    </div>
                </th>
                <td class="outcome">{ last }</td>
            </tr>
            if open {
                <tr class="explanation"><td colspan="2">
                    if let Some(note) = line.note { <p class="note">{ note.to_owned() }</p> }
                    { trail(model.reader(), verdict) }
                    <Ways {id} {mark} model={model.clone()} dispatch={dispatch.clone()} />
                    { for line_of(line.key, mark).map(|line| expect(line, model, dispatch)) }
                    { provenance(line.status, line.sources, model.lang) }
                </td></tr>
            }
        </>
    }
}

/// A button that keeps what this line says, which is so now, as an assertion.
pub(super) fn expect(line: String, model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let is_there = model.scenario.assertions.lines.contains(&line);
    let caption = if is_there { words.expected } else { words.expect_this };
    let click = {
        let line = line.clone();
        dispatch.reform(move |_| Action::Edit(Edit::Expect(line.clone())))
    };
    html! {
        <p class="expect"><button type="button" disabled={is_there} onclick={click}>{ caption }</button>{ " " }<code>{ line }</code></p>
    }
}

/// How many comments there are on something; they are read in the review.
pub(super) fn comment_mark(model: &Model, is_here: impl Fn(&Pin) -> bool) -> Html {
    let count = model.scenario.comments.iter().filter(|comment| is_here(&comment.pin)).count();
    if count == 0 {
        return Html::default();
    }
    html! { <span class="chip comments" title={model.labels().comments}>{ "✎ " }<span class="hidden">{ model.labels().comments }{ ": " }</span>{ count }</span> }
}

/// The missing actions of a denied row and the statements that decided.
fn outcome(ruling: &Ruling, verdict: &Verdict, model: &Model) -> Html {
    let words = model.labels();
    let missing =
        ruling.missing().map(|(_, check)| html! { <code class="missing">{ check.action.clone() }</code> });
    let deciding = verdict.deciding();
    let by = match verdict.mark() {
        Mark::ExplicitDeny => words.denied_by,
        _ => words.allowed_by,
    };
    let shown = deciding
        .iter()
        .take(2)
        .map(|at| html! { <span class="decider">{ model.reader().statement_name(*at) }</span> });
    let path = &ruling.request.directory_path;
    let open = ruling.depends_on().into_iter().map(|layer| {
        html! { <span class="decider">{ ramplay_policy::sentence::layer(layer, path, model.lang) }{ "?" }</span> }
    });
    html! {
        <>
            { for missing }
            { for open }
            if !deciding.is_empty() { <span class="by">{ by }{ " " }</span> }
            { for shown }
            if deciding.len() > 2 { <span class="decider">{ format!("+{}", deciding.len() - 2) }</span> }
        </>
    }
}

fn permission_row(line: &Line<'_>, held: bool, model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let RowId::Permission(index) = line.id else { return Html::default() };
    let Some(row) = model.answer.permissions.get(index) else { return Html::default() };
    let permission = row.permission;
    let in_custom_role = match &model.scenario.member {
        Some(Member::Custom(role)) => Some(role.holds(&permission.id)),
        _ => None,
    };
    let title = line.title.to_owned();
    let current = (model.selected == Some(line.id)).then_some("true");
    html! {
        <tr key={line.key.to_owned()} data-row={line.key.to_owned()} data-held={held.to_string()} class={classes!(flash(line.id, model))}
            aria-current={current} tabindex={current.map(|_| "-1")}>
            <th scope="row">
                if let Some(checked) = in_custom_role {
                    <label><input type="checkbox" {checked}
                        onchange={dispatch.reform(move |_: yew::Event| Action::Edit(Edit::TogglePermission(permission.id.clone())))} />{ " " }{ title }</label>
                } else {
                    { title }
                }
                if permission.doubtful { <span class="chip unknown" title={line.note.map(str::to_owned)}>{ words.doubtful }</span> }
                { status_chip(line.status, model.lang) }
            </th>
            <td class="held">{ held_mark(held, words) }{ expect(line_of_permission(&permission.id, held), model, dispatch) }</td>
        </tr>
    }
}
