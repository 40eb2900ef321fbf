//! Resources: what the actions of the statement are checked on, with the names of the scenario.

use ramplay_findings::source;
use ramplay_flink::Status::{Derived, Stated};
use ramplay_flink::arn::expand;
use ramplay_policy::Pattern;
use ramplay_text::Lang;

use super::actions::{Known, known, listed, matching};
use crate::Facts;
use crate::item::{Documentation, Item, ItemKind, Told};
use crate::place::PolicyPlace;
use crate::words::labels;

/// What stands for a name that the scenario does not have.
const ANY: &str = "*";

/// Names to fill a template of this service with. Where `exact`, region and account are those of the scenario.
fn names<'a>(service: &str, facts: &'a Facts, exact: bool) -> [(&'static str, &'a str); 21] {
    let (region, account) = match service {
        "log" => (&*facts.project_region, &*facts.project_account),
        _ => (&*facts.region, &*facts.account),
    };
    let or_any = |name: &'a str| if name.is_empty() { ANY } else { name };
    let wide = |name: &'a str| if exact { or_any(name) } else { ANY };
    [
        ("region", wide(region)),
        ("uid", wide(account)),
        ("project", or_any(&facts.project)),
        ("logstore", or_any(&facts.logstore)),
        ("metricstore", or_any(&facts.logstore)),
        ("consumerGroup", or_any(&facts.consumer_group)),
        ("instance", if service == "stream" { or_any(&facts.instance) } else { ANY }),
        ("namespace", or_any(&facts.namespace)),
        ("role", facts.roles.first().map_or(ANY, |role| or_any(role))),
        ("machineGroup", ANY),
        ("config", ANY),
        ("dashboard", ANY),
        ("savedSearch", ANY),
        ("job", ANY),
        ("shipper", ANY),
        ("alert", ANY),
        ("bucket", ANY),
        ("table", ANY),
        ("topic", ANY),
        ("subscription", ANY),
        ("group", ANY),
    ]
}

/// The known actions that the statement is about; none if it has no actions yet.
fn asked(place: &PolicyPlace) -> Vec<&'static Known> {
    let mut found: Vec<&'static Known> = Vec::new();
    for action in place.actions.iter().flat_map(|pattern| matching(pattern)) {
        if !found.iter().any(|known| known.name == action.name) {
            found.push(action);
        }
    }
    found
}

pub(super) fn items(place: &PolicyPlace, facts: &Facts, lang: Lang) -> Vec<Item> {
    let actions = asked(place);
    let actions: Vec<&Known> = if actions.is_empty() {
        known().iter().filter(|known| matches!(known.service(), "log" | "stream")).collect()
    } else {
        actions
    };
    // Each resource, and the actions that are checked on it.
    let mut found: Vec<(String, bool, Vec<&str>)> = Vec::new();
    for action in &actions {
        for template in action.resources.iter().filter(|template| **template != ANY) {
            for exact in [false, true] {
                let arn = expand(template, &names(action.service(), facts, exact));
                match found.iter_mut().find(|(known, ..)| *known == arn) {
                    Some((.., on)) if on.contains(&action.name) => {}
                    Some((.., on)) => on.push(action.name),
                    None => found.push((arn, exact, vec![action.name])),
                }
            }
        }
    }
    let only_star = actions.iter().filter(|action| action.resources == [ANY]);
    let star: Vec<&str> = only_star.map(|action| action.name).collect();
    let needs_star = found.is_empty() && !star.is_empty();
    let everything = Item::new(ItemKind::Resource, ANY)
        .info(labels(lang).all_resources)
        .source(Some(source::ELEMENTS))
        .boost(if needs_star { 40 } else { -40 });
    let arns = found.into_iter().map(|(arn, exact, on)| {
        let boost = i8::try_from(on.len().min(30)).unwrap_or_default() - i8::from(exact);
        let text = match lang {
            Lang::En => format!("Checked on it: {}.", listed(&on, lang)),
            Lang::Zh => format!("以此为鉴权资源的操作：{}。", listed(&on, lang)),
        };
        Item::new(ItemKind::Resource, arn).info(text).boost(boost)
    });
    arns.chain([everything]).collect()
}

