//! Condition keys and their values.

use ramplay_findings::{CONDITION_KEYS, source};
use ramplay_flink::Status::{self, Derived, Stated};
use ramplay_policy::condition::{ValueType, operator};
use ramplay_policy::{Pattern, PolicyKind};
use ramplay_text::Lang;

use super::name;
use super::operators::values as values_of;
use crate::Facts;
use crate::item::{Item, ItemKind, Told};
use crate::place::PolicyPlace;
use crate::words::labels;

/// What a condition key means.
struct Row {
    /// As the documentation writes it; a final `/` for a family.
    name: &'static str,
    en: &'static str,
    zh: &'static str,
    status: Status,
    source: Option<&'static str>,
    /// The only actions whose requests carry it, in lower case; empty for all.
    actions: &'static [&'static str],
    /// For keys of one service, what their values are; the others are in the table of the findings.
    kind: Option<ValueType>,
}

const fn global(
    name: &'static str,
    en: &'static str,
    zh: &'static str,
    status: Status,
    source: Option<&'static str>,
) -> Row {
    Row { name, en, zh, status, source, actions: &[], kind: None }
}

const KMS: &str =
    "https://alibabacloud.com/help/en/kms/key-management-service/security-and-compliance/condition-key";
const TAGS: &str = "https://help.aliyun.com/zh/vpc/use-tags-to-restrict-ram-users-ability-to-manage-vpcs";
const SLS_API: &str =
    "https://www.alibabacloud.com/help/en/sls/developer-reference/api-sls-2020-12-30-getcursor";
const ASSUMING: &[&str] = &["sts:assumerole*"];

static ROWS: [Row; 21] = [
    global(
        "acs:CurrentTime",
        "When the server got the request.",
        "服务端收到请求的时间。",
        Stated,
        Some(source::KEYS),
    ),
    global(
        "acs:SecureTransport",
        "Whether the request was sent with HTTPS.",
        "请求是否使用 HTTPS。",
        Stated,
        Some(source::KEYS),
    ),
    global("acs:SourceIp", "The IP address of the client.", "客户端的 IP 地址。", Stated, Some(source::KEYS)),
    global(
        "acs:MFAPresent",
        "Whether MFA was used at logon.",
        "登录时是否使用了 MFA。",
        Stated,
        Some(source::KEYS),
    ),
    global(
        "acs:PrincipalARN",
        "The ARN of the calling principal. The pages of control policies describe it.",
        "发起请求的主体的 ARN，见管控策略的文档。",
        Stated,
        Some(source::CONTROL),
    ),
    global(
        "acs:PrincipalRDId",
        "By its name, the id of the caller's resource directory.",
        "从名称看，为调用者所属资源目录的 ID。",
        Derived,
        None,
    ),
    global(
        "acs:PrincipalRDPath",
        "By its name, the path of the caller in its resource directory.",
        "从名称看，为调用者在资源目录中的路径。",
        Derived,
        None,
    ),
    global(
        "acs:RequestTag/",
        "A tag that the request sends. Only APIs with tag parameters carry it.",
        "请求中携带的标签。仅带标签参数的 API 携带。",
        Stated,
        Some(TAGS),
    ),
    global(
        "acs:ResourceTag/",
        "A tag of the resource. Only requests that name a resource carry it.",
        "资源上的标签。仅指定资源的请求携带。",
        Stated,
        Some(TAGS),
    ),
    global(
        "acs:SourceVpc",
        "The ID of the VPC that the request comes from; requests through a VPC endpoint carry it.",
        "请求来源 VPC 的 ID；经 VPC 接入点的请求携带。",
        Stated,
        Some(source::OSS_ELEMENTS),
    ),
    global("acs:VpcSourceIp", "The IP address within the VPC.", "VPC 内的 IP 地址。", Stated, Some(KMS)),
    global(
        "acs:Service",
        "The service that a role is passed to with `ram:PassRole`.",
        "使用 `ram:PassRole` 时，角色被传递给的云服务。",
        Derived,
        Some(source::PASS_ROLE),
    ),
    global(
        "acs:UserAgent",
        "The `User-Agent` header of the request; seen with OSS only.",
        "请求的 `User-Agent` 头；仅见于 OSS。",
        Stated,
        Some(source::OSS_ELEMENTS),
    ),
    global(
        "acs:AccessId",
        "The AccessKey ID of the request; seen with OSS only.",
        "请求使用的 AccessKey ID；仅见于 OSS。",
        Stated,
        Some(source::OSS_ELEMENTS),
    ),
    Row {
        name: "log:TLSVersion",
        en: "The tables of Simple Log Service name it for nearly every action; its values could not be found.",
        zh: "日志服务 SLS 的鉴权表几乎为每个操作列出该键；未找到其取值说明。",
        status: Stated,
        source: Some(SLS_API),
        actions: &["log:*"],
        kind: Some(ValueType::Text),
    },
    Row {
        name: "log:Encrypted",
        en: "Whether the Logstore is encrypted, when it is created or changed.",
        zh: "创建或修改 Logstore 时，是否加密。",
        status: Stated,
        source: Some(source::SLS),
        actions: &["log:createlogstore", "log:updatelogstore"],
        kind: Some(ValueType::Bool),
    },
    Row {
        name: "oss:Prefix",
        en: "The prefix that objects are listed with.",
        zh: "列举 Object 时使用的前缀。",
        status: Stated,
        source: Some(source::OSS),
        actions: &["oss:listobjects"],
        kind: Some(ValueType::Text),
    },
    Row {
        name: "oss:Delimiter",
        en: "The delimiter that objects are listed with.",
        zh: "列举 Object 时使用的分隔符。",
        status: Stated,
        source: Some(source::OSS),
        actions: &["oss:listobjects"],
        kind: Some(ValueType::Text),
    },
    Row {
        name: "saml:recipient",
        en: "The address that a SAML assertion was made for.",
        zh: "SAML 断言的接收地址。",
        status: Stated,
        source: Some(source::TRUST),
        actions: ASSUMING,
        kind: Some(ValueType::Text),
    },
    Row {
        name: "oidc:aud",
        en: "The client ID that an OIDC token was made for.",
        zh: "OIDC 令牌面向的客户端 ID。",
        status: Derived,
        source: Some(source::TRUST),
        actions: ASSUMING,
        kind: Some(ValueType::Text),
    },
    Row {
        name: "oidc:sub",
        en: "Whom an OIDC token was made for.",
        zh: "OIDC 令牌的主体。",
        status: Derived,
        source: Some(source::TRUST),
        actions: ASSUMING,
        kind: Some(ValueType::Text),
    },
];

