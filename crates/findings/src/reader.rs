//! The strict reader's problems as findings: their class, and RAM's own name for them where it is known.

use ramplay_flink::Status::{self, Assumed, Derived, Stated};
use ramplay_policy::{Diagnostic, Problem};

use crate::finding::{Edit, Finding, Fix};
use crate::row::Class::{self, Error, GeneralWarning, Suggestion};
use crate::row::{Row, Words, words};
use crate::source;
use crate::view::Document;

const fn row(
    code: &'static str,
    class: Class,
    validator: Option<&'static str>,
    status: Status,
    source: &'static str,
    title: Words,
) -> Row {
    Row { code, class, validator, status, title, message: words("", ""), help: words("", ""), source }
}

const JSON: Option<&str> = Some("Json syntax error");

/// A row for each code of [`Problem::code`].
static ROWS: [Row; 31] = [
    row(
        "json-too-long",
        Error,
        None,
        Assumed,
        source::SYNTAX,
        words("text too long to read", "文本过长，未读取"),
    ),
    row(
        "json-too-deep",
        Error,
        None,
        Assumed,
        source::SYNTAX,
        words("nesting too deep to read", "嵌套过深，未读取"),
    ),
    row("json-empty", Error, JSON, Stated, source::VALIDATOR, words("empty document", "文档为空")),
    row(
        "json-byte-order-mark",
        Error,
        JSON,
        Derived,
        source::SYNTAX,
        words("byte order mark", "字节顺序标记"),
    ),
    row("json-comment", Error, JSON, Derived, source::SYNTAX, words("comment in JSON", "JSON 中有注释")),
    row("json-trailing-comma", Error, JSON, Derived, source::SYNTAX, words("trailing comma", "多余的逗号")),
    row("json-missing-comma", Error, JSON, Derived, source::SYNTAX, words("missing comma", "缺少逗号")),
    row("json-single-quotes", Error, JSON, Derived, source::SYNTAX, words("single quotes", "使用了单引号")),
    row("json-unquoted-key", Error, JSON, Derived, source::SYNTAX, words("key without quotes", "键未加引号")),
    row("json-duplicate-key", Error, None, Assumed, source::SYNTAX, words("duplicate key", "重复的键")),
    row("json-syntax", Error, JSON, Stated, source::VALIDATOR, words("not JSON", "不是 JSON")),
    row(
        "wrong-type",
        Error,
        Some("Data type mismatch"),
        Stated,
        source::VALIDATOR,
        words("value of another type", "值的类型不符"),
    ),
    row("missing-element", Error, None, Stated, source::ELEMENTS, words("missing element", "缺少元素")),
    row(
        "unknown-element",
        Error,
        Some("Invalid policy element"),
        Stated,
        source::VALIDATOR,
        words("unknown element", "未知元素"),
    ),
    row(
        "both-forms",
        Error,
        None,
        Stated,
        source::ELEMENTS,
        words("an element and its `Not…` form", "元素与其 `Not…` 形式并存"),
    ),
    row(
        "principal-not-allowed",
        Error,
        None,
        Stated,
        source::ELEMENTS,
        words("`Principal` where none belongs", "不应有 `Principal`"),
    ),
    row(
        "bad-version",
        Error,
        Some("Invalid version"),
        Stated,
        source::VALIDATOR,
        words("invalid version", "版本无效"),
    ),
    row(
        "bad-effect",
        Error,
        Some("Invalid effect"),
        Stated,
        source::VALIDATOR,
        words("invalid effect", "效果无效"),
    ),
    row(
        "unknown-operator",
        Error,
        Some("Invalid condition operator"),
        Stated,
        source::VALIDATOR,
        words("unknown condition operator", "未知的条件运算符"),
    ),
    row(
        "refused-operator",
        Error,
        Some("Invalid condition operator"),
        Derived,
        source::OPERATORS,
        words("condition operator that RAM refuses", "RAM 不接受的条件运算符"),
    ),
    row(
        "bad-value",
        Error,
        None,
        Derived,
        source::OPERATORS,
        words("value that its operator cannot read", "运算符无法识别的值"),
    ),
    row(
        "too-many-statements",
        Error,
        None,
        Assumed,
        source::SYNTAX,
        words("too many statements to read", "语句过多，未读取"),
    ),
    row(
        "over-length",
        GeneralWarning,
        None,
        Stated,
        source::LIMITS,
        words("longer than RAM accepts", "超过 RAM 的长度限制"),
    ),
    row(
        "single-statement",
        GeneralWarning,
        None,
        Assumed,
        source::SYNTAX,
        words("a statement that is not in a list", "语句不在列表中"),
    ),
    row(
        "bare-value",
        GeneralWarning,
        None,
        Derived,
        source::SYNTAX,
        words("condition value without quotes", "条件值未加引号"),
    ),
    row(
        "not-resource",
        GeneralWarning,
        None,
        Assumed,
        source::SYNTAX,
        words("`NotResource` is no longer documented", "文档已不再提及 `NotResource`"),
    ),
    row("empty-list", GeneralWarning, None, Assumed, source::SYNTAX, words("empty list", "空列表")),
    row(
        "host-bits",
        GeneralWarning,
        None,
        Assumed,
        source::OPERATORS,
        words("address bits outside the prefix", "前缀之外有地址位"),
    ),
    row(
        "resource-in-trust",
        GeneralWarning,
        None,
        Derived,
        source::TRUST,
        words("`Resource` in a trust policy", "信任策略中有 `Resource`"),
    ),
    row(
        "principal-not-arn",
        GeneralWarning,
        None,
        Derived,
        source::TRUST,
        words("principal that is not an ARN of RAM", "主体不是 RAM 的 ARN"),
    ),
    // Where the reader learns of a problem that this table does not have yet.
    row("reader", Suggestion, None, Assumed, source::SYNTAX, words("remark of the reader", "读取时的说明")),
];

/// The rows of the reader's problems.
pub(crate) fn rows() -> impl Iterator<Item = &'static Row> {
    let (_, known) = ROWS.split_last().unzip();
    known.unwrap_or_default().iter()
}

/// The row of a problem.
fn row_of(problem: &Problem) -> &'static Row {
    let [.., other] = &ROWS;
    ROWS.iter().find(|row| row.code == problem.code()).unwrap_or(other)
}

/// A problem as a finding.
pub(crate) fn finding(diagnostic: &Diagnostic, document: &Document<'_>) -> Finding {
    let span = diagnostic.span;
    let fix = diagnostic
        .fix
        .as_ref()
        .map(|fix| Fix { edits: vec![Edit { span: fix.span, text: fix.text.clone() }], keeps_meaning: true });
    let within = |statement: &&crate::view::Statement<'_>| {
        statement.span.start <= span.start && span.end <= statement.span.end
    };
    Finding {
        row: row_of(&diagnostic.problem),
        span,
        related: Vec::new(),
        statement: document.statements.iter().find(within).map(|statement| statement.index),
        fix,
        args: Vec::new(),
        problem: Some(diagnostic.problem.clone()),
    }
}

/// RAM's own name for a missing element, as far as its page could be read.
pub(crate) fn missing(problem: &Problem) -> Option<&'static str> {
    match problem {
        Problem::MissingElement { element: "Action", .. } => Some("Missing action"),
        _ => None,
    }
}
