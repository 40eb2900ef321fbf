//! Simplified Chinese.

use crate::alike::LookAlike;
use crate::model::Wrapper;
use crate::problem::Problem;
use crate::repair::RepairKind;

pub(super) fn repair(kind: &RepairKind, was: &str, is: &str) -> String {
    match kind {
        RepairKind::ByteOrderMark => "删除了不可见的字节顺序标记".to_owned(),
        RepairKind::OddSpace => "替换了 JSON 不认识的空格".to_owned(),
        RepairKind::EscapedSpace => format!("字符串之外的 `{was}` 已换成它代表的空白"),
        RepairKind::Comment => format!("删除了注释 `{was}`"),
        RepairKind::Punctuation => format!("`{was}` 已换成 `{is}`"),
        RepairKind::CurlyQuotes | RepairKind::SingleQuotes => format!("`{was}` 的引号已换成半角双引号"),
        RepairKind::UnquotedKey => format!("给键 `{was}` 加上了引号"),
        RepairKind::Separator => format!("`{was}` 已换成冒号"),
        RepairKind::TrailingComma => "删除了右括号前的逗号".to_owned(),
        RepairKind::ExtraComma => "删除了多余的逗号".to_owned(),
        RepairKind::MissingComma => "补上了缺少的逗号".to_owned(),
        RepairKind::NeedlessEscape => "删除了 JSON 在此处不允许的反斜杠".to_owned(),
        RepairKind::ControlCharacter => format!("字符串中的控制字符已写成 `{is}`"),
        RepairKind::StrayClosing => format!("删除了没有对应左括号的 `{was}`"),
        RepairKind::MissingClosing => format!("补上了缺少的 `{is}`"),
        RepairKind::DoubledBrace => format!("格式化字符串中的双括号 `{was}` 已改为单括号"),
        RepairKind::Literal => format!("`{was}` 已写成 `{is}`"),
        RepairKind::Expression => format!("`{was}` 不是值，已作为占位符加上引号"),
        RepairKind::JoinedStrings => format!("用 `+` 连接的字符串已合并为 `{is}`"),
        RepairKind::JoinedVariable => format!("变量 `{was}` 已换成占位符 `{is}`"),
        RepairKind::WrappedStatements if is.starts_with('{') => format!("在没有文档的语句之前补上了 `{is}`"),
        RepairKind::WrappedStatements => format!("在语句之后补上了 `{is}`"),
        RepairKind::WrappedMembers => format!("补上了文档的大括号 `{is}`"),
        RepairKind::AddedVersion => "补上了 `\"Version\": \"1\"`".to_owned(),
    }
}

pub(super) fn wrapper(wrapper: &Wrapper) -> String {
    match wrapper {
        Wrapper::MarkdownBlock => "Markdown 代码块".to_owned(),
        Wrapper::CommentedOut { sign } => format!("每行都以 `{sign}` 开头的文本"),
        Wrapper::Html => "HTML 标签和字符引用".to_owned(),
        Wrapper::XmlElement { name } => format!("XML 返回结果的元素 `{name}`"),
        Wrapper::JsonString { key } => format!("JSON 返回结果中 `{key}` 下的字符串"),
        Wrapper::JsonObject { key } => format!("`{key}` 下的对象"),
        Wrapper::OneOfSeveral => "多个文档之一".to_owned(),
        Wrapper::Heredoc => "heredoc".to_owned(),
        Wrapper::JsonEncode => "`jsonencode(…)` 中的对象".to_owned(),
        Wrapper::StringLiteral => "引号中的字符串".to_owned(),
        Wrapper::Concatenation { pieces } => format!("由 {pieces} 段拼接的字符串"),
        Wrapper::Escaped { levels: 1 } => "每个引号前都有反斜杠的文本".to_owned(),
        Wrapper::Escaped { levels } => format!("转义了 {levels} 层的文本"),
        Wrapper::Yaml => "YAML（已写成 JSON）".to_owned(),
        Wrapper::PercentEncoded => "百分号编码".to_owned(),
        Wrapper::Surroundings => "前后的其他文本".to_owned(),
    }
}

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::TooLong { bytes, limit } => format!("文本有 {bytes} 字节，超过可读取的 {limit} 字节"),
        Problem::DocumentTooLong { bytes, limit } => {
            format!("文档有 {bytes} 字节，超过可读取的 {limit} 字节")
        }
        Problem::TooDeep { limit } => format!("嵌套超过 {limit} 层"),
        Problem::TooMany { limit } => format!("文档超过 {limit} 个，其余的已略去"),
        Problem::Empty => "这里没有内容".to_owned(),
        Problem::NoPolicy => "在这段文本中没有找到策略".to_owned(),
        Problem::UnterminatedString => "该字符串在本行没有右引号".to_owned(),
        Problem::UnterminatedComment => "该注释没有结束".to_owned(),
        Problem::CommentSwallows => "该注释吞掉了本行余下的内容，文档的结尾也在其中".to_owned(),
        Problem::StrayClosing { bracket } => format!("该 `{bracket}` 没有对应的左括号"),
        Problem::Unclosed { bracket } => format!("该 `{bracket}` 没有对应的右括号"),
        Problem::Truncated => "文档没有写完".to_owned(),
        Problem::MissingValue { key } => format!("对象中的 `{key}` 没有值"),
        Problem::NotAKey { found } => format!("这里应当是键，而不是 `{found}`"),
        Problem::TemplateStructure => "这里的内容由模板表达式决定".to_owned(),
        Problem::UnclosedExpression => "该模板表达式没有结束".to_owned(),
        Problem::Ellipsis => "这里的省略号代表被省去的内容".to_owned(),
        Problem::BadEscape { escape } => format!("`{escape}` 不是 JSON 的转义"),
        Problem::Yaml => "这是无法读取的 YAML 写法".to_owned(),
        Problem::Unexpected { found } if found.is_empty() => "这里无法读取".to_owned(),
        Problem::Unexpected { found } => format!("这里的 `{found}` 无法读取"),
    }
}

