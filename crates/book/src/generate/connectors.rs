//! The connectors of Flink SQL, and what each step of them needs.

use std::fmt::Write as _;

use ramplay_flink::{Connector, Step, TableRole, connectors as facts};
use ramplay_text::Lang;

use super::table::{self, angle_brackets, cell, codes, sources, table, words};

/// Every connector.
pub(super) fn connectors(lang: Lang) -> String {
    facts().connectors.iter().map(|connector| one(connector, lang)).collect()
}

fn one(connector: &Connector, lang: Lang) -> String {
    let labels = words::labels(lang);
    let mut out = format!("## {} {{#{}}}\n\n", cell(connector.title.get(lang)), connector.id);
    let _ = writeln!(
        out,
        "{} · {} · {} · {}\n",
        codes(connector.names.iter().map(String::as_str)),
        cell(connector.product.get(lang)),
        table::status(connector.status, lang),
        sources(&connector.sources, lang)
    );
    let access = &connector.access;
    let _ = writeln!(
        out,
        "{}: {} ({}, {})\n",
        labels.decided_by,
        angle_brackets(access.text.get(lang)),
        table::status(access.status, lang),
        sources(&access.sources, lang)
    );
    if !connector.options.is_empty() {
        let names = codes(connector.options.iter().map(|option| option.name.as_str()));
        let _ = writeln!(out, "{}: {names}\n", labels.options);
    }
    if !connector.credentials.is_empty() {
        let names = codes(connector.credentials.iter().map(|option| option.name.as_str()));
        let _ = writeln!(out, "{}: {names}\n", labels.credentials);
    }
    if !connector.steps.is_empty() {
        let head = [labels.step, labels.needs, labels.denied, labels.status, labels.sources];
        out += &table(&head, connector.steps.iter().map(|step| row(step, lang)));
    }
    if let Some(note) = &connector.note {
        let _ = writeln!(out, "{}\n", angle_brackets(note.get(lang)));
    }
    out
}

fn row(step: &Step, lang: Lang) -> Vec<String> {
    let roles: Vec<&str> = step
        .roles
        .iter()
        .map(|role| match role {
            TableRole::Source => "source",
            TableRole::Sink => "sink",
            TableRole::Lookup => "lookup",
            TableRole::Catalog => "catalog",
        })
        .collect();
    let needs = match &step.grants {
        Some(grants) => grants.get(lang).to_owned(),
        None => {
            let actions = codes(step.actions.iter().map(String::as_str));
            let resources = codes(step.resources.iter().map(String::as_str));
            if step.actions.is_empty() { "–".to_owned() } else { format!("{actions}: {resources}") }
        }
    };
    vec![
        format!("{} ({})", step.title.get(lang), roles.join(", ")),
        needs,
        step.denied.text.get(lang).to_owned(),
        table::status(step.status, lang),
        sources(&step.sources, lang),
    ]
}