impl Row {
    fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    fn kind(&self) -> Option<ValueType> {
        let global = CONDITION_KEYS.iter().find(|key| key.name == self.name);
        self.kind.or_else(|| global.map(|key| key.kind))
    }

    /// Whether a statement about these actions can have it.
    fn is_for(&self, actions: &[String], kind: PolicyKind) -> bool {
        if self.actions == ASSUMING && kind != PolicyKind::Trust {
            return false;
        }
        // `log:*` covers what any action of the service carries, and so does a key for all of them.
        let meet =
            |own: &str, other: &str| Pattern::new(own).matches(other) || Pattern::new(other).matches(own);
        self.actions.is_empty()
            || actions
                .iter()
                .any(|action| self.actions.iter().any(|own| meet(own, &action.to_ascii_lowercase())))
    }
}

fn find(key: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| match row.name.strip_suffix('/') {
        Some(family) => key.split_once('/').is_some_and(|(head, _)| head.eq_ignore_ascii_case(family)),
        None => key.eq_ignore_ascii_case(row.name),
    })
}

pub(super) fn items(place: &PolicyPlace, kind: PolicyKind, lang: Lang) -> Vec<Item> {
    let wanted = place.operator.as_deref().and_then(operator).map(|(_, row)| row.test.value_type());
    let rows = ROWS.iter().filter(|row| row.is_for(&place.actions, kind));
    rows.map(|row| {
        let values = row.kind();
        // Keys whose values the operator compares come first; strings compare with anything.
        let fits = wanted.is_none() || wanted == values;
        let own = if row.actions.is_empty() { 0 } else { 8 };
        Item::new(ItemKind::ConditionKey, row.name)
            .detail(values.map(|kind| values_of(kind, lang)).unwrap_or_default())
            .info(row.text(lang))
            .source(row.source)
            .value("\"|\"")
            .boost(if fits { 20 } else { 0 } + own - if row.source.is_none() { 15 } else { 0 })
    })
    .collect()
}

pub(super) fn told(key: &str, lang: Lang) -> Told {
    match find(key) {
        Some(row) => {
            let values = row.kind().map(|kind| values_of(kind, lang)).unwrap_or_default();
            let mut told = Told::new(row.text(lang), row.status, row.source);
            if !values.is_empty() {
                told = told.and(match lang {
                    Lang::En => format!("Values: {values}."),
                    Lang::Zh => format!("取值：{values}。"),
                });
            }
            told
        }
        None => Told { paragraphs: vec![labels(lang).key_not_listed.to_owned()], ..Told::default() },
    }
}

/// Values of a condition key that can be known.
pub(super) fn values(place: &PolicyPlace, facts: &Facts, lang: Lang) -> Vec<Item> {
    let Some(key) = place.condition_key.as_deref() else { return Vec::new() };
    let test = place.operator.as_deref().and_then(operator).map(|(_, row)| row.test.value_type());
    let kind = test.or_else(|| find(key).and_then(Row::kind));
    let named = |text: &str| (!text.is_empty()).then(|| name(text, lang)).into_iter().collect();
    match find(key).map(|row| row.name) {
        _ if kind == Some(ValueType::Bool) => {
            ["true", "false"].into_iter().map(|value| Item::new(ItemKind::Value, value)).collect()
        }
        Some("acs:SourceIp") => named(&facts.source_ip),
        Some("acs:SourceVpc") => named(&facts.source_vpc),
        Some("acs:CurrentTime") => named(&facts.time),
        Some("acs:PrincipalARN") => super::principals::arns(facts, lang),
        Some("saml:recipient") => {
            let known =
                ["https://signin.aliyun.com/saml-role/sso", "https://signin.alibabacloud.com/saml-role/sso"];
            known.map(|value| Item::new(ItemKind::Value, value).source(Some(source::TRUST))).into()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_findings_has_a_meaning() {
        for key in &CONDITION_KEYS {
            assert!(ROWS.iter().any(|row| row.name == key.name), "{}", key.name);
        }
        for row in &ROWS {
            assert!(row.kind().is_some(), "{} has no kind of values", row.name);
        }
    }
}
