//! Simplified Chinese.

use super::variable_kind;
use crate::credentials::CredentialKind;
use crate::note::NoteKind;
use crate::variables::{MalformedKind, VariableFindingKind};
use ramplay_text::Lang;

pub(super) fn note(kind: NoteKind, written: &str) -> String {
    match kind {
        NoteKind::TooLong { bytes, limit } => format!("文本有 {bytes} 字节，超过可读取的 {limit} 字节"),
        NoteKind::TooManyStatements { limit } => format!("语句超过 {limit} 条，其余未读取"),
        NoteKind::TooDeep { limit } => format!("括号嵌套超过 {limit} 层，该语句的其余部分未读取"),
        NoteKind::Empty => "这里没有任何语句".to_owned(),
        NoteKind::ByteOrderMark => "文本以不可见的字节顺序标记（BOM）开头".to_owned(),
        NoteKind::OddSpace => "此处有不可见或特殊的空格".to_owned(),
        NoteKind::FullWidth { meant } => format!("`{written}` 是全角或弯引号字符，已按 `{meant}` 读取"),
        NoteKind::UnterminatedString { quote: '`' } => "此反引号在本行内没有闭合".to_owned(),
        NoteKind::UnterminatedString { quote } => format!("引号 `{quote}` 在本行内没有闭合"),
        NoteKind::DoubleQuotes => format!("`{written}` 使用了双引号；Flink SQL 的值用单引号，名称用反引号"),
        NoteKind::UnterminatedComment => "此注释没有结束".to_owned(),
        NoteKind::StrayClosing { bracket: '*' } => "此 `*/` 没有对应的 Hint 或注释".to_owned(),
        NoteKind::StrayClosing { bracket } => format!("此 `{bracket}` 没有对应的左括号"),
        NoteKind::Unclosed { bracket: '*' } => "从此处开始的 Hint 没有结束".to_owned(),
        NoteKind::Unclosed { bracket } => format!("此 `{bracket}` 在其语句内没有闭合"),
        NoteKind::MissingSemicolon => format!("`{written}` 之前缺少分号"),
        NoteKind::UnknownStatement => format!("无法识别以 `{written}` 开头的语句，已跳过"),
        NoteKind::PassedOver => format!("`{written}` 不使用任何表，已跳过"),
        NoteKind::ExpectedName if written.is_empty() => "此处缺少名称".to_owned(),
        NoteKind::ExpectedName => format!("`{written}` 之前缺少名称"),
        NoteKind::UnexpectedClause => format!("此处不应出现 `{written}`，已跳过"),
        NoteKind::UnexpectedColumn => format!("`{written}` 不是列定义，已跳过"),
        NoteKind::MissingWith { temporary: true } => format!("临时表 `{written}` 没有 `WITH (…)`"),
        NoteKind::MissingWith { temporary: false } => {
            format!("表 `{written}` 没有 `WITH (…)`，其存储位置由 Catalog 决定")
        }
        NoteKind::EmptyWith => "`WITH` 之后没有括号内的参数".to_owned(),
        NoteKind::ForgottenWith => "这些参数之前缺少 `WITH`".to_owned(),
        NoteKind::MissingConnector => format!("`{written}` 的参数中没有 `connector`"),
        NoteKind::MissingEquals => "此处缺少等号".to_owned(),
        NoteKind::MissingValue => "此参数没有值".to_owned(),
        NoteKind::MissingComma => "此参数之前缺少逗号".to_owned(),
        NoteKind::Unquoted => format!("`{written}` 没有使用单引号"),
        NoteKind::NotAnOption => format!("`{written}` 不是参数，已跳过"),
        NoteKind::DuplicateOption => format!("参数 `{written}` 重复"),
        NoteKind::DuplicateTable => format!("`{written}` 被重复定义"),
        NoteKind::UsedBeforeDefined => format!("`{written}` 在定义之前被使用"),
        NoteKind::UnclosedSet => "此语句集没有 `END`".to_owned(),
        NoteKind::StrayEnd => "此 `END` 没有对应的语句集".to_owned(),
        NoteKind::UnreadLine => format!("未读取此行 `{written}`"),
        NoteKind::Tab => "YAML 的缩进不允许使用制表符".to_owned(),
        NoteKind::MissingType => format!("`{written}` 没有指定 `type`"),
        NoteKind::MissingBlock { block } => format!("没有 `{block}`"),
    }
}

