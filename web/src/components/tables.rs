//! The tables: what can be done on the Logstore, in the Management Console, in the Development Console.

use ramplay_flink::{Status, catalogue};
use ramplay_playground::{
    Action, CapabilityRow, Mark, Member, PermissionRow, RowId, Ruling, Verdict, sentence,
};
use yew::{Html, KeyboardEvent, classes, html};

use crate::model::{Dispatch, Model, some};
use ramplay_parts::mark::{held_mark, prose, status_chip, verdict_mark};
use ramplay_parts::sources::provenance_of as provenance;
use ramplay_parts::trail::trail;

pub(crate) fn capabilities(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let lang = model.lang;
    let store = model.scenario.logstore.kind;
    let rows = || model.answer.logstore.rows.iter().enumerate();
    let view = |(index, row): (usize, &CapabilityRow)| {
        let capability = row.capability;
        let own = capability.metricstore.as_ref().filter(|_| store == ramplay_flink::StoreKind::Metricstore);
        let note = own.map_or(capability.note.as_ref(), |own| own.note.as_ref());
        let keys = own.map_or(&capability.sources, |own| &own.sources);
        let status = capability.status_for(store);
        verdict_row(
            &Row {
                id: RowId::Capability(index),
                key: &capability.id,
                title: capability.title.get(lang).to_owned(),
                detail: None,
                important: capability.essential,
                verdict: &row.verdict,
                status,
                more: html! {
                    <>
                        if let Some(note) = note { <p class="note">{ note.get(lang).to_owned() }</p> }
                        { provenance(status, keys, lang) }
                    </>
                },
            },
            model,
            dispatch,
        )
    };
    let body = |title: &str, shown: &mut dyn Iterator<Item = (usize, &CapabilityRow)>| {
        html! {
            <tbody>
                <tr class="group"><th colspan="2" scope="colgroup">{ title.to_owned() }</th></tr>
                { for shown.map(view) }
            </tbody>
        }
    };
    let groups = catalogue().sls_capabilities.groups.iter().map(|group| {
        let mut others =
            rows().filter(|(_, row)| !row.capability.essential && row.capability.group == group.id);
        body(group.title.get(lang), &mut others)
    });
    html! {
        <table class="verdicts">
            <caption>{ words.reader }{ ": " }<code>{ model.answer.logstore.reader.arn.clone() }</code></caption>
            { table_head(words.capability, model) }
            { body(words.job_needs, &mut rows().filter(|(_, row)| row.capability.essential)) }
            { for groups }
        </table>
    }
}

