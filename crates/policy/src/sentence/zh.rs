//! Simplified Chinese.

use ramplay_text::json;

use super::quoted;
use crate::assumption::Assumption;
use crate::condition::{ClauseFailure, ValueType};
use crate::diagnostic::{Expected, Problem, Within};
use crate::model::PolicyKind;
use crate::reason::Reason;
use crate::request::{Check, RequestProblem};
use crate::trace::{CheckTrace, Decision, Layer, Must, Need, Settled};

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Json(kind) => json_problem(kind),
        Problem::WrongType { element, expected, found } => {
            format!("`{element}` 应为{}，而不是{}", expectation(*expected), json_type(*found))
        }
        Problem::MissingElement { element, within } => format!("{}缺少 `{element}`", place(*within)),
        Problem::UnknownElement { name, .. } => format!("未知元素 `{name}`"),
        Problem::BothForms { element, negated } => format!("一条语句只能有 `{element}` 和 `{negated}` 之一"),
        Problem::PrincipalNotAllowed { kind } => format!("{}中不能有 `Principal`", policy_kind(*kind)),
        Problem::BadVersion { found } => format!("`Version` 必须为 `1`，而不是 `{found}`"),
        Problem::BadEffect { found } => format!("`Effect` 必须为 `Allow` 或 `Deny`，而不是 `{found}`"),
        Problem::UnknownOperator { name, .. } => format!("未知的条件运算符 `{name}`"),
        Problem::RefusedOperator { name } => format!("RAM 不接受条件运算符 `{name}`"),
        Problem::BadValue { operator, value, expected } => {
            format!("`{operator}` 比较的是{}，`{value}` 不是", value_type(*expected))
        }
        Problem::TooManyStatements { count } => format!("{count} 条语句过多，无法读取"),
        Problem::OverLength { kind, length, limit } => {
            format!("长度为 {length} 个字符，超过 RAM 对{}的限制 {limit} 个字符", policy_kind(*kind))
        }
        Problem::SingleStatement => "`Statement` 是单条语句而不是列表".to_owned(),
        Problem::BareValue => "条件值应为带引号的字符串".to_owned(),
        Problem::NotResource => "现行文档中没有 `NotResource`".to_owned(),
        Problem::EmptyList { element } => format!("`{element}` 是空列表"),
        Problem::HostBits { value } => format!("`{value}` 含有前缀之外的地址位"),
        Problem::ResourceInTrust => "信任策略没有 `Resource`".to_owned(),
        Problem::PrincipalNotArn { value } => format!("`{value}` 不是 RAM 的 ARN"),
    }
}

pub(super) fn help(problem: &Problem) -> String {
    match problem {
        Problem::Json(kind) => json_help(kind).to_owned(),
        Problem::WrongType { .. } => "请参见权限策略语法中该元素的写法".to_owned(),
        Problem::MissingElement { element: "Version", .. } => "请添加 `\"Version\": \"1\"`".to_owned(),
        Problem::MissingElement { element: "Principal", .. } => {
            "请写明语句针对谁；基于身份的策略没有 `Principal`，信任策略和基于资源的策略才有".to_owned()
        }
        Problem::MissingElement { element, .. } => format!("请添加 `{element}`"),
        Problem::UnknownElement { near: Some(near), .. }
        | Problem::UnknownOperator { near: Some(near), .. } => {
            format!("是否想写 `{near}`?")
        }
        Problem::UnknownElement { near: None, .. } => "RAM 权限策略没有这个元素，请删除".to_owned(),
        Problem::BothForms { .. } => "请保留其一，或拆成两条语句".to_owned(),
        Problem::PrincipalNotAllowed { .. } => "请删除；策略授权给谁就对谁生效".to_owned(),
        Problem::BadVersion { .. } => "RAM 的策略语言只有版本 `1`".to_owned(),
        Problem::BadEffect { .. } => "请严格按此书写，首字母大写".to_owned(),
        Problem::UnknownOperator { near: None, .. } => "请参见 RAM 文档中的条件运算符列表".to_owned(),
        Problem::RefusedOperator { .. } => "这是 AWS 的写法，RAM 没有；请拆成两条语句判断取值".to_owned(),
        Problem::BadValue { expected, .. } => match expected {
            ValueType::Text => "请写字符串".to_owned(),
            ValueType::Number => "请写带引号的十进制数，例如 `\"10\"`".to_owned(),
            ValueType::Date => "请写带时间的 ISO 8601 格式，例如 `2026-11-22T08:00:00Z`".to_owned(),
            ValueType::Bool => "请写 `\"true\"` 或 `\"false\"`".to_owned(),
            ValueType::Address => "请写 IP 地址或 CIDR 网段，例如 `10.0.0.0/8`".to_owned(),
        },
        Problem::TooManyStatements { .. } => {
            format!("最多读取 {} 条语句，请拆分文档", crate::limits::STATEMENTS)
        }
        Problem::OverLength { .. } => "RAM 将拒绝保存，请缩短或拆分".to_owned(),
        Problem::SingleStatement => "请放进方括号；文档只给出列表的写法".to_owned(),
        Problem::BareValue => "请加上引号；文档要求使用字符串".to_owned(),
        Problem::NotResource => "按 2021 年之前的文档解释;RAM 可能不接受".to_owned(),
        Problem::EmptyList { .. } => "空列表不匹配任何内容;RAM 如何处理没有文档说明".to_owned(),
        Problem::HostBits { .. } => "这些位会被忽略；请写网段的起始地址".to_owned(),
        Problem::ResourceInTrust => "请删除；信任策略所属的角色就是资源".to_owned(),
        Problem::PrincipalNotArn { .. } => {
            "请写 `acs:ram::<账号ID>:root`、`…:user/<名称>` 或 `…:role/<名称>`".to_owned()
        }
    }
}

