//! On narrow screens: the verdicts in one line that stays in view.

use ramplay_flink::Console;
use ramplay_playground::{Mark, sentence};
use yew::{Callback, Html, MouseEvent, html};

use crate::model::Model;
use crate::shell;
use ramplay_parts::mark::{reach_mark, verdict_mark};

pub(crate) fn summary(model: &Model) -> Html {
    let words = model.labels();
    let lang = model.lang;
    let console = |console: Console, caption: &'static str| {
        let reach = model.answer.console(console).reach;
        html! { <span>{ caption }{ " " }{ reach_mark(reach, sentence::reach(reach, console, lang), true) }</span> }
    };
    let rows = &model.answer.logstore.rows;
    let essential = |id: &str| {
        rows.iter().find(|row| row.capability.id == id).map_or(Mark::Withheld, |row| row.verdict.mark())
    };
    let jump = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        shell::go_to("answer");
    });
    html! {
        <nav class="verdict-bar" aria-label={words.answer}><a class="summary" href="#answer" onclick={jump}>
            { console(Console::Management, words.management_short) }
            { console(Console::Development, words.development_short) }
            <span>{ words.consume_short }{ " " }{ verdict_mark(essential("logs.pull"), words, true) }</span>
            <span>{ words.write_short }{ " " }{ verdict_mark(essential("logs.write"), words, true) }</span>
        </a></nav>
    }
}
