//! Actions: those of the catalogues, and patterns that match several of them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use ramplay_findings::source;
use ramplay_flink::{
    AccessLevel, OperationCheck, OperationResource, Status, catalogue, connectors, reference,
};
use ramplay_policy::{Pattern, PolicyKind};
use ramplay_text::Lang;

use crate::item::{Item, ItemKind, Told, address};
use crate::words::labels;

/// An action of a catalogue.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) name: &'static str,
    /// In lower case, ready to be matched.
    pub(super) folded: String,
    level: AccessLevel,
    /// What it does, in English and Chinese; texts that there are in English only stand in both.
    meaning: [String; 2],
    /// What else to know, likewise.
    note: Option<[String; 2]>,
    /// What it is checked on, with placeholders; empty where that is not known.
    pub(super) resources: Vec<&'static str>,
    status: Status,
    source: Option<&'static str>,
}

impl Known {
    fn meaning(&self, lang: Lang) -> &str {
        in_lang(&self.meaning, lang)
    }

    /// The code of its service.
    pub(super) fn service(&self) -> &'static str {
        self.name.split_once(':').map_or(self.name, |(service, _)| service)
    }
}

fn in_lang(texts: &[String; 2], lang: Lang) -> &str {
    let [en, zh] = texts;
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

fn both(text: &ramplay_flink::Text) -> [String; 2] {
    [text.en.clone(), text.zh.clone()]
}

/// Every action, each once: what describes it best comes first.
pub(super) fn known() -> &'static [Known] {
    static KNOWN: OnceLock<Vec<Known>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut all: Vec<Known> = Vec::new();
        for row in
            operations().chain(development()).chain(other()).chain(sls()).chain(steps()).chain([assume()])
        {
            if all.iter().all(|known| known.folded != row.folded) {
                all.push(row);
            }
        }
        all
    })
}

fn operations() -> impl Iterator<Item = Known> {
    catalogue().operations.iter().filter_map(|row| {
        let OperationCheck::Action(name) = row.check() else { return None };
        let resources = match row.resource {
            OperationResource::Instance => vec!["acs:stream:{region}:{uid}:vvpinstance/{instance}"],
            OperationResource::Namespace => {
                vec!["acs:stream:{region}:{uid}:vvpinstance/{instance}/vvpnamespace/{namespace}"]
            }
            OperationResource::All => vec!["*"],
            OperationResource::Unknown => Vec::new(),
        };
        Some(Known {
            name,
            folded: name.to_ascii_lowercase(),
            level: row.access_level,
            meaning: both(&row.operation),
            note: row.note.as_ref().map(both),
            resources,
            status: row.status,
            source: address(&row.sources),
        })
    })
}

fn development() -> impl Iterator<Item = Known> {
    let actions = &reference().development_api_actions;
    actions.actions.iter().map(|row| {
        let group = actions.groups.iter().find(|group| group.id == row.group);
        let [en, zh] = group.map(|group| both(&group.title)).unwrap_or_default();
        Known {
            name: &row.action,
            folded: row.action.to_ascii_lowercase(),
            level: row.access_level,
            meaning: [format!("Development Console API: {en}"), format!("开发控制台 API：{zh}")],
            note: None,
            resources: vec!["*"],
            status: row.status,
            source: address(&row.sources),
        }
    })
}

fn other() -> impl Iterator<Item = Known> {
    reference().other_stream_actions.iter().map(|row| Known {
        name: &row.action,
        folded: row.action.to_ascii_lowercase(),
        level: AccessLevel::Unknown,
        meaning: both(&row.meaning),
        note: None,
        resources: Vec::new(),
        status: row.status,
        source: address(&row.sources),
    })
}

fn sls() -> impl Iterator<Item = Known> {
    reference().sls_actions.iter().map(|row| Known {
        name: &row.action,
        folded: row.action.to_ascii_lowercase(),
        level: row.access_level,
        meaning: both(&row.operation),
        note: row.note.as_ref().map(both),
        resources: row.resources.iter().map(String::as_str).collect(),
        status: row.status,
        source: address(&row.sources),
    })
}

/// What connectors do with other services.
fn steps() -> impl Iterator<Item = Known> {
    connectors().connectors.iter().flat_map(|connector| {
        connector.steps.iter().flat_map(move |step| {
            step.actions.iter().map(move |name| Known {
                name,
                folded: name.to_ascii_lowercase(),
                level: AccessLevel::Unknown,
                meaning: [
                    format!("{} ({})", step.title.en, connector.title.en),
                    format!("{}（{}）", step.title.zh, connector.title.zh),
                ],
                note: step.note.as_ref().map(both),
                resources: step.resources.iter().map(String::as_str).collect(),
                status: step.status,
                source: address(&step.sources),
            })
        })
    })
}

fn assume() -> Known {
    Known {
        name: "sts:AssumeRole",
        folded: "sts:assumerole".to_owned(),
        level: AccessLevel::Unknown,
        meaning: ["Assume a RAM role".to_owned(), "扮演 RAM 角色".to_owned()],
        note: None,
        resources: vec!["acs:ram::{uid}:role/{role}"],
        status: Status::Stated,
        source: Some(source::ASSUME_ROLE),
    }
}

/// The known actions that a pattern matches, as the engine does.
pub(super) fn matching(pattern: &str) -> Vec<&'static Known> {
    let pattern = Pattern::new(&pattern.to_ascii_lowercase());
    known().iter().filter(|known| pattern.matches(&known.folded)).collect()
}

