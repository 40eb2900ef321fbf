//! Every fact behind the answers, with its status and source.
//!
//! What the answers are made from is in the program. The rest (rules, contradictions, long lists of actions) is
//! read from the data files themselves, and only when this view is opened.

use ramplay_flink::{Console, Status, catalogue};
use ramplay_playground::labels;
use ramplay_text::Lang;
use wasm_bindgen::JsValue;
use yew::{Component, Context, Html, html};

use crate::read::json;
use crate::view::Props;
use ramplay_parts::json::{field, flag, items, keys, string, text};
use ramplay_parts::mark::{body_chip, status_name};
use ramplay_parts::part::Given;
use ramplay_parts::sources::{provenance_of as provenance, sources_of as sources};

/// The data files, relative to the page.
const FILES: [&str; 5] = [
    "facts/rules.json",
    "facts/sls_actions.json",
    "facts/development_api_actions.json",
    "facts/other_stream_actions.json",
    "facts/earlier_role_tables.json",
];

/// The view; it owns the files that were read.
#[derive(Debug)]
pub(crate) struct Facts {
    /// One value for each of [`FILES`], and whether it could be read.
    files: [Option<Result<JsValue, ()>>; 5],
    lang: Lang,
}

/// What happens here.
#[derive(Debug)]
pub(crate) enum Message {
    /// The page has another scenario or language.
    Take(Given),
    /// A file came, or did not.
    Came(usize, Result<JsValue, ()>),
}

impl From<Given> for Message {
    fn from(given: Given) -> Self {
        Message::Take(given)
    }
}

impl Component for Facts {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        for (index, file) in FILES.iter().enumerate() {
            ctx.link().send_future(async move { Message::Came(index, json(file).await) });
        }
        Facts { files: [const { None }; 5], lang: ctx.props().given.lang }
    }

    fn update(&mut self, _ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Take(Given { lang, .. }) => std::mem::replace(&mut self.lang, lang) != lang,
            Message::Came(index, value) => {
                if let Some(slot) = self.files.get_mut(index) {
                    *slot = Some(value);
                }
                true
            }
        }
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let lang = self.lang;
        let words = labels(lang);
        let [rules_file, log, development, other, earlier_tables] = &self.files;
        let of = |file: &Option<Result<JsValue, ()>>, show: &dyn Fn(&JsValue) -> Html| match file {
            None => html! { <p role="status">{ words.loading_facts }</p> },
            Some(Err(())) => html! { <p class="field-problem">{ words.not_loaded }</p> },
            Some(Ok(value)) => show(value),
        };
        html! {
            <div class="facts">
                { part(words.logon_facts, logon(lang)) }
                { part(words.system_policies, system_policies(lang)) }
                { part(words.custom_rules, custom_rules(lang)) }
                { part(words.rules, of(rules_file, &|file| rules(&field(file, "rules"), lang))) }
                { part(words.contradictions, of(rules_file, &|file| contradictions(&field(file, "contradictions"), lang))) }
                { part(words.unknowns, of(rules_file, &|file| rules(&field(file, "unknowns"), lang))) }
                { part(words.sls_actions, of(log, &|file| actions(file, lang))) }
                { part(words.development_actions, of(development, &|file| actions(&field(file, "actions"), lang))) }
                { part(words.other_actions, of(other, &|file| actions(file, lang))) }
                { part(words.earlier, of(earlier_tables, &|file| earlier(file, lang))) }
            </div>
        }
    }
}

fn part(title: &'static str, body: Html) -> Html {
    html! { <details><summary><h3>{ title }</h3></summary>{ body }</details> }
}

fn fact(text: &str, status: Status, keys: &[String], lang: Lang) -> Html {
    html! { <li><p>{ text.to_owned() }</p>{ provenance(status, keys, lang) }</li> }
}

fn logon(lang: Lang) -> Html {
    let words = labels(lang);
    let method = |row: &ramplay_flink::LogonMethodRow| {
        let cell = |console: Console| {
            let cell = row.cell(console);
            let title = match console {
                Console::Management => words.management,
                Console::Development => words.development,
            };
            html! {
                <li>
                    <p><strong>{ title }</strong>{ ": " }{ cell.basis.get(lang).to_owned() }
                        { cell.note.as_ref().map(|note| format!(" {}", note.get(lang))).unwrap_or_default() }</p>
                    { provenance(cell.status, &cell.sources, lang) }
                </li>
            }
        };
        let before =
            row.preconditions.iter().map(|each| fact(each.text.get(lang), each.status, &each.sources, lang));
        html! { <li><h4>{ row.title.get(lang).to_owned() }</h4><ul>{ for Console::ALL.into_iter().map(cell) }{ for before }</ul></li> }
    };
    html! { <ul>{ for catalogue().logon_methods.methods.iter().map(method) }</ul> }
}