fn json_problem(kind: &json::ProblemKind) -> String {
    match kind {
        json::ProblemKind::TooLong { bytes, limit } => {
            format!("长度为 {bytes} 字节，超过可读取的 {limit} 字节")
        }
        json::ProblemKind::TooDeep { limit } => format!("嵌套超过 {limit} 层"),
        json::ProblemKind::Empty => "这里没有权限策略".to_owned(),
        json::ProblemKind::ByteOrderMark => "文本以字节顺序标记(BOM)开头".to_owned(),
        json::ProblemKind::Comment => "JSON 不支持注释".to_owned(),
        json::ProblemKind::TrailingComma => "右括号前多了一个逗号".to_owned(),
        json::ProblemKind::MissingComma => "此处之前缺少逗号".to_owned(),
        json::ProblemKind::SingleQuotes => "JSON 字符串使用双引号".to_owned(),
        json::ProblemKind::UnquotedKey => "JSON 的键使用双引号".to_owned(),
        json::ProblemKind::DuplicateKey { key, .. } => format!("`{key}` 重复出现"),
        json::ProblemKind::Syntax(syntax) => match syntax {
            json::Syntax::UnterminatedString => "字符串没有结束",
            json::Syntax::UnterminatedObject => "文本结束时缺少 `}`",
            json::Syntax::UnterminatedArray => "文本结束时缺少 `]`",
            json::Syntax::UnterminatedComment => "注释没有结束",
            json::Syntax::ExpectedColon => "此处之前缺少冒号",
            json::Syntax::ExpectedValue => "此处缺少值",
            json::Syntax::BadEscape => "JSON 没有这种转义",
            json::Syntax::ControlCharacter => "字符串中有换行或控制字符",
            json::Syntax::BadNumber => "这不是 JSON 数字",
            json::Syntax::TrailingText => "策略结束之后还有其他文本",
            json::Syntax::Unexpected => "此处不应出现这段内容",
        }
        .to_owned(),
    }
}

fn json_help(kind: &json::ProblemKind) -> &'static str {
    match kind {
        json::ProblemKind::TooLong { .. } => "请只粘贴一份策略;RAM 最多接受 6,144 个字符",
        json::ProblemKind::TooDeep { .. } => "一份策略大约只需要六层",
        json::ProblemKind::Empty => "请粘贴权限策略，或删除这份文档",
        json::ProblemKind::ByteOrderMark => "它不可见，请删除",
        json::ProblemKind::Comment | json::ProblemKind::TrailingComma => "请删除",
        json::ProblemKind::MissingComma => "请在两项之间写逗号",
        json::ProblemKind::SingleQuotes | json::ProblemKind::UnquotedKey => "请使用 \"…\"",
        json::ProblemKind::DuplicateKey { .. } => "不同的 JSON 解析器取值不同；请保留一个，或合并两者",
        json::ProblemKind::Syntax(_) => "保存策略时 RAM 会检查它是否为 JSON(RFC 7159)",
    }
}