fn level(level: AccessLevel, lang: Lang) -> &'static str {
    let words = labels(lang);
    match level {
        AccessLevel::Create => words.level_create,
        AccessLevel::List => words.level_list,
        AccessLevel::Get => words.level_get,
        AccessLevel::Update => words.level_update,
        AccessLevel::Delete => words.level_delete,
        AccessLevel::Write => words.level_write,
        AccessLevel::None => words.level_none,
        AccessLevel::Unknown => "",
    }
}

pub(super) fn items(kind: PolicyKind, lang: Lang) -> Vec<Item> {
    let of_kind = |known: &&Known| kind != PolicyKind::Trust || known.service() == "sts";
    let actions = known().iter().filter(of_kind).map(|known| {
        Item::new(ItemKind::Action, known.name)
            .detail(level(known.level, lang))
            .info(known.meaning(lang))
            .source(known.source)
            .boost(service_boost(known.service()))
    });
    let mut items: Vec<Item> = actions.collect();
    if kind != PolicyKind::Trust {
        items.extend(wildcards(lang));
    }
    items
}

/// What the playground is about comes first.
fn service_boost(service: &str) -> i8 {
    match service {
        "stream" | "log" => 10,
        _ => 0,
    }
}

/// `service:Verb*` where it matches several known actions, and `service:*`.
fn wildcards(lang: Lang) -> Vec<Item> {
    let mut verbs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for known in known() {
        if let Some((service, name)) = known.name.split_once(':') {
            let end = name.char_indices().skip(1).find(|(_, letter)| letter.is_ascii_uppercase());
            let verb = end.and_then(|(at, _)| name.get(..at)).unwrap_or(name);
            *verbs.entry((service, verb)).or_default() += 1;
            *verbs.entry((service, "")).or_default() += 1;
        }
    }
    let several =
        verbs.into_iter().filter(|((_, verb), count)| *count > 2 || (verb.is_empty() && *count > 1));
    let patterns = several.map(|((service, verb), count)| {
        let info = if verb.is_empty() { labels(lang).whole_service.to_owned() } else { String::new() };
        Item::new(ItemKind::Wildcard, format!("{service}:{verb}*"))
            .detail(count_of(count, lang))
            .info(info)
            .source(Some(source::ELEMENTS))
            .boost(service_boost(service) - 5)
    });
    let everything = Item::new(ItemKind::Wildcard, "*")
        .info(labels(lang).everything)
        .source(Some(source::ELEMENTS))
        .boost(-50);
    patterns.chain([everything]).collect()
}

fn count_of(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 1) => "1 action".to_owned(),
        (Lang::En, _) => format!("{count} actions"),
        (Lang::Zh, _) => format!("{count} 个操作"),
    }
}

/// Most actions of a pattern that are named.
const NAMED: usize = 8;

/// Names in backticks, the first few of them.
pub(super) fn listed(names: &[&str], lang: Lang) -> String {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(NAMED);
    match (lang, more) {
        (Lang::En, 0) => shown.join(", "),
        (Lang::En, _) => format!("{} and {more} more", shown.join(", ")),
        (Lang::Zh, 0) => shown.join("、"),
        (Lang::Zh, _) => format!("{} 等 {} 个", shown.join("、"), names.len()),
    }
}

pub(super) fn told(word: &str, lang: Lang) -> Told {
    let words = labels(lang);
    if word == "*" {
        return Told::new(words.everything, Status::Stated, Some(source::ELEMENTS));
    }
    let found = matching(word);
    if word.contains(['*', '?']) {
        let names: Vec<&str> = found.iter().map(|known| known.name).collect();
        if names.is_empty() {
            return Told { paragraphs: vec![words.nothing_matches.to_owned()], ..Told::default() };
        }
        let count = names.len();
        let list = listed(&names, lang);
        let text = match lang {
            Lang::En => format!("Matches {} of the catalogues: {list}.", count_of(count, lang)),
            Lang::Zh => format!("匹配目录中的 {}：{list}。", count_of(count, lang)),
        };
        // The catalogues need not be complete.
        return Told::new(text, Status::Derived, None);
    }
    let [known] = found.as_slice() else {
        return Told { paragraphs: vec![words.not_listed.to_owned()], ..Told::default() };
    };
    let mut told = Told::new(ended(known.meaning(lang), lang), known.status, known.source);
    let level = level(known.level, lang);
    if !level.is_empty() {
        told = told.and(match lang {
            Lang::En => format!("Access level: {level}."),
            Lang::Zh => format!("访问级别：{level}。"),
        });
    }
    if !known.resources.is_empty() {
        let on = listed(&known.resources, lang);
        told = told.and(match lang {
            Lang::En => format!("Checked on {on}."),
            Lang::Zh => format!("鉴权资源：{on}。"),
        });
    }
    match &known.note {
        Some(note) => told.and(ended(in_lang(note, lang), lang)),
        None => told,
    }
}

/// A phrase of the catalogues as a sentence.
pub(crate) fn ended(text: &str, lang: Lang) -> String {
    match (text.chars().last(), lang) {
        (None | Some('.' | '。' | '!' | '?'), _) => text.to_owned(),
        (_, Lang::En) => format!("{text}."),
        (_, Lang::Zh) => format!("{text}。"),
    }
}