fn system_policies(lang: Lang) -> Html {
    let words = labels(lang);
    let policy = |policy: &ramplay_flink::SystemPolicy| {
        html! {
            <li>
                <p><code>{ policy.name.clone() }</code>{ " " }{ body_chip(policy, words) }{ " " }
                    { policy.version.clone().unwrap_or_default() }</p>
                <p>{ policy.description.get(lang).to_owned() }{ " " }{ policy.note.as_ref().map(|note| note.get(lang).to_owned()).unwrap_or_default() }</p>
                { sources(&policy.sources, lang) }
            </li>
        }
    };
    html! { <ul>{ for catalogue().system_policies.iter().map(policy) }</ul> }
}

fn custom_rules(lang: Lang) -> Html {
    let roles = catalogue().console_roles.roles.iter().map(|role| {
        let text = format!("{}: {}", role.title.get(lang), role.description.get(lang));
        fact(&text, role.status, &role.sources, lang)
    });
    let rules = catalogue().console_roles.custom_role.rules.iter();
    html! { <ul>{ for roles }{ for rules.map(|rule| fact(rule.text.get(lang), rule.status, &rule.sources, lang)) }</ul> }
}

/// Status and sources of a row of a data file.
fn row_provenance(row: &JsValue, lang: Lang) -> Html {
    let status = string(row, "status");
    html! { <div class="provenance">{ status_name(&status, lang) }{ sources(&keys(row, "sources"), lang) }</div> }
}

fn rules(list: &JsValue, lang: Lang) -> Html {
    let row =
        |row: JsValue| html! { <li><p>{ text(&row, "text", lang) }</p>{ row_provenance(&row, lang) }</li> };
    html! { <ul>{ for items(list).map(row) }</ul> }
}

fn contradictions(list: &JsValue, lang: Lang) -> Html {
    let words = labels(lang);
    let reading = |reading: JsValue| {
        html! {
            <li>{ text(&reading, "text", lang) }
                if flag(&reading, "taken") { <span class="chip stated">{ words.taken }</span> }
                { sources(&keys(&reading, "sources"), lang) }</li>
        }
    };
    let row = |row: JsValue| {
        html! { <li><h4>{ text(&row, "topic", lang) }</h4><ul>{ for items(&field(&row, "readings")).map(reading) }</ul></li> }
    };
    html! { <ul>{ for items(list).map(row) }</ul> }
}

fn actions(list: &JsValue, lang: Lang) -> Html {
    let words = labels(lang);
    let row = |row: JsValue| {
        let resources: Vec<String> = keys(&row, "resources");
        let remark = [
            text(&row, "operation", lang),
            text(&row, "confidence", lang),
            text(&row, "note", lang),
            text(&row, "meaning", lang),
        ];
        html! {
            <tr>
                <td><code>{ string(&row, "action") }</code></td>
                <td>{ for resources.iter().map(|resource| html! { <code>{ resource.clone() }</code> }) }
                    { for remark.iter().filter(|remark| !remark.is_empty()).map(|remark| html! { <p>{ remark.clone() }</p> }) }</td>
                <td>{ row_provenance(&row, lang) }</td>
            </tr>
        }
    };
    html! {
        <div class="wide" tabindex="0" role="group" aria-label={words.catalogue_actions}>
            <table>
                <thead><tr><th scope="col">{ words.action }</th><th scope="col">{ words.resource }</th><th scope="col">{ words.source }</th></tr></thead>
                <tbody>{ for items(list).map(row) }</tbody>
            </table>
        </div>
    }
}

fn earlier(list: &JsValue, lang: Lang) -> Html {
    let tick = |row: &JsValue, role: &str| if flag(row, role) { "✓" } else { "–" };
    let row = |row: JsValue| {
        html! { <tr><th scope="row">{ text(&row, "operation", lang) }</th><td>{ tick(&row, "owner") }</td><td>{ tick(&row, "editor") }</td><td>{ tick(&row, "viewer") }</td></tr> }
    };
    let table = |table: JsValue| {
        html! {
            <li>
                <table>
                    <caption>{ text(&table, "title", lang) }</caption>
                    <thead><tr><td></td><th scope="col">{ "owner" }</th><th scope="col">{ "editor" }</th><th scope="col">{ "viewer" }</th></tr></thead>
                    <tbody>{ for items(&field(&table, "rows")).map(row) }</tbody>
                </table>
                { row_provenance(&table, lang) }
            </li>
        }
    };
    html! { <ul>{ for items(list).map(table) }</ul> }
}