fn expectation(expected: Expected) -> &'static str {
    match expected {
        Expected::Object => "对象",
        Expected::String => "字符串",
        Expected::StringOrList | Expected::ConditionValue => "字符串或字符串列表",
        Expected::StatementList => "语句列表",
        Expected::Statement => "对象的列表",
        Expected::PrincipalObject => "含有 `RAM`、`Service` 或 `Federated` 的对象",
        Expected::ResourcePrincipal => "`\"*\"` 或 ID 列表",
    }
}

fn json_type(kind: json::Type) -> &'static str {
    match kind {
        json::Type::Null => "null",
        json::Type::Bool => "布尔值",
        json::Type::Number => "数字",
        json::Type::String => "字符串",
        json::Type::Array => "列表",
        json::Type::Object => "对象",
    }
}

fn place(within: Within) -> &'static str {
    match within {
        Within::Document => "权限策略",
        Within::Statement => "语句",
        Within::Principal => "`Principal` ",
    }
}

fn policy_kind(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Identity => "基于身份的策略",
        PolicyKind::Control => "管控策略",
        PolicyKind::Session => "会话策略",
        PolicyKind::Trust => "信任策略",
        PolicyKind::Resource => "基于资源的策略",
    }
}

fn value_type(kind: ValueType) -> &'static str {
    match kind {
        ValueType::Text => "字符串",
        ValueType::Number => "数字",
        ValueType::Date => "日期",
        ValueType::Bool => "布尔值",
        ValueType::Address => "IP 地址",
    }
}

pub(super) fn request_problem(problem: &RequestProblem) -> String {
    let RequestProblem { key, value, expected, operator } = problem;
    format!("`{operator}` 比较的是{}，而请求中 `{key}` 的值为 `{value}`", value_type(*expected))
}

pub(super) fn assumption(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::StarCrossesColon => "资源中的 `*` 也匹配含有 `:` 的文本",
        Assumption::NoEscape => "通配模式中的 `\\` 是普通字符",
        Assumption::ResourceCase => "资源名称区分大小写；若不区分则会匹配",
        Assumption::PrincipalCase => "授权主体区分大小写；若不区分则会匹配",
        Assumption::ConditionKeyCase => "条件键不区分大小写",
        Assumption::IncludeBorder => "`…IncludeBorder` 与普通运算符含义相同",
        Assumption::NegatedSeveralValues => "否定运算符有多个值时，全部不匹配才算满足",
        Assumption::AbsentKeyNegated => "请求不含该条件键时，否定运算符视为满足",
        Assumption::AbsentKeyForAll => "请求不含该条件键时，`ForAllValues:` 视为满足",
        Assumption::SeveralRequestValues => "请求有多个值时，任一匹配即可；否定运算符则要求全部不匹配",
        Assumption::DateWithoutZone => "没有时区的日期按 UTC 处理",
        Assumption::RamRegion => "RAM 的资源按空地域比较",
        Assumption::PrincipalWildcard => "`Principal` 中的通配符按模式匹配",
        Assumption::AccountIdIsRoot => "`Principal` 列表中的账号 ID 指主账号，不含其 RAM 用户",
        Assumption::PrincipalArnWithoutSession => "角色会话的 `acs:PrincipalARN` 为角色的 ARN",
        Assumption::LevelWithoutPolicy => "未给出管控策略的层级视为绑定了 FullAliyunAccess",
    }
}

pub(super) fn layer(layer: Layer, path: &[String]) -> String {
    match layer {
        Layer::Control(level) => match path.get(usize::from(level)) {
            Some(node) => format!("{node} 的管控策略"),
            None => "管控策略".to_owned(),
        },
        Layer::Session => "会话策略".to_owned(),
        Layer::IdentityAccount => "基于身份的策略".to_owned(),
        Layer::IdentityGroup => "资源组范围的基于身份的策略".to_owned(),
        Layer::Resource => "基于资源的策略".to_owned(),
        Layer::Trust => "信任策略".to_owned(),
    }
}

