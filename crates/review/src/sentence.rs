//! Where reviews become words, in English and Chinese.

use ramplay_flink::{Console, LogonMethod, catalogue};
use ramplay_playground::{Body, Document, Mark, PolicyEntry, Scenario, labels as page, sentence};
use ramplay_policy::StatementRef;
use ramplay_text::{Lang, fill};

use crate::changes::{Subject, Way};
use crate::exact::Of;
use crate::methods::Review;
use crate::place::Place;
use crate::texts::PolicyChange;
use crate::words::labels;

/// What a way is called.
pub fn way(way: Way, lang: Lang) -> &'static str {
    let words = labels(lang);
    match way {
        Way::NewlyAllowed => words.newly_allowed,
        Way::NewlyDenied => words.newly_denied,
        Way::NoLongerAllowed => words.no_longer_allowed,
        Way::OtherDenial => words.other_denial,
        Way::Unclear => words.unclear,
    }
}

/// What a row is called.
pub fn subject(subject: Subject, lang: Lang) -> &'static str {
    match subject {
        Subject::Console(Console::Management) => page(lang).management,
        Subject::Console(Console::Development) => page(lang).development,
        Subject::Operation(row) => row.operation.get(lang),
        Subject::Permission(row) => row.title.get(lang),
        Subject::Capability(row) => row.title.get(lang),
    }
}

/// What a verdict on a row is called.
pub fn verdict(subject: Subject, mark: Mark, lang: Lang) -> &'static str {
    let words = labels(lang);
    match (subject, mark) {
        (Subject::Console(_), Mark::Allow) => words.opens,
        (Subject::Console(_), Mark::ImplicitDeny) => words.does_not_open,
        (Subject::Permission(_), Mark::Allow) => words.held,
        (Subject::Permission(_), Mark::ImplicitDeny) => words.not_held,
        _ => mark.word_of(page(lang)),
    }
}

/// Whom an exact difference is about.
pub fn of(of: Of, lang: Lang) -> &'static str {
    match of {
        Of::Consoles => labels(lang).of_consoles,
        Of::Project => labels(lang).of_project,
    }
}

/// The name of a logon method.
pub fn method(method: LogonMethod, lang: Lang) -> &'static str {
    catalogue().logon_method(method).title.get(lang)
}

/// A logon method in a few words.
pub fn short(method: LogonMethod, lang: Lang) -> String {
    let family = sentence::short_family(method.family(), lang);
    let of = sentence::short_method(method, lang);
    if lang == Lang::Zh { format!("{family}({of})") } else { format!("{family} ({of})") }
}

/// Logon methods in a row, in a few words each.
pub fn methods(methods: &[LogonMethod], lang: Lang) -> String {
    let names: Vec<String> = methods.iter().map(|each| short(*each, lang)).collect();
    names.join(if lang == Lang::Zh { "、" } else { "; " })
}

/// Statements by the names of their documents.
pub fn statements(all: &[StatementRef], documents: &[Document], lang: Lang) -> String {
    let names: Vec<String> = all.iter().map(|at| sentence::statement_name(documents, *at, lang)).collect();
    names.join(if lang == Lang::Zh { "、" } else { ", " })
}

/// What a policy is called.
pub fn policy(entry: &PolicyEntry, place: usize, lang: Lang) -> String {
    match &entry.body {
        Body::System(name) => name.clone(),
        Body::Document(_) if entry.name.trim().is_empty() => {
            fill(page(lang).policy_number, &[("number", &(place + 1).to_string())])
        }
        // In sentences, backticks stand around names.
        Body::Document(_) => entry.name.trim().replace('`', "'"),
    }
}

