//! The right side: what follows from the scenario.

use ramplay_flink::{Console, catalogue};
use ramplay_playground::{Mark, Point, Table};
use ramplay_text::fill;
use yew::{Callback, Html, KeyboardEvent, classes, function_component, html, use_state_eq};

use super::Props;
use super::console_card::console_card;
use super::matrix::matrix;
use super::part::Part;
use super::tables::table;
use crate::model::Model;
use crate::module;
use crate::shell::{self, Step};

/// The tables that take turns in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Logstore,
    Management,
    Development,
    Jobs,
    Ask,
    Questions,
    Way,
    Guide,
    Review,
    Facts,
}

impl Tab {
    /// The one with this; none if it is always to be seen.
    fn of(point: Point) -> Option<Self> {
        match point {
            Point::Drafts => Some(Tab::Jobs),
            Point::Row(row) => row.table().map(|table| match table {
                Table::Logstore => Tab::Logstore,
                Table::Management => Tab::Management,
                Table::Development => Tab::Development,
            }),
        }
    }

    /// Whether the logon methods have a place beside it.
    fn is_narrow(self) -> bool {
        matches!(self, Tab::Logstore | Tab::Management | Tab::Development)
    }
}

const TABS: [(Tab, &str); 10] = [
    (Tab::Logstore, "logstore"),
    (Tab::Management, "management"),
    (Tab::Development, "development"),
    (Tab::Jobs, "jobs"),
    (Tab::Ask, "ask"),
    (Tab::Questions, "questions"),
    (Tab::Way, "way"),
    (Tab::Guide, "guide"),
    (Tab::Review, "review"),
    (Tab::Facts, "facts"),
];

#[function_component]
pub(crate) fn Answer(Props { model, dispatch }: &Props) -> Html {
    let words = model.labels();
    let chosen = use_state_eq(|| (0, Tab::Logstore));
    // What an example makes its point with is shown once; whoever chooses another tab then is not called back.
    let number = model.point.map_or(0, |(number, _)| number);
    let tab = match model.point {
        Some((number, point)) if number != chosen.0 => Tab::of(point).unwrap_or(chosen.1),
        _ => chosen.1,
    };
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |tab| chosen.set((number, tab)))
    };
    let later = |part| html! { <Part key={format!("{part:?}")} {part} model={model.clone()} dispatch={dispatch.clone()} /> };
    let panel = match tab {
        Tab::Logstore => table(Table::Logstore, model, dispatch),
        Tab::Management => table(Table::Management, model, dispatch),
        Tab::Development => table(Table::Development, model, dispatch),
        Tab::Jobs => later(module::Part::Jobs),
        Tab::Ask => later(module::Part::View("ask")),
        Tab::Questions => later(module::Part::View("questions")),
        Tab::Way => later(module::Part::View("way")),
        Tab::Guide => later(module::Part::View("guide")),
        Tab::Review => later(module::Part::View("review")),
        Tab::Facts => later(module::Part::View("facts")),
    };
    let current = TABS.iter().find(|(each, _)| *each == tab).map_or("", |(_, id)| *id);
    html! {
        <section class="answer" id="answer" aria-label={words.answer} tabindex="-1">
            <div class="cards" aria-live="polite">
                { console_card(model, dispatch, Console::Management) }
                { console_card(model, dispatch, Console::Development) }
            </div>
            <div class={classes!("lower", (!tab.is_narrow()).then_some("stacked"))}>
                <div class="tables">
                    <div class="tabs" role="tablist">{ for TABS.iter().map(|(each, id)| tab_button(*each, id, tab, &choose, model)) }</div>
                    <div role="tabpanel" id="tables" aria-labelledby={format!("tab-{current}")}>{ panel }</div>
                </div>
                { matrix(model, dispatch) }
            </div>
            <p class="version">{ words.nothing_leaves }{ " " }{ fill(words.made_by, &[("version", env!("CARGO_PKG_VERSION")), ("date", catalogue().date())]) }</p>
        </section>
    }
}

fn tab_button(each: Tab, id: &str, tab: Tab, choose: &Callback<Tab>, model: &Model) -> Html {
    let words = model.labels();
    let answer = &model.answer;
    let (caption, count) = match each {
        Tab::Logstore => {
            let rows = &answer.logstore.rows;
            let allowed = rows.iter().filter(|row| row.verdict.mark() == Mark::Allow).count();
            (words.logstore, Some((allowed, rows.len())))
        }
        Tab::Management => (words.management_tab, Some(answer.operation_count())),
        Tab::Development => (words.development_tab, Some(answer.permission_count())),
        Tab::Jobs => (words.jobs_tab, None),
        Tab::Ask => (words.ask_tab, None),
        Tab::Questions => (words.questions_tab, None),
        Tab::Way => (words.way_tab, None),
        Tab::Guide => (words.guide_tab, None),
        Tab::Review => (words.review_tab, None),
        Tab::Facts => (words.facts_tab, None),
    };
    let chosen = tab == each;
    let choose = choose.reform(move |_| each);
    // The tabs are one stop of the Tab key; arrows go from one to the next.
    let arrows = Callback::from(|event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Previous,
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return,
        };
        event.prevent_default();
        shell::step_tab(&event, to);
    });
    html! {
        <button type="button" role="tab" id={format!("tab-{id}")} tabindex={if chosen { "0" } else { "-1" }} onkeydown={arrows} class={classes!(chosen.then_some("chosen"))}
            aria-selected={chosen.to_string()} aria-controls="tables" onclick={choose}>
            { caption }
            if let Some((yes, all)) = count {
                <span class="count">{ format!("{yes}/{all}") }</span>
            }
        </button>
    }
}
