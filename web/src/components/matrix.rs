//! All logon methods for the same policies.

use ramplay_flink::{Console, catalogue};
use ramplay_playground::{Action, Edit, MatrixRow, sentence};
use yew::{Html, classes, html};

use ramplay_parts::mark::{reach_mark, status_chip};

use crate::model::{Dispatch, Model};

pub(crate) fn matrix(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let lang = model.lang;
    let row = |row: &MatrixRow| {
        let method = row.method;
        let chosen = method == model.scenario.logon;
        let family = sentence::short_family(method.family(), lang);
        let title = catalogue().logon_method(method).title.get(lang).to_owned();
        let choose = dispatch.reform(move |_| Action::Edit(Edit::SetLogon(method)));
        let cell = |console: Console| {
            let [management, development] = &row.consoles;
            let answer = match console {
                Console::Management => management,
                Console::Development => development,
            };
            let word = sentence::reach(answer.reach, console, lang);
            html! { <td data-console={console.id()} data-reach={answer.reach.id()}>{ reach_mark(answer.reach, word, true) }{ status_chip(answer.cell.status, lang) }</td> }
        };
        html! {
            <tr key={method.id()} data-method={method.id()} class={classes!(chosen.then_some("chosen"))}>
                <th scope="row">
                    <button type="button" onclick={choose} {title} aria-pressed={chosen.to_string()}>
                        <span class="family">{ family }</span>{ " · " }{ sentence::short_method(method, lang) }
                    </button>
                </th>
                { for Console::ALL.into_iter().map(cell) }
            </tr>
        }
    };
    html! {
        <section class="matrix">
            <h2>{ words.all_methods }</h2>
            <table>
                <caption>{ words.matrix_caption }</caption>
                <thead><tr><th scope="col">{ words.logon_method }</th><th scope="col"><abbr title={words.management}>{ words.management_short }</abbr></th><th scope="col"><abbr title={words.development}>{ words.development_short }</abbr></th></tr></thead>
                <tbody>{ for model.answer.matrix.iter().map(row) }</tbody>
            </table>
        </section>
    }
}