pub(super) fn settled(decision: Decision, settled: Settled, path: &[String]) -> String {
    let name = |of| layer(of, path);
    match (decision, settled) {
        (_, Settled::OwnerRoot) => {
            "允许：资源所属账号的主账号拥有全部权限，除非基于资源的策略拒绝".to_owned()
        }
        (_, Settled::RootCannotAssume) => "拒绝：主账号不能扮演 RAM 角色".to_owned(),
        (_, Settled::OtherAccount) => "隐式拒绝：基于身份的 Allow 对其他账号的资源不起作用".to_owned(),
        (Decision::Allow, Settled::Layer(of)) => format!("允许：由{}授予", name(of)),
        (Decision::Allow, Settled::Both(one, two)) => format!("允许：由{}和{}授予", name(one), name(two)),
        (Decision::ExplicitDeny, Settled::Layer(of)) => format!("显式拒绝：由{}拒绝", name(of)),
        (Decision::ExplicitDeny, Settled::Both(one, two)) => {
            format!("显式拒绝：由{}和{}拒绝", name(one), name(two))
        }
        (Decision::ImplicitDeny, Settled::Both(one, Layer::Resource) | Settled::Layer(one)) => {
            format!("隐式拒绝：{}中没有允许它的语句", name(one))
        }
        (Decision::ImplicitDeny, Settled::Both(one, two)) => {
            format!("隐式拒绝：{}和{}中都没有允许它的语句", name(one), name(two))
        }
    }
}

pub(super) fn skip(reason: &Reason<'_>) -> String {
    match reason {
        Reason::NoEntry { element, asked } => format!("`{element}` 中没有匹配 `{asked}` 的项"),
        Reason::Listed { element, entry, asked, .. } => {
            format!("`{element}` 列出的 `{entry}` 匹配 `{asked}`")
        }
        Reason::NotNamed { principal } => format!("`Principal` 没有指明 `{principal}`"),
        Reason::OwnerSpared => "没有条件的 `Principal: *` 不约束资源所有者".to_owned(),
        Reason::Absent { clause } => {
            format!("`{}` 需要 `{}`，而请求不含该键", clause.operator_name(), clause.key)
        }
        Reason::Fails { clause, seen, why } => {
            let (operator, key, seen) = (clause.operator_name(), &clause.key, quoted(seen));
            match why {
                ClauseFailure::OneMatches => format!("不满足 `{operator}`:`{key}` 为 {seen}，在列出的值之中"),
                ClauseFailure::NotAll => format!("不满足 `{operator}`:`{key}` 为 {seen}，并非每个值都通过"),
                ClauseFailure::NoneMatches | ClauseFailure::Absent => {
                    format!("不满足 `{operator}`:`{key}` 为 {seen}")
                }
            }
        }
        Reason::Unknown => "不适用".to_owned(),
    }
}

/// What the answer of a check depends on.
pub(super) fn open(trace: &CheckTrace, check: &Check, path: &[String]) -> String {
    let name = |of| layer(of, path);
    let what = format!("对 `{}` 执行 `{}`", check.resource, check.action);
    match trace.allowed_if.as_slice() {
        [] => {
            let unseen = trace.layers.iter().filter(|layer| layer.unseen).map(|layer| name(layer.layer));
            format!("拒绝：无论未给出的{}如何规定", unseen.collect::<Vec<_>>().join("或"))
        }
        [way] => match way.as_slice() {
            [Need { layer, must: Must::Allow }] => {
                format!("允许，除非未给出的{}拒绝或没有允许{what}", name(*layer))
            }
            [Need { layer, must: Must::NotDeny }] => format!("允许，除非未给出的{}拒绝{what}", name(*layer)),
            _ => format!("满足以下条件时允许{what}:{}", needs(way, path)),
        },
        ways => {
            let ways: Vec<String> = ways.iter().map(|way| needs(way, path)).collect();
            format!("满足以下任一条件时允许{what}:{}", ways.join(";或"))
        }
    }
}

fn needs(way: &[Need], path: &[String]) -> String {
    let needs = way.iter().map(|need| {
        let name = layer(need.layer, path);
        match need.must {
            Must::Allow => format!("未给出的{name}允许"),
            Must::NotDeny => format!("未给出的{name}不拒绝"),
        }
    });
    needs.collect::<Vec<_>>().join(",且")
}