pub(crate) fn operations(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let lang = model.lang;
    let rows = model.answer.operations.iter().enumerate().map(|(index, row)| {
        let operation = row.operation;
        verdict_row(&Row {
            id: RowId::Operation(index),
            key: &operation.id,
            title: operation.operation.get(lang).to_owned(),
            detail: operation.action.clone().or_else(|| operation.by_analogy.clone()),
            important: ramplay_playground::OPENING_OPERATIONS.contains(&operation.id.as_str()),
            verdict: &row.verdict,
            status: operation.status,
            more: html! {
                <>
                    if let Some(note) = &operation.note { <p class="note">{ note.get(lang).to_owned() }</p> }
                    { provenance(operation.status, &operation.sources, lang) }
                </>
            },
        }, model, dispatch)
    });
    html! {
        <table class="verdicts">
            <caption>{ words.opening_note }</caption>
            { table_head(words.operation, model) }
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn table_head(first: &'static str, model: &Model) -> Html {
    let words = model.labels();
    html! { <thead><tr><th scope="col">{ first }</th><th scope="col">{ words.outcome }</th></tr></thead> }
}

/// One row of a table of verdicts.
struct Row<'a> {
    id: RowId,
    key: &'a str,
    title: String,
    detail: Option<String>,
    /// Shown in bold.
    important: bool,
    verdict: &'a Verdict,
    status: Status,
    /// What stands above the trail when the row is open.
    more: Html,
}

fn verdict_row(row: &Row<'_>, model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let id = row.id;
    let open = model.selected == Some(id);
    let toggle = dispatch.reform(move |_| Action::Select(id));
    let escape = some(dispatch, move |event: KeyboardEvent| {
        (open && event.key() == "Escape").then_some(Action::Select(id))
    });
    let caret = model.is_decided_by_caret(id).then_some("caret");
    let last = match row.verdict {
        Verdict::NotChecked => Html::default(),
        Verdict::Withheld(why) => {
            html! { <span class="withheld">{ prose(&sentence::withheld(why, &model.answer.documents, model.lang)) }</span> }
        }
        Verdict::Ruled(ruling) => outcome(ruling, row.verdict, model),
    };
    html! {
        <>
            <tr key={row.key.to_owned()} data-row={row.key.to_owned()} data-verdict={format!("{:?}", row.verdict.mark())}
                class={classes!(row.important.then_some("important"), caret, open.then_some("open"))}
                onmouseenter={dispatch.reform(move |_| Action::Hover(Some(id)))}
                onmouseleave={dispatch.reform(|_| Action::Hover(None))}>
                <th scope="row">
                    <div class="cell">
                        { verdict_mark(row.verdict.mark(), words, true) }
                        <div>
                            <button type="button" class="row" aria-expanded={open.to_string()} onclick={toggle} onkeydown={escape}
                                onfocus={dispatch.reform(move |_| Action::Hover(Some(id)))} onblur={dispatch.reform(|_| Action::Hover(None))}>
                                { row.title.clone() }
                            </button>
                            { status_chip(row.status, model.lang) }
                            if let Some(detail) = &row.detail { <code class="detail">{ detail.clone() }</code> }
                        </div>
                    </div>
                </th>
                <td class="outcome">{ last }</td>
            </tr>
            if open {
                <tr class="explanation"><td colspan="2">{ row.more.clone() }{ trail(model.reader(), row.verdict) }</td></tr>
            }
        </>
    }
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

pub(crate) fn permissions(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let lang = model.lang;
    let custom = matches!(model.scenario.member, Some(Member::Custom(_)));
    let row = |row: &PermissionRow| {
        let permission = row.permission;
        let id = permission.id.clone();
        let held_in_role = match &model.scenario.member {
            Some(Member::Custom(role)) => role.holds(&permission.id),
            _ => row.held,
        };
        let toggle = dispatch.reform(move |_: yew::Event| Action::TogglePermission(id.clone()));
        let word_mark = held_mark(row.held, words);
        let note = permission.note.as_ref().map(|note| note.get(lang).to_owned());
        html! {
            <tr key={permission.id.clone()} data-row={permission.id.clone()} data-held={row.held.to_string()}>
                <th scope="row">
                    if custom {
                        <label><input type="checkbox" checked={held_in_role} onchange={toggle} />{ " " }{ permission.title.get(lang).to_owned() }</label>
                    } else {
                        { permission.title.get(lang).to_owned() }
                    }
                    if permission.doubtful { <span class="chip unknown" title={note.clone()}>{ words.doubtful }</span> }
                    { status_chip(permission.status, lang) }
                </th>
                <td>{ word_mark }</td>
            </tr>
        }
    };
    let groups = catalogue().console_permissions.functions.iter().map(|function| {
        let rows = model.answer.permissions.iter().filter(|row| row.permission.function == function.id);
        html! {
            <tbody>
                <tr class="group"><th colspan="2" scope="colgroup">{ function.title.get(lang).to_owned() }</th></tr>
                { for rows.map(row) }
            </tbody>
        }
    });
    let first = catalogue().console_permissions.permissions.first();
    html! {
        <>
            <table class="verdicts">
                <caption>{ words.membership_note }</caption>
                <thead><tr><th scope="col">{ words.permission }</th><th scope="col">{ words.verdict }</th></tr></thead>
                { for groups }
            </table>
            if let Some(row) = first { { provenance(row.status, &row.sources, lang) } }
        </>
    }
}
