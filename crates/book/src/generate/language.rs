//! What the engine knows of the policy language.

use std::fmt::Write as _;

use ramplay_findings::CONDITION_KEYS;
use ramplay_policy::condition::{Comparison, OPERATORS, Operator, Test, ValueType};
use ramplay_policy::{Assumption, PolicyKind, limits, sentence};
use ramplay_text::Lang;

use super::table::{codes, table, words};

/// The assumed rules with their codes.
pub(super) fn assumptions(lang: Lang) -> String {
    let labels = words::labels(lang);
    // Not made by `table`, which escapes: the ids are HTML.
    let mut out = format!("| {} | {} |\n| --- | --- |\n", labels.code, labels.about);
    for assumption in Assumption::ALL {
        let (code, sentence) = (assumption.code(), sentence::assumption(assumption, lang));
        let _ = writeln!(out, "| <span id=\"{code}\"></span>`{code}` | {sentence} |");
    }
    out + "\n"
}

/// The condition operators.
pub(super) fn operators(lang: Lang) -> String {
    let labels = words::labels(lang);
    let row = |operator: &Operator| {
        let assumption = operator
            .assumption
            .map_or_else(String::new, |assumption| format!("[{0}](assumptions.md#{0})", assumption.code()));
        vec![
            format!("`{}`", operator.name),
            met(operator.test, operator.negated, lang).to_owned(),
            assumption,
        ]
    };
    table(&[labels.operator, labels.tests, labels.assumption], OPERATORS.iter().map(row))
}

/// When an operator is met, as the end of "the request's value …".
fn met(test: Test, negated: bool, lang: Lang) -> &'static str {
    match (lang, test, negated) {
        (Lang::En, Test::TextEquals, false) => "is one of the policy's",
        (Lang::En, Test::TextEquals, true) => "is none of the policy's",
        (Lang::En, Test::TextEqualsIgnoreCase, false) => "is one of the policy's, whatever the case",
        (Lang::En, Test::TextEqualsIgnoreCase, true) => "is none of the policy's, whatever the case",
        (Lang::En, Test::TextLike, false) => "matches one of the policy's patterns with `*` and `?`",
        (Lang::En, Test::TextLike, true) => "matches none of the policy's patterns with `*` and `?`",
        (Lang::En, Test::Number(Comparison::Equals), false) => "is the same number",
        (Lang::En, Test::Number(Comparison::Equals), true) => "is another number",
        (Lang::En, Test::Number(Comparison::Less), _) => "is a smaller number",
        (Lang::En, Test::Number(Comparison::LessOrEqual), _) => "is a smaller number or the same",
        (Lang::En, Test::Number(Comparison::Greater), _) => "is a greater number",
        (Lang::En, Test::Number(Comparison::GreaterOrEqual), _) => "is a greater number or the same",
        (Lang::En, Test::Date(Comparison::Equals), false) => "is the same instant",
        (Lang::En, Test::Date(Comparison::Equals), true) => "is another instant",
        (Lang::En, Test::Date(Comparison::Less), _) => "is an earlier instant",
        (Lang::En, Test::Date(Comparison::LessOrEqual), _) => "is an earlier instant or the same",
        (Lang::En, Test::Date(Comparison::Greater), _) => "is a later instant",
        (Lang::En, Test::Date(Comparison::GreaterOrEqual), _) => "is a later instant or the same",
        (Lang::En, Test::Bool, _) => "is the same of `true` and `false`",
        (Lang::En, Test::Address, false) => "lies in one of the policy's ranges",
        (Lang::En, Test::Address, true) => "lies in none of the policy's ranges",
        (Lang::Zh, Test::TextEquals, false) => "等于策略中的某个值",
        (Lang::Zh, Test::TextEquals, true) => "不等于策略中的任何值",
        (Lang::Zh, Test::TextEqualsIgnoreCase, false) => "忽略大小写后等于策略中的某个值",
        (Lang::Zh, Test::TextEqualsIgnoreCase, true) => "忽略大小写后不等于策略中的任何值",
        (Lang::Zh, Test::TextLike, false) => "匹配策略中的某个模式（`*` 和 `?`）",
        (Lang::Zh, Test::TextLike, true) => "不匹配策略中的任何模式（`*` 和 `?`）",
        (Lang::Zh, Test::Number(Comparison::Equals), false) => "数值相等",
        (Lang::Zh, Test::Number(Comparison::Equals), true) => "数值不相等",
        (Lang::Zh, Test::Number(Comparison::Less), _) => "数值更小",
        (Lang::Zh, Test::Number(Comparison::LessOrEqual), _) => "数值更小或相等",
        (Lang::Zh, Test::Number(Comparison::Greater), _) => "数值更大",
        (Lang::Zh, Test::Number(Comparison::GreaterOrEqual), _) => "数值更大或相等",
        (Lang::Zh, Test::Date(Comparison::Equals), false) => "时刻相同",
        (Lang::Zh, Test::Date(Comparison::Equals), true) => "时刻不同",
        (Lang::Zh, Test::Date(Comparison::Less), _) => "时刻更早",
        (Lang::Zh, Test::Date(Comparison::LessOrEqual), _) => "时刻更早或相同",
        (Lang::Zh, Test::Date(Comparison::Greater), _) => "时刻更晚",
        (Lang::Zh, Test::Date(Comparison::GreaterOrEqual), _) => "时刻更晚或相同",
        (Lang::Zh, Test::Bool, _) => "与策略的布尔值相同",
        (Lang::Zh, Test::Address, false) => "位于策略的某个网段内",
        (Lang::Zh, Test::Address, true) => "不在策略的任何网段内",
    }
}