/// What is known of the part of an ARN under the pointer.
pub(super) fn hover(
    place: &PolicyPlace,
    word: &str,
    offset: u32,
    facts: &Facts,
    lang: Lang,
) -> Option<Documentation> {
    if word == ANY {
        let told = Told::new(labels(lang).all_resources, Stated, Some(source::ELEMENTS));
        return Some(told.at(word, place.from, place.to, lang));
    }
    let mut from = place.from;
    for (index, part) in word.splitn(5, ':').enumerate() {
        let to = from + u32::try_from(part.encode_utf16().count()).ok()?;
        if offset <= to {
            let told =
                if index == 4 { relative(place, word, facts, lang) } else { field(index, part, lang)? };
            return Some(told.at(part, from, to, lang));
        }
        from = to + 1;
    }
    None
}

/// The fields of an ARN before the resource's own name.
fn field(index: usize, part: &str, lang: Lang) -> Option<Told> {
    let (en, zh) = match index {
        0 => ("Every ARN of Alibaba Cloud starts with `acs`.", "阿里云的 ARN 均以 `acs` 开头。"),
        1 => ("The code of the service.", "云服务的 RAM 代码。"),
        2 if part == ANY => ("Every region; global resources too.", "所有地域，也用于全局资源。"),
        2 => ("The region; ARNs of RAM have none.", "地域；RAM 的 ARN 中为空。"),
        3 if part == ANY => ("Every account.", "所有账号。"),
        3 => ("The id of the account that owns the resource.", "资源所属账号的 ID。"),
        _ => return None,
    };
    let text = match lang {
        Lang::En => en,
        Lang::Zh => zh,
    };
    let mut told = Told::new(text, Stated, Some(source::ELEMENTS));
    if let (1, Some((en, zh))) = (index, service(part)) {
        told = told.and(match lang {
            Lang::En => format!("`{part}` is {en}."),
            Lang::Zh => format!("`{part}` 是{zh}。"),
        });
    }
    Some(told)
}

fn service(code: &str) -> Option<(&'static str, &'static str)> {
    const NAMES: [(&str, &str, &str); 4] = [
        ("log", "Simple Log Service", "日志服务 SLS"),
        ("stream", "Realtime Compute for Apache Flink", "实时计算 Flink 版"),
        ("oss", "Object Storage Service", "对象存储 OSS"),
        ("ram", "Resource Access Management", "访问控制 RAM"),
    ];
    NAMES.iter().find(|(known, ..)| *known == code).map(|(_, en, zh)| (*en, *zh))
}

/// Which actions of the statement are checked on something that the pattern matches, with the scenario's names.
fn relative(place: &PolicyPlace, word: &str, facts: &Facts, lang: Lang) -> Told {
    let pattern = Pattern::new(word);
    let (mut matched, mut missed) = (Vec::new(), Vec::new());
    for action in asked(place) {
        let names = names(action.service(), facts, true);
        let mut arns = action.resources.iter().filter(|template| **template != ANY);
        if arns.any(|template| pattern.matches(&expand(template, &names))) {
            matched.push(action.name);
        } else {
            missed.push(action.name);
        }
    }
    let text = match (lang, matched.is_empty()) {
        (Lang::En, true) => "With the scenario's names, no action of the statement that is in the catalogues is checked on a resource that this matches.".to_owned(),
        (Lang::En, false) => {
            format!("With the scenario's names, this matches what these are checked on: {}.", listed(&matched, lang))
        }
        (Lang::Zh, true) => "按场景中的名称，语句中没有目录所列的操作以此处匹配的资源鉴权。".to_owned(),
        (Lang::Zh, false) => format!("按场景中的名称，此处匹配以下操作的鉴权资源：{}。", listed(&matched, lang)),
    };
    let told = Told::new(text, Derived, Some(source::ELEMENTS));
    if missed.is_empty() || matched.is_empty() {
        return told;
    }
    told.and(match lang {
        Lang::En => format!("It does not match what these are checked on: {}.", listed(&missed, lang)),
        Lang::Zh => format!("不匹配以下操作的鉴权资源：{}。", listed(&missed, lang)),
    })
}