pub(super) fn help(problem: &Problem) -> &'static str {
    match problem {
        Problem::TooLong { .. } => "请只粘贴含有策略的部分",
        Problem::DocumentTooLong { .. } => "请拆分文档",
        Problem::TooDeep { .. } => "策略不需要十层以上的嵌套",
        Problem::TooMany { .. } => "请单独粘贴其余的文档",
        Problem::Empty => "请粘贴策略，或含有策略的返回结果或文件",
        Problem::NoPolicy => "策略是含有 `Version` 和 `Statement` 的对象",
        Problem::UnterminatedString => "请补上右引号，或合并这几行",
        Problem::UnterminatedComment => "请用 `*/` 结束注释，或删除它",
        Problem::CommentSwallows => "请在注释结束处换行，或删除注释",
        Problem::StrayClosing { .. } => "请删除它，或补上左括号",
        Problem::Unclosed { .. } => "请在正确的位置补上右括号，或删除它",
        Problem::Truncated => "请完整复制到最后一个右括号",
        Problem::MissingValue { .. } => "请写成键、冒号和值；多个值写在方括号中",
        Problem::NotAKey { .. } => "请先结束前面的语句，或补上键",
        Problem::TemplateStructure => "请粘贴模板渲染之后的文档",
        Problem::UnclosedExpression => "请补上右大括号",
        Problem::Ellipsis => "请补上省去的内容，或删除省略号",
        Problem::BadEscape { .. } => "反斜杠本身写作 `\\\\`",
        Problem::Yaml => "请不要使用锚点和大括号，或转换成 JSON",
        Problem::Unexpected { .. } => "请参见策略文档的格式",
    }
}

pub(super) fn look_alike(language: LookAlike) -> &'static str {
    match language {
        LookAlike::Aws => "这是 AWS 的 IAM 策略",
        LookAlike::TencentCam => "这是腾讯云的 CAM 策略",
        LookAlike::HuaweiIam => "这是华为云的 IAM 策略",
        LookAlike::MaxCompute => "这是 MaxCompute 自身的 Policy，RAM 不会对它鉴权",
        LookAlike::StackPolicy => "这是资源编排服务（ROS）的资源栈策略",
        LookAlike::AccessKeyNetwork => "这是 AccessKey 的网络访问限制策略",
        LookAlike::LowerCase => "这是键为小写的语句，常见于基础设施即代码框架",
        LookAlike::GoMap => "这是 Go 源代码",
        LookAlike::TerraformBlocks => "这是用 Terraform 配置块写的策略",
        LookAlike::GoogleIam => "这是 Google Cloud 的允许策略",
        LookAlike::AzureRole => "这是 Azure 的角色定义",
        LookAlike::KubernetesRbac => "这是 Kubernetes 的角色",
        LookAlike::OssLifecycle => "这是 OSS Bucket 的生命周期规则",
        LookAlike::OssCors => "这是 OSS Bucket 的跨域规则",
    }
}

pub(super) fn look_alike_help(language: LookAlike) -> &'static str {
    match language {
        LookAlike::Aws => "RAM 的版本是 `1`，操作不同，资源以 `acs:` 开头；请重新编写策略",
        LookAlike::TencentCam | LookAlike::HuaweiIam => "RAM 的操作和资源不同；请重新编写策略",
        LookAlike::MaxCompute => {
            "它的资源写作 `acs:odps:*:projects/…`；RAM 的资源还含账号：`acs:odps:<region>:<account>:projects/…`"
        }
        LookAlike::StackPolicy => "它防止资源栈中的资源被更新，不授予权限",
        LookAlike::AccessKeyNetwork => "它限制 AccessKey 的来源网络，不授予权限",
        LookAlike::LowerCase => {
            "RAM 的键是 `Statement`、`Effect`、`Action`、`Resource`；请粘贴框架生成的策略"
        }
        LookAlike::GoMap => "请粘贴程序生成的 JSON",
        LookAlike::TerraformBlocks => "请运行 `terraform plan` 或 `terraform show`，并粘贴得到的文档",
        LookAlike::GoogleIam | LookAlike::AzureRole | LookAlike::KubernetesRbac => {
            "它与 RAM 策略不同；请重新编写策略"
        }
        LookAlike::OssLifecycle | LookAlike::OssCors => {
            "它与权限无关；Bucket Policy 是含有 `Statement` 的 JSON"
        }
    }
}
