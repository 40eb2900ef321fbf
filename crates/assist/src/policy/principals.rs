//! Principals of trust policies and of policies of resources.

use ramplay_findings::source;
use ramplay_flink::Status::Stated;
use ramplay_policy::PolicyKind;
use ramplay_text::Lang;

use super::name;
use crate::Facts;
use crate::item::{Item, ItemKind, Told};
use crate::place::PolicyPlace;

/// A kind of principals in a trust policy.
const KINDS: [(&str, &str, &str); 3] = [
    (
        "RAM",
        "RAM users and RAM roles, as ARNs. An account's `root` stands for every RAM user and RAM role of the account.",
        "RAM 用户和 RAM 角色的 ARN。账号的 `root` 代表该账号下的全部 RAM 用户和 RAM 角色。",
    ),
    (
        "Service",
        "Services of Alibaba Cloud, as `<service>.aliyuncs.com`, with `<account id>@` in front for another account.",
        "阿里云服务，写作 `<service>.aliyuncs.com`；其他账号在前面加 `<account id>@`。",
    ),
    ("Federated", "Identity providers (SAML or OIDC), as ARNs.", "身份提供商（SAML 或 OIDC）的 ARN。"),
];

/// Project policies of Simple Log Service.
const PROJECT_POLICY: &str = "https://help.aliyun.com/document_detail/479258.html";

/// Services that pages show as principals.
const SERVICES: [&str; 2] = ["ecs.aliyuncs.com", "log.aliyuncs.com"];

pub(super) fn items(place: &PolicyPlace, kind: PolicyKind, facts: &Facts, lang: Lang) -> Vec<Item> {
    if kind == PolicyKind::Resource {
        let everybody =
            Item::new(ItemKind::Principal, "*").info(everybody(lang)).source(Some(PROJECT_POLICY)).boost(10);
        let accounts = facts.accounts().into_iter().map(|account| name(account, lang));
        return std::iter::once(everybody).chain(accounts).collect();
    }
    if kind != PolicyKind::Trust {
        return Vec::new();
    }
    if place.is_key {
        return KINDS
            .iter()
            .map(|(kind, en, zh)| {
                Item::new(ItemKind::Principal, *kind)
                    .info(match lang {
                        Lang::En => *en,
                        Lang::Zh => *zh,
                    })
                    .source(Some(source::TRUST))
                    .value("[\"|\"]")
            })
            .collect();
    }
    match place.principal_type.as_deref() {
        Some("RAM") => {
            let roots = facts.accounts().into_iter().map(|account| {
                name(format!("acs:ram::{account}:root"), lang)
                    .info(account_root(lang))
                    .source(Some(source::TRUST))
                    .boost(10)
            });
            roots.chain(arns(facts, lang)).collect()
        }
        Some("Service") => {
            let own = SERVICES
                .iter()
                .map(|service| Item::new(ItemKind::Principal, *service).source(Some(source::TRUST)));
            own.collect()
        }
        Some("Federated") => {
            let of =
                |kind: &str| Item::new(ItemKind::Principal, format!("acs:ram::{}:{kind}/", facts.account));
            ["saml-provider", "oidc-provider"].map(|kind| of(kind).source(Some(source::TRUST))).into()
        }
        _ => Vec::new(),
    }
}

/// The ARNs of the users and roles of the scenario.
pub(super) fn arns(facts: &Facts, lang: Lang) -> Vec<Item> {
    let of =
        |account: &str, kind: &str, named: &str| name(format!("acs:ram::{account}:{kind}/{named}"), lang);
    let mut items = Vec::new();
    for account in facts.accounts() {
        items.extend(facts.users.iter().map(|user| of(account, "user", user)));
        items.extend(facts.roles.iter().map(|role| of(account, "role", role)));
    }
    items
}

pub(super) fn told(place: &PolicyPlace, word: &str, kind: PolicyKind, lang: Lang) -> Option<Told> {
    if kind == PolicyKind::Resource {
        return (word == "*").then(|| Told::new(everybody(lang), Stated, Some(PROJECT_POLICY)));
    }
    let told = |(_, en, zh): &(&str, &'static str, &'static str)| {
        let text = match lang {
            Lang::En => *en,
            Lang::Zh => *zh,
        };
        Told::new(text, Stated, Some(source::TRUST))
    };
    let of = if place.is_key { Some(word) } else { place.principal_type.as_deref() };
    if !place.is_key && word.ends_with(":root") {
        return Some(Told::new(account_root(lang), Stated, Some(source::TRUST)));
    }
    KINDS.iter().find(|(name, ..)| Some(*name) == of).map(told)
}

fn everybody(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Everybody.",
        Lang::Zh => "所有主体。",
    }
}

fn account_root(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Every RAM user and RAM role of the account that may call `sts:AssumeRole`.",
        Lang::Zh => "该账号下有权调用 `sts:AssumeRole` 的全部 RAM 用户和 RAM 角色。",
    }
}