pub(super) fn variable(kind: &VariableFindingKind, written: &str) -> String {
    match kind {
        VariableFindingKind::Undefined { suggestion: Some(name) } => {
            format!("`{written}` 未定义，是否指 `{name}`？")
        }
        VariableFindingKind::Undefined { suggestion: None } => format!("`{written}` 未定义"),
        VariableFindingKind::OtherKind { defined } => {
            format!("`{written}` 的变量被定义为{}", variable_kind(*defined, Lang::Zh))
        }
        VariableFindingKind::Unused => format!("此处没有使用变量 `{written}`"),
        VariableFindingKind::PermanentTable => {
            format!("`{written}` 位于非临时表的 `CREATE TABLE` 中，会使该表不可用")
        }
        VariableFindingKind::OutsideTemporaryTable => {
            format!("`{written}` 位于 `CREATE TEMPORARY TABLE` 之外，SQL 中只能在临时表中使用变量")
        }
        VariableFindingKind::DeploymentVariableHere => {
            format!("`{written}` 是作业变量，文档中此处只支持项目变量")
        }
        VariableFindingKind::Keyword => format!("`{written}` 的名称是 SQL 关键字"),
        VariableFindingKind::NotInSingleQuotes => format!("`{written}` 没有使用单引号"),
        VariableFindingKind::NotInBackQuotes => format!("`{written}` 用作名称，但没有使用反引号"),
        VariableFindingKind::PartOfValue => format!("`{written}` 只是值的一部分"),
        VariableFindingKind::Malformed(malformed) => malformed_kind(malformed.kind, written),
    }
}

fn malformed_kind(kind: MalformedKind, written: &str) -> String {
    match kind {
        MalformedKind::SpaceBeforeBrace => format!("`{written}` 的大括号前有空格，不会被当作变量"),
        MalformedKind::SpaceInside => format!("`{written}` 的大括号内有空格"),
        MalformedKind::Unclosed => format!("`{written}` 缺少右大括号"),
        MalformedKind::Empty => format!("`{written}` 没有变量名称"),
        MalformedKind::NoDollar => format!("`{written}` 之前没有 `$`，不会被当作变量"),
        MalformedKind::NoBraces => format!("`{written}` 没有大括号，不会被当作变量"),
        MalformedKind::Prefix => format!("`{written}` 没有以 `secret_values.` 开头"),
        MalformedKind::FullWidth => format!("`{written}` 含有全角字符，不会被当作变量"),
        MalformedKind::BadCharacter => format!("`{written}` 含有名称中不允许的字符"),
    }
}

pub(super) fn variable_help(kind: &VariableFindingKind) -> Option<String> {
    Some(match kind {
        VariableFindingKind::Undefined { suggestion: None } => {
            "请在安全中心的变量管理中创建：owner、editor 或具有该权限的自定义角色可以创建".to_owned()
        }
        VariableFindingKind::Undefined { suggestion: Some(name) } => format!("请写作 `{name}`，或创建该变量"),
        VariableFindingKind::OtherKind { defined } => format!("请写作 `{}`", defined.reference("<name>")),
        VariableFindingKind::Unused => {
            "其他草稿可能在使用它；变量删除后，需要它的作业将无法再次启动".to_owned()
        }
        VariableFindingKind::PermanentTable => "请使用 `CREATE TEMPORARY TABLE`".to_owned(),
        VariableFindingKind::OutsideTemporaryTable => "请移至 `CREATE TEMPORARY TABLE` 的参数中".to_owned(),
        VariableFindingKind::DeploymentVariableHere => "请写作 `${secret_values.<name>}`".to_owned(),
        VariableFindingKind::Keyword => "请使用其他变量名称".to_owned(),
        VariableFindingKind::NotInSingleQuotes => "请使用单引号".to_owned(),
        VariableFindingKind::NotInBackQuotes => "请使用反引号".to_owned(),
        VariableFindingKind::PartOfValue => "请将整个值保存为变量".to_owned(),
        VariableFindingKind::Malformed(malformed) => format!("请写作 `{}`", malformed.meant.as_ref()?),
    })
}

pub(super) fn credential(kind: CredentialKind, masked: &str) -> String {
    let what = credential_kind(kind);
    format!("{what}以明文出现：`{masked}`")
}

pub(super) fn credential_kind(kind: CredentialKind) -> &'static str {
    match kind {
        CredentialKind::AccessKeyId => "AccessKey ID ",
        CredentialKind::AccessKeySecret => "AccessKey Secret ",
        CredentialKind::SecurityToken => "安全令牌（STS Token）",
        CredentialKind::Password => "密码",
        CredentialKind::Jaas => "JAAS 配置中的密码",
        CredentialKind::UrlPassword => "URL 中的密码",
        CredentialKind::ApiKey => "API Key ",
        CredentialKind::Secret => "密钥",
    }
}
