//! Every fact behind the answers, with its status and source.

use ramplay_flink::{Body as Known, Console, Status, catalogue, reference};
use ramplay_playground::labels;
use ramplay_text::Lang;
use yew::{Html, Properties, classes, function_component, html};

use super::mark::status_word;
use super::sources::{provenance, sources};

#[derive(Debug, PartialEq, Properties)]
pub(crate) struct FactsProps {
    pub(crate) lang: Lang,
}

#[function_component]
pub(crate) fn Facts(FactsProps { lang }: &FactsProps) -> Html {
    let words = labels(*lang);
    let lang = *lang;
    html! {
        <div class="facts">
            { part(words.logon_facts, logon(lang)) }
            { part(words.system_policies, system_policies(lang)) }
            { part(words.custom_rules, custom_rules(lang)) }
            { part(words.rules, rules(lang)) }
            { part(words.contradictions, contradictions(lang)) }
            { part(words.unknowns, unknowns(lang)) }
            { part(words.catalogue_actions, actions(lang)) }
            { part(words.earlier, earlier(lang)) }
        </div>
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
        let (class, state) = match policy.body {
            Known::Exact => ("stated", words.body_exact),
            Known::Assumed => ("assumed", words.body_assumed),
            Known::Partial | Known::Unknown => ("unknown", words.body_unknown),
        };
        html! {
            <li>
                <p><code>{ policy.name.clone() }</code>{ " " }<span class={classes!("chip", class)}>{ state }</span>{ " " }
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

fn rules(lang: Lang) -> Html {
    let rules = reference().rules.rules.iter();
    html! { <ul>{ for rules.map(|rule| fact(rule.text.get(lang), rule.status, &rule.sources, lang)) }</ul> }
}

fn unknowns(lang: Lang) -> Html {
    let rules = reference().rules.unknowns.iter();
    html! { <ul>{ for rules.map(|rule| fact(rule.text.get(lang), rule.status, &rule.sources, lang)) }</ul> }
}

fn contradictions(lang: Lang) -> Html {
    let words = labels(lang);
    let row = |row: &ramplay_flink::Contradiction| {
        let reading = |reading: &ramplay_flink::Reading| {
            html! {
                <li>{ reading.text.get(lang).to_owned() }
                    if reading.taken { <span class="chip stated">{ words.taken }</span> }
                    { sources(&reading.sources, lang) }</li>
            }
        };
        html! { <li><h4>{ row.topic.get(lang).to_owned() }</h4><ul>{ for row.readings.iter().map(reading) }</ul></li> }
    };
    html! { <ul>{ for reference().rules.contradictions.iter().map(row) }</ul> }
}

fn actions(lang: Lang) -> Html {
    let words = labels(lang);
    let log = reference().sls_actions.iter().map(|row| {
        html! { <tr><td><code>{ row.action.clone() }</code></td><td>{ for row.resources.iter().map(|resource| html! { <code>{ resource.clone() }</code> }) }</td><td>{ status_word(row.status, lang) }</td><td>{ row.confidence.clone().unwrap_or_default() }{ sources(&row.sources, lang) }</td></tr> }
    });
    let stream = reference().development_api_actions.actions.iter().map(|row| {
        html! { <tr><td><code>{ row.action.clone() }</code></td><td><code>{ "*" }</code></td><td>{ status_word(row.status, lang) }</td><td>{ sources(&row.sources, lang) }</td></tr> }
    });
    let other = reference().other_stream_actions.iter().map(|row| {
        html! { <tr><td><code>{ row.action.clone() }</code></td><td>{ row.meaning.get(lang).to_owned() }</td><td>{ status_word(row.status, lang) }</td><td>{ sources(&row.sources, lang) }</td></tr> }
    });
    html! {
        <div class="wide" tabindex="0" role="group" aria-label={words.catalogue_actions}>
            <table>
                <thead><tr><th scope="col">{ words.action }</th><th scope="col">{ words.resource }</th><th scope="col">{ words.status }</th><th scope="col">{ words.source }</th></tr></thead>
                <tbody>{ for log }{ for stream }{ for other }</tbody>
            </table>
        </div>
    }
}

fn earlier(lang: Lang) -> Html {
    let tick = |held: bool| if held { "✓" } else { "–" };
    let table = |table: &ramplay_flink::EarlierRoleTable| {
        let row = |row: &ramplay_flink::EarlierRow| {
            html! { <tr><th scope="row">{ row.operation.get(lang).to_owned() }</th><td>{ tick(row.owner) }</td><td>{ tick(row.editor) }</td><td>{ tick(row.viewer) }</td></tr> }
        };
        html! {
            <li>
                <table>
                    <caption>{ table.title.get(lang).to_owned() }</caption>
                    <thead><tr><td></td><th scope="col">{ "owner" }</th><th scope="col">{ "editor" }</th><th scope="col">{ "viewer" }</th></tr></thead>
                    <tbody>{ for table.rows.iter().map(row) }</tbody>
                </table>
                { provenance(table.status, &table.sources, lang) }
            </li>
        }
    };
    html! { <ul>{ for reference().earlier_role_tables.iter().map(table) }</ul> }
}