/// What became of a policy, as a sentence without a full stop.
pub fn policy_change(change: &PolicyChange, scenario: &Scenario, lang: Lang) -> String {
    let base = scenario.base.as_deref().unwrap_or_default();
    let entry = |list: &[PolicyEntry], place: Option<usize>| {
        place.and_then(|place| Some((list.get(place)?.clone(), place)))
    };
    let (was, is) = (entry(base, change.before), entry(&scenario.policies, change.after));
    let name = |entry: &Option<(PolicyEntry, usize)>| {
        entry.as_ref().map(|(entry, place)| policy(entry, *place, lang)).unwrap_or_default()
    };
    let place = |entry: &Option<(PolicyEntry, usize)>| {
        entry
            .as_ref()
            .map(|(entry, _)| sentence::attach(&entry.attach, scenario.logon, lang))
            .unwrap_or_default()
    };
    let text = !change.lines.is_empty();
    let sentence = match (lang, &was, &is) {
        (Lang::En, None, _) => "`{name}` was added",
        (Lang::Zh, None, _) => "新增了 `{name}`",
        (Lang::En, _, None) => "`{old}` was removed",
        (Lang::Zh, _, None) => "删除了 `{old}`",
        (Lang::En, ..) => match (text, change.renamed, change.moved) {
            (true, false, false) => "`{name}` changed",
            (true, true, false) => "`{name}`, called `{old}` before, changed",
            (true, _, true) => "`{name}` changed and is attached {place}, before: {from}",
            (false, _, true) => "`{name}` is attached {place}, before: {from}",
            (false, _, false) => "`{name}` was called `{old}` before",
        },
        (Lang::Zh, ..) => match (text, change.renamed, change.moved) {
            (true, false, false) => "`{name}` 的内容已更改",
            (true, true, false) => "`{name}`(原名 `{old}`)的内容已更改",
            (true, _, true) => "`{name}` 的内容已更改，绑定由“{from}”改为“{place}”",
            (false, _, true) => "`{name}` 的绑定由“{from}”改为“{place}”",
            (false, _, false) => "`{old}` 更名为 `{name}`",
        },
    };
    let slots = [("name", name(&is)), ("old", name(&was)), ("place", place(&is)), ("from", place(&was))];
    let slots: Vec<(&str, &str)> = slots.iter().map(|(slot, text)| (*slot, text.as_str())).collect();
    fill(sentence, &slots)
}

/// How many rows change in each way for the scenario's own logon method, as a sentence without a full stop.
pub fn summary(review: &Review, lang: Lang) -> String {
    let count = |way| review.count(way).to_string();
    let [allowed, denied, lost, other] =
        [Way::NewlyAllowed, Way::NewlyDenied, Way::NoLongerAllowed, Way::OtherDenial].map(count);
    let own = review.methods.first().map_or("", |own| method(own.method, lang));
    let sentence = match lang {
        Lang::En => {
            "{own}: {allowed} newly allowed, {denied} newly explicitly denied, {lost} no longer allowed, {other} denied in another way"
        }
        Lang::Zh => {
            "{own}：新增允许 {allowed} 项，新增显式拒绝 {denied} 项，不再允许 {lost} 项，拒绝方式改变 {other} 项"
        }
    };
    let slots =
        [("own", own), ("allowed", &allowed), ("denied", &denied), ("lost", &lost), ("other", &other)];
    fill(sentence, &slots)
}

/// The logon methods for which nothing can change, as a sentence with a full stop; none if there is no such.
pub fn untouched(review: &Review, lang: Lang) -> Option<String> {
    let methods = review.untouched();
    if methods.is_empty() || review.is_empty() {
        return None;
    }
    let sentence = match lang {
        Lang::En => "No policy that changed counts for: {methods}.",
        Lang::Zh => "变更的策略不适用于：{methods}。",
    };
    Some(fill(sentence, &[("methods", &self::methods(&methods, lang))]))
}

/// What a comment is about.
pub fn place(place: Place, documents: &[Document], lang: Lang) -> String {
    let name = |policy: usize| sentence::document_name(documents.get(policy), policy, lang);
    match place {
        Place::Scenario => labels(lang).whole.to_owned(),
        Place::Gone => labels(lang).gone.to_owned(),
        Place::Policy(policy) => match lang {
            Lang::En => fill("on `{name}`", &[("name", &name(policy))]),
            Lang::Zh => fill("关于 `{name}`", &[("name", &name(policy))]),
        },
        Place::Statement(policy, statement) => {
            let number = (statement + 1).to_string();
            let sentence = match lang {
                Lang::En => "on statement {number} of `{name}`",
                Lang::Zh => "关于 `{name}` 的第 {number} 条语句",
            };
            fill(sentence, &[("name", &name(policy)), ("number", &number)])
        }
        Place::Row(row) => match lang {
            Lang::En => fill("on “{row}”", &[("row", subject(row, lang))]),
            Lang::Zh => fill("关于“{row}”", &[("row", subject(row, lang))]),
        },
    }
}
