//! Elements of policies and statements, and their fixed values.

use ramplay_findings::source;
use ramplay_flink::Status::{self, Assumed, Derived, Stated};
use ramplay_policy::PolicyKind;
use ramplay_text::Lang;

use crate::item::{Item, ItemKind, Told};
use crate::place::Level;

/// An element.
struct Row {
    name: &'static str,
    level: Level,
    /// What is written behind its colon.
    value: &'static str,
    en: &'static str,
    zh: &'static str,
    status: Status,
    source: &'static str,
}

const fn row(
    name: &'static str,
    level: Level,
    value: &'static str,
    en: &'static str,
    zh: &'static str,
) -> Row {
    Row { name, level, value, en, zh, status: Stated, source: source::ELEMENTS }
}

/// Every element that the reader of policies knows.
static ROWS: [Row; 9] = [
    row(
        "Version",
        Level::Policy,
        "\"1\"",
        "The version of the policy language; it is `1`.",
        "权限策略语言的版本，固定为 `1`。",
    ),
    row(
        "Statement",
        Level::Policy,
        "[\n  {|}\n]",
        "The list of statements. Their order does not matter, and a `Deny` that applies wins.",
        "语句列表。语句顺序不影响结果，适用的 `Deny` 优先。",
    ),
    row(
        "Effect",
        Level::Statement,
        "\"|\"",
        "Whether the statement allows or explicitly denies: `Allow` or `Deny`.",
        "语句是允许还是显式拒绝：`Allow` 或 `Deny`。",
    ),
    row(
        "Action",
        Level::Statement,
        "[\"|\"]",
        "The actions that the statement is about, as `<service>:<name>`. `*` stands for any text, `?` for one character.",
        "语句适用的操作，写作 `<云服务>:<操作名>`。`*` 代表任意文本，`?` 代表一个字符。",
    ),
    row(
        "NotAction",
        Level::Statement,
        "[\"|\"]",
        "The statement is about every action but these.",
        "语句适用于除所列操作之外的全部操作。",
    ),
    row(
        "Resource",
        Level::Statement,
        "[\"|\"]",
        "The resources that the statement is about, as ARNs with `*` and `?`.",
        "语句适用的资源，以可含 `*` 和 `?` 的 ARN 表示。",
    ),
    Row {
        name: "NotResource",
        level: Level::Statement,
        value: "[\"|\"]",
        en: "The statement is about every resource but these. It is not in the current documentation, and RAM may refuse it.",
        zh: "语句适用于除所列资源之外的全部资源。现行文档中没有该元素，RAM 可能不接受。",
        status: Assumed,
        source: source::SYNTAX,
    },
    Row {
        name: "Principal",
        level: Level::Statement,
        value: "{|}",
        en: "Who may assume the role, or whom a policy of a resource is about.",
        zh: "信任策略中为可以扮演角色的主体；基于资源的策略中为语句适用的主体。",
        status: Stated,
        source: source::TRUST,
    },
    row(
        "Condition",
        Level::Statement,
        "{|}",
        "When the statement applies: operators, each with condition keys and their values. All operators and all keys have to be met, and one value of each key.",
        "语句生效的条件：操作符、条件键及其值。所有操作符和条件键都须满足，每个条件键满足其中一个值即可。",
    ),
];

impl Row {
    fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// Whether policies of this kind have it.
    fn is_in(&self, kind: PolicyKind) -> bool {
        match self.name {
            "Principal" => matches!(kind, PolicyKind::Trust | PolicyKind::Resource),
            "Resource" | "NotResource" => kind != PolicyKind::Trust,
            _ => true,
        }
    }

    fn value(&self, kind: PolicyKind) -> &'static str {
        if self.name == "Principal" && kind == PolicyKind::Resource { "[\"|\"]" } else { self.value }
    }
}

pub(super) fn items(level: Option<Level>, kind: PolicyKind, present: &[String], lang: Lang) -> Vec<Item> {
    // Of a pair, a statement has one.
    let excluded = |name: &str| {
        let other = match name {
            "Action" => "NotAction",
            "NotAction" => "Action",
            "Resource" => "NotResource",
            "NotResource" => "Resource",
            _ => return false,
        };
        present.iter().any(|known| known == other)
    };
    let rows = ROWS.iter().enumerate().filter(|(_, row)| {
        level.is_none_or(|level| row.level == level) && row.is_in(kind) && !excluded(row.name)
    });
    rows.map(|(place, row)| {
        // In the order in which policies are written, what is rare last.
        let rare = if row.name.starts_with("Not") { 30 } else { 0 };
        let boost = 20 - i8::try_from(place).unwrap_or_default() - rare;
        Item::new(ItemKind::Element, row.name)
            .info(row.text(lang))
            .source(Some(row.source))
            .value(row.value(kind))
            .boost(boost)
    })
    .collect()
}

pub(super) fn told(name: &str, kind: PolicyKind, lang: Lang) -> Option<Told> {
    let row = ROWS.iter().find(|row| row.name == name && row.is_in(kind))?;
    Some(Told::new(row.text(lang), row.status, Some(row.source)))
}

/// A fixed value: its element, its name, what it means.
static VALUES: [(&str, &str, &str, &str, Status); 3] = [
    (
        "Effect",
        "Allow",
        "What the statement applies to is allowed, unless a `Deny` applies too.",
        "允许语句适用的请求，除非另有适用的 `Deny`。",
        Stated,
    ),
    (
        "Effect",
        "Deny",
        "What the statement applies to is explicitly denied, whatever else allows it.",
        "显式拒绝语句适用的请求，其他语句的允许不起作用。",
        Stated,
    ),
    ("Version", "1", "The version of the policy language.", "权限策略语言的版本。", Stated),
];

pub(super) fn values(element: &str, kind: PolicyKind, lang: Lang) -> Vec<Item> {
    let rows = VALUES.iter().filter(|(of, ..)| *of == element);
    rows.map(|(_, value, ..)| {
        let told = told_value(element, value, lang).unwrap_or_default();
        // Control policies mostly deny.
        let first = if kind == PolicyKind::Control { "Deny" } else { "Allow" };
        Item::new(ItemKind::Value, *value)
            .info(told.paragraphs.join("\n"))
            .source(Some(source::ELEMENTS))
            .boost(if *value == first { 5 } else { 0 })
    })
    .collect()
}

pub(super) fn told_value(element: &str, value: &str, lang: Lang) -> Option<Told> {
    let (.., en, zh, status) = VALUES.iter().find(|(of, name, ..)| *of == element && *name == value)?;
    let text = match lang {
        Lang::En => en,
        Lang::Zh => zh,
    };
    Some(Told::new(*text, *status, Some(source::ELEMENTS)))
}

/// How sure it is that set prefixes and their like are supported where only policies show them.
pub(super) const SHOWN_ONLY: Status = Derived;
