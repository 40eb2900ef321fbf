//! Condition operators: the engine's table in words.

use ramplay_findings::source;
use ramplay_flink::Status;
use ramplay_policy::condition::{Comparison, OPERATORS, Operator, SetPrefix, Test, ValueType, operator};
use ramplay_policy::sentence;
use ramplay_text::Lang;

use super::elements::SHOWN_ONLY;
use crate::item::{Item, ItemKind, Told};
use crate::words::labels;

pub(super) fn items(lang: Lang) -> Vec<Item> {
    let plain = OPERATORS.iter().map(|row| item(row.name.to_owned(), row, lang));
    let with = [SetPrefix::ForAnyValue, SetPrefix::ForAllValues];
    let prefixed = with.into_iter().flat_map(|prefix| {
        let name = move |row: &Operator| format!("{}{}", prefix.as_str(), row.name);
        OPERATORS.iter().map(move |row| item(name(row), row, lang).boost(-40))
    });
    plain.chain(prefixed).collect()
}

fn item(name: String, row: &'static Operator, lang: Lang) -> Item {
    let boost = if row.assumption.is_some() { -20 } else { 0 };
    let told = told(&name, lang).unwrap_or_default();
    Item::new(ItemKind::Operator, name)
        .detail(values(row.test.value_type(), lang))
        .info(told.paragraphs.join("\n"))
        .source(Some(source::OPERATORS))
        .value("{|}")
        .boost(boost)
}

pub(super) fn values(kind: ValueType, lang: Lang) -> &'static str {
    let words = labels(lang);
    match kind {
        ValueType::Text => words.text_values,
        ValueType::Number => words.number_values,
        ValueType::Date => words.date_values,
        ValueType::Bool => words.bool_values,
        ValueType::Address => words.address_values,
    }
}

pub(super) fn told(name: &str, lang: Lang) -> Option<Told> {
    let (prefix, row) = operator(name)?;
    let status = if row.assumption.is_some() { Status::Assumed } else { Status::Stated };
    let mut told = Told::new(meaning(row, lang), status, Some(source::OPERATORS));
    if let Some(prefix) = prefix {
        told = told.and(of_set(prefix, lang));
        told.status = Some(if row.assumption.is_some() { status } else { SHOWN_ONLY });
    }
    if let Some(assumption) = row.assumption {
        told = told.and(sentence::assumption(assumption, lang));
    }
    Some(told)
}

fn meaning(row: &Operator, lang: Lang) -> String {
    let (en, zh) = match (row.test, row.negated) {
        (Test::TextEquals, false) => {
            ("The request's string is one of these.", "请求中的字符串与所列值之一相同。")
        }
        (Test::TextEquals, true) => {
            ("The request's string is none of these.", "请求中的字符串与所列值都不相同。")
        }
        (Test::TextEqualsIgnoreCase, false) => (
            "The request's string is one of these, whatever its case.",
            "请求中的字符串与所列值之一相同，不区分大小写。",
        ),
        (Test::TextEqualsIgnoreCase, true) => (
            "The request's string is none of these, whatever its case.",
            "请求中的字符串与所列值都不相同，不区分大小写。",
        ),
        (Test::TextLike, false) => (
            "The request's string matches one of these; `*` stands for any text, `?` for one character.",
            "请求中的字符串与所列值之一匹配；`*` 代表任意文本，`?` 代表一个字符。",
        ),
        (Test::TextLike, true) => (
            "The request's string matches none of these; `*` stands for any text, `?` for one character.",
            "请求中的字符串与所列值都不匹配；`*` 代表任意文本，`?` 代表一个字符。",
        ),
        (Test::Number(order), negated) => match (order, negated) {
            (Comparison::Equals, false) => {
                ("The request's number is one of these.", "请求中的数值与所列值之一相等。")
            }
            (Comparison::Equals, true) => {
                ("The request's number is none of these.", "请求中的数值与所列值都不相等。")
            }
            (Comparison::Less, _) => ("The request's number is less.", "请求中的数值小于该值。"),
            (Comparison::LessOrEqual, _) => {
                ("The request's number is less or equal.", "请求中的数值小于或等于该值。")
            }
            (Comparison::Greater, _) => ("The request's number is greater.", "请求中的数值大于该值。"),
            (Comparison::GreaterOrEqual, _) => {
                ("The request's number is greater or equal.", "请求中的数值大于或等于该值。")
            }
        },
        (Test::Date(order), negated) => match (order, negated) {
            (Comparison::Equals, false) => {
                ("The request's time is one of these.", "请求中的时间与所列值之一相同。")
            }
            (Comparison::Equals, true) => {
                ("The request's time is none of these.", "请求中的时间与所列值都不相同。")
            }
            (Comparison::Less, _) => ("The request's time is earlier.", "请求中的时间早于该值。"),
            (Comparison::LessOrEqual, _) => {
                ("The request's time is earlier or the same.", "请求中的时间早于或等于该值。")
            }
            (Comparison::Greater, _) => ("The request's time is later.", "请求中的时间晚于该值。"),
            (Comparison::GreaterOrEqual, _) => {
                ("The request's time is later or the same.", "请求中的时间晚于或等于该值。")
            }
        },
        (Test::Bool, _) => {
            ("The request's value is this: `true` or `false`.", "请求中的值与该值相同：`true` 或 `false`。")
        }
        (Test::Address, false) => (
            "The request's IP address is in one of these: addresses, or ranges such as `203.0.113.0/24`.",
            "请求中的 IP 地址属于所列地址或网段之一，网段如 `203.0.113.0/24`。",
        ),
        (Test::Address, true) => (
            "The request's IP address is in none of these: addresses, or ranges such as `203.0.113.0/24`.",
            "请求中的 IP 地址不属于所列的任何地址或网段，网段如 `203.0.113.0/24`。",
        ),
    };
    match lang {
        Lang::En => en.to_owned(),
        Lang::Zh => zh.to_owned(),
    }
}

fn of_set(prefix: SetPrefix, lang: Lang) -> &'static str {
    match (prefix, lang) {
        (SetPrefix::ForAnyValue, Lang::En) => {
            "Of several values of the request, at least one has to meet it."
        }
        (SetPrefix::ForAnyValue, Lang::Zh) => "请求中有多个值时，至少一个值满足即可。",
        (SetPrefix::ForAllValues, Lang::En) => "Of several values of the request, all have to meet it.",
        (SetPrefix::ForAllValues, Lang::Zh) => "请求中有多个值时，所有值都须满足。",
    }
}
