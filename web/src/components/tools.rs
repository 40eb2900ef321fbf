//! What filters, sorts and copies a table.

use ramplay_playground::{Action, Filter, Only, Order, Table};
use ramplay_text::fill;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, MouseEvent};
use yew::{Html, InputEvent, TargetCast, html};

use crate::model::{Dispatch, Model};
use crate::{module, shell};
use ramplay_parts::copy::copy;
use ramplay_parts::locale::number;

/// The forms in which a table can be copied, as the module that makes them names them.
const FORMS: [&str; 3] = ["markdown", "csv", "report"];

pub(crate) fn tools(table: Table, shown: usize, model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let filter = &model.filter;
    let set = |change: &dyn Fn(&mut Filter)| {
        let mut changed = filter.clone();
        change(&mut changed);
        dispatch.reform(move |_: MouseEvent| Action::SetFilter(changed.clone()))
    };
    let only = |only: Only| {
        let caption = match only {
            Only::All => words.only_all,
            Only::Denied => words.only_denied,
            Only::Allowed => words.only_allowed,
        };
        let chosen = filter.only == only;
        html! { <button type="button" aria-pressed={chosen.to_string()} onclick={set(&|filter| filter.only = only)}>{ caption }</button> }
    };
    let search = {
        let filter = filter.clone();
        dispatch.reform(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            Action::SetFilter(Filter { text, ..filter.clone() })
        })
    };
    let order = match filter.order {
        Order::Subject => Order::Verdict,
        Order::Verdict => Order::Subject,
    };
    let by_verdict = filter.order == Order::Verdict;
    let all = model.row_count(table);
    let count = if shown == all {
        String::new()
    } else {
        let (shown, all) = (number(shown, model.lang), number(all, model.lang));
        fill(words.rows_shown, &[("shown", &shown), ("all", &all)])
    };
    html! {
        <div class="table-tools" role="group" aria-label={words.table_tools}>
            <div class="switch" role="group" aria-label={words.show_rows}>{ for Only::ALL.into_iter().map(only) }</div>
            <input type="search" id="filter" value={filter.text.clone()} oninput={search}
                placeholder={words.search} aria-label={words.search} autocomplete="off" spellcheck="false" />
            <button type="button" id="by-verdict" aria-pressed={by_verdict.to_string()} onclick={set(&|filter| filter.order = order)}>
                { words.by_verdict }
            </button>
            <details class="menu" id="copy-table">
                <summary>{ words.copy_as }</summary>
                <ul>{ for FORMS.into_iter().zip([words.as_markdown, words.as_csv, words.as_report]).map(|(form, caption)| html! {
                    <li><button type="button" data-form={form} onclick={copier(table, form, model)}>{ caption }</button></li>
                }) }</ul>
            </details>
            <span class="count" role="status">{ count }</span>
        </div>
    }
}

/// Copies the table in a form, which a module that is loaded for it makes.
fn copier(table: Table, form: &'static str, model: &Model) -> yew::Callback<MouseEvent> {
    let model = model.clone();
    yew::Callback::from(move |event: MouseEvent| {
        shell::close_menu(&event);
        let model = model.clone();
        spawn_local(async move {
            let words = model.labels();
            let text = module::report(&model, table, form).await;
            let copied = match &text {
                Ok(text) => copy(text).await,
                Err(_) => false,
            };
            shell::say(if copied { words.copied_table } else { words.not_copied });
        });
    })
}