/// The keys that every service may send.
pub(super) fn condition_keys(lang: Lang) -> String {
    let labels = words::labels(lang);
    let kind = |kind: ValueType| match (lang, kind) {
        (Lang::En, ValueType::Text) => "text",
        (Lang::En, ValueType::Number) => "number",
        (Lang::En, ValueType::Date) => "date",
        (Lang::En, ValueType::Bool) => "`true` or `false`",
        (Lang::En, ValueType::Address) => "IP address",
        (Lang::Zh, ValueType::Text) => "字符串",
        (Lang::Zh, ValueType::Number) => "数值",
        (Lang::Zh, ValueType::Date) => "日期",
        (Lang::Zh, ValueType::Bool) => "`true` 或 `false`",
        (Lang::Zh, ValueType::Address) => "IP 地址",
    };
    let name = |name: &str| {
        name.strip_suffix('/').map_or_else(|| name.to_owned(), |family| format!("{family}/<key>"))
    };
    let rows = CONDITION_KEYS.iter().map(|key| {
        let always = if key.always { labels.yes } else { labels.no };
        vec![format!("`{}`", name(key.name)), kind(key.kind).to_owned(), always.to_owned()]
    });
    table(&[labels.key, labels.kind, labels.always], rows)
}

/// What is refused unread, and what RAM itself accepts.
pub(super) fn bounds(lang: Lang) -> String {
    let labels = words::labels(lang);
    let (bytes, depth, statements) = match lang {
        Lang::En => ("bytes of a document that is read", "levels of nesting", "statements"),
        Lang::Zh => ("读取文档的最大字节数", "最大嵌套层数", "最多语句数"),
    };
    let own = [(bytes, limits::BYTES), (depth, limits::DEPTH), (statements, limits::STATEMENTS)];
    let kinds = [
        (PolicyKind::Identity, "RAM: custom policy, characters (warning)", "RAM：自定义策略字符数（警告）"),
        (PolicyKind::Control, "RAM: control policy, characters (warning)", "RAM：管控策略字符数（警告）"),
        (PolicyKind::Session, "RAM: session policy, characters (warning)", "RAM：会话策略字符数（警告）"),
        (PolicyKind::Resource, "SLS project policy, characters (warning)", "SLS 项目策略字符数（警告）"),
    ];
    let theirs = kinds.iter().filter_map(|(kind, en, zh)| {
        Some((if lang == Lang::En { *en } else { *zh }, limits::ram_length(*kind)?))
    });
    let rows = own
        .into_iter()
        .chain(theirs)
        .map(|(what, most)| vec![what.to_owned(), codes([most.to_string().as_str()])]);
    table(&[labels.limit, labels.value], rows)
}
