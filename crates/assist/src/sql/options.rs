//! Options of connectors and their values.

use ramplay_flink::{
    Connector, ConnectorForm, CredentialKind, CredentialOption, CredentialPlace, ResourceOption, connectors,
};
use ramplay_text::Lang;

use super::variables;
use crate::Facts;
use crate::item::{Item, ItemKind, Told, address};
use crate::place::SqlPlace;
use crate::policy::ended;
use crate::words::labels;

/// Whether this option says which connector a table has.
pub(super) fn is_connector_key(key: Option<&str>) -> bool {
    key.is_some_and(|key| key.eq_ignore_ascii_case("connector"))
}

fn named(name: &str) -> Option<&'static Connector> {
    connectors().named(ConnectorForm::Table, name)
}

fn of(place: &SqlPlace) -> Option<&'static Connector> {
    place.connector.as_deref().and_then(named)
}

pub(super) fn keys(place: &SqlPlace, lang: Lang) -> Vec<Item> {
    let words = labels(lang);
    let Some(connector) = of(place) else {
        let is_there = place.present.iter().any(|key| is_connector_key(Some(key)));
        let key = Item::new(ItemKind::Option, "connector").detail(words.required).info(words.connector_key);
        return if is_there { Vec::new() } else { vec![key] };
    };
    let is_present = |is_it: &dyn Fn(&str) -> bool| place.present.iter().any(|key| is_it(key));
    let credentials = connector.credentials.iter().filter(|row| {
        row.place == CredentialPlace::With
            && !is_present(&|key| connector.credential(key).is_some_and(|known| known.name == row.name))
    });
    let options = connector
        .options
        .iter()
        .filter(|row| !is_present(&|key| connector.option(key).is_some_and(|known| known.name == row.name)));
    let source = address(&connector.sources);
    let credentials = credentials.map(|row| {
        Item::new(ItemKind::Option, row.name.clone())
            .detail(if row.required { words.required } else { words.credential })
            .info(credential(row, lang))
            .source(source)
            .value("'${secret_values.|}'")
            .boost(if row.required { 15 } else { -5 })
    });
    let options = options.map(|row| {
        let required = !row.required_for.is_empty();
        Item::new(ItemKind::Option, row.name.clone())
            .detail(if required { words.required } else { words.optional })
            .info(row.note.as_ref().map(|note| ended(note.get(lang), lang)).unwrap_or_default())
            .source(source)
            .boost(if required { 20 } else { 0 })
    });
    options.chain(credentials).collect()
}

pub(super) fn values(place: &SqlPlace, facts: &Facts, lang: Lang) -> Vec<Item> {
    let words = labels(lang);
    if is_connector_key(place.key.as_deref()) {
        let tables = connectors().connectors.iter().filter(|row| row.form == ConnectorForm::Table);
        return tables
            .flat_map(|row| row.names.iter().map(move |name| (row, name)))
            .map(|(row, name)| {
                Item::new(ItemKind::Connector, name.clone())
                    .detail(row.title.get(lang))
                    .info(ended(row.access.text.get(lang), lang))
                    .source(address(&row.access.sources))
            })
            .collect();
    }
    let (Some(connector), Some(key)) = (of(place), place.key.as_deref()) else { return Vec::new() };
    if connector.credential(key).is_some() {
        return variables::references(facts, lang);
    }
    let fills = connector.option(key).and_then(|row| row.fills.as_deref());
    let name = match fills {
        Some("project") => &facts.project,
        Some("logstore") => &facts.logstore,
        Some("consumerGroup") => &facts.consumer_group,
        _ => return Vec::new(),
    };
    let item = Item::new(ItemKind::Name, name.clone()).detail(words.from_scenario);
    if name.is_empty() { Vec::new() } else { vec![item] }
}

pub(super) fn told_key(place: &SqlPlace, word: &str, lang: Lang) -> Option<Told> {
    if is_connector_key(Some(word)) {
        let told = Told { paragraphs: vec![labels(lang).connector_key.to_owned()], ..Told::default() };
        return Some(told);
    }
    let connector = of(place)?;
    let source = address(&connector.sources);
    if let Some(row) = connector.credential(word) {
        return Some(Told::new(credential(row, lang), connector.status, source));
    }
    let row = connector.option(word)?;
    let note = row.note.as_ref().map(|note| ended(note.get(lang), lang)).unwrap_or_default();
    Some(Told::new(note, connector.status, source).and(requirement(row, connector, lang)))
}

fn requirement(row: &ResourceOption, connector: &Connector, lang: Lang) -> String {
    let title = connector.title.get(lang);
    match (lang, row.required_for.is_empty()) {
        (Lang::En, false) => format!("An option of {title}, required."),
        (Lang::En, true) => format!("An option of {title}."),
        (Lang::Zh, false) => format!("{title} 的选项，必填。"),
        (Lang::Zh, true) => format!("{title} 的选项。"),
    }
}

pub(super) fn told_connector(name: &str, lang: Lang) -> Option<Told> {
    let row = named(name)?;
    let told = Told::new(ended(row.title.get(lang), lang), row.access.status, address(&row.access.sources));
    Some(told.and(ended(row.product.get(lang), lang)).and(ended(row.access.text.get(lang), lang)))
}

fn credential(row: &CredentialOption, lang: Lang) -> &'static str {
    let words = labels(lang);
    match row.kind {
        CredentialKind::AccessKeyId => words.access_key_id,
        CredentialKind::AccessKeySecret => words.access_key_secret,
        CredentialKind::SecurityToken => words.security_token,
        CredentialKind::User => words.credential_user,
        CredentialKind::Password => words.credential_password,
        CredentialKind::Jaas => words.credential_jaas,
    }
}
