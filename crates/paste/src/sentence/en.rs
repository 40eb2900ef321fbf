//! English.

use crate::alike::LookAlike;
use crate::model::Wrapper;
use crate::problem::Problem;
use crate::repair::RepairKind;

pub(super) fn repair(kind: &RepairKind, was: &str, is: &str) -> String {
    match kind {
        RepairKind::ByteOrderMark => "an invisible byte order mark was taken out".to_owned(),
        RepairKind::OddSpace => "spaces that JSON does not know were replaced".to_owned(),
        RepairKind::EscapedSpace => {
            format!("`{was}` outside a string was replaced by the white space it stands for")
        }
        RepairKind::Comment => format!("the comment `{was}` was taken out"),
        RepairKind::Punctuation => format!("`{was}` was replaced by `{is}`"),
        RepairKind::CurlyQuotes | RepairKind::SingleQuotes => {
            format!("the quotes of `{was}` were replaced by straight double ones")
        }
        RepairKind::UnquotedKey => format!("the key `{was}` was put in quotes"),
        RepairKind::Separator => format!("`{was}` was replaced by a colon"),
        RepairKind::TrailingComma => "a comma before a closing bracket was taken out".to_owned(),
        RepairKind::ExtraComma => "a comma too many was taken out".to_owned(),
        RepairKind::MissingComma => "a missing comma was put in".to_owned(),
        RepairKind::NeedlessEscape => "a backslash that JSON does not allow here was taken out".to_owned(),
        RepairKind::ControlCharacter => format!("a control character in a string was written as `{is}`"),
        RepairKind::StrayClosing => format!("`{was}` was taken out: it closes nothing"),
        RepairKind::MissingClosing => format!("a missing `{is}` was put in"),
        RepairKind::DoubledBrace => format!("the doubled brace `{was}` of a format string was made one"),
        RepairKind::Literal => format!("`{was}` was written as `{is}`"),
        RepairKind::Expression => format!("`{was}` is no value; it was put in quotes as a placeholder"),
        RepairKind::JoinedStrings => format!("strings with `+` between them were made one: `{is}`"),
        RepairKind::JoinedVariable => format!("the variable `{was}` became the placeholder `{is}`"),
        RepairKind::WrappedStatements if is.starts_with('{') => {
            format!("`{is}` was put in before statements without a document")
        }
        RepairKind::WrappedStatements => format!("`{is}` was put in behind the statements"),
        RepairKind::WrappedMembers => format!("the brace `{is}` of the document was put in"),
        RepairKind::AddedVersion => "`\"Version\": \"1\"` was put in".to_owned(),
    }
}

pub(super) fn wrapper(wrapper: &Wrapper) -> String {
    match wrapper {
        Wrapper::MarkdownBlock => "a code block of Markdown".to_owned(),
        Wrapper::CommentedOut { sign } => format!("lines that each start with `{sign}`"),
        Wrapper::Html => "HTML tags and character references".to_owned(),
        Wrapper::XmlElement { name } => format!("the element `{name}` of an XML answer"),
        Wrapper::JsonString { key } => format!("the string under `{key}` in a JSON answer"),
        Wrapper::JsonObject { key } => format!("the object under `{key}`"),
        Wrapper::OneOfSeveral => "one of several documents".to_owned(),
        Wrapper::Heredoc => "a heredoc".to_owned(),
        Wrapper::JsonEncode => "an object in `jsonencode(…)`".to_owned(),
        Wrapper::StringLiteral => "a string in quotes".to_owned(),
        Wrapper::Concatenation { pieces } => format!("{pieces} strings that were put together"),
        Wrapper::Escaped { levels: 1 } => "text with a backslash before every quote".to_owned(),
        Wrapper::Escaped { levels } => format!("text that was escaped {levels} times over"),
        Wrapper::Yaml => "YAML, written as JSON".to_owned(),
        Wrapper::PercentEncoded => "percent encoding".to_owned(),
        Wrapper::Surroundings => "the text around it".to_owned(),
    }
}

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::TooLong { bytes, limit } => format!("{bytes} bytes are more than the {limit} that are read"),
        Problem::DocumentTooLong { bytes, limit } => {
            format!("a document of {bytes} bytes is longer than the {limit} that are read")
        }
        Problem::TooDeep { limit } => format!("nested deeper than {limit} levels"),
        Problem::TooMany { limit } => format!("more than {limit} documents; the rest was left out"),
        Problem::Empty => "there is nothing here".to_owned(),
        Problem::NoPolicy => "no policy was found in this text".to_owned(),
        Problem::UnterminatedString => "this string has no closing quote on its line".to_owned(),
        Problem::UnterminatedComment => "this comment has no end".to_owned(),
        Problem::CommentSwallows => {
            "this comment swallows the rest of its line, and with it the end of the document".to_owned()
        }
        Problem::StrayClosing { bracket } => format!("this `{bracket}` has no opening bracket"),
        Problem::Unclosed { bracket } => format!("nothing closes this `{bracket}`"),
        Problem::Truncated => "the document ends in the middle".to_owned(),
        Problem::MissingValue { key } => format!("`{key}` stands in an object without a value"),
        Problem::NotAKey { found } => format!("a key belongs here, not `{found}`"),
        Problem::TemplateStructure => "a template expression decides what stands here".to_owned(),
        Problem::UnclosedExpression => "this template expression has no end".to_owned(),
        Problem::Ellipsis => "these dots stand for something that was left out".to_owned(),
        Problem::BadEscape { escape } => format!("`{escape}` is no escape of JSON"),
        Problem::Yaml => "this is YAML of a form that is not read".to_owned(),
        Problem::Unexpected { found } if found.is_empty() => "this cannot be read".to_owned(),
        Problem::Unexpected { found } => format!("`{found}` cannot be read here"),
    }
}

pub(super) fn help(problem: &Problem) -> &'static str {
    match problem {
        Problem::TooLong { .. } => "paste the part with the policies",
        Problem::DocumentTooLong { .. } => "split the document",
        Problem::TooDeep { .. } => "policies need fewer than ten levels",
        Problem::TooMany { .. } => "paste the rest by itself",
        Problem::Empty => "paste a policy, or an answer or file with one in it",
        Problem::NoPolicy => "a policy is an object with `Version` and `Statement`",
        Problem::UnterminatedString => "add the closing quote, or join the lines",
        Problem::UnterminatedComment => "close it with `*/`, or remove it",
        Problem::CommentSwallows => "put a line break where the comment ends, or remove it",
        Problem::StrayClosing { .. } => "remove it, or add the opening one",
        Problem::Unclosed { .. } => "add the closing one where it belongs, or remove this one",
        Problem::Truncated => "copy the document up to its last brace",
        Problem::MissingValue { .. } => {
            "write a key, a colon and a value; a list of values stands in brackets"
        }
        Problem::NotAKey { .. } => "close the statement before it, or give it a key",
        Problem::TemplateStructure => "paste the document as it is after the template was rendered",
        Problem::UnclosedExpression => "close its brace",
        Problem::Ellipsis => "put in what was left out, or remove the dots",
        Problem::BadEscape { .. } => "a backslash itself is written as `\\\\`",
        Problem::Yaml => "write it without anchors and braces, or convert it to JSON",
        Problem::Unexpected { .. } => "see the form of a policy document",
    }
}

pub(super) fn look_alike(language: LookAlike) -> &'static str {
    match language {
        LookAlike::Aws => "this is an IAM policy of AWS",
        LookAlike::TencentCam => "this is a CAM policy of Tencent Cloud",
        LookAlike::HuaweiIam => "this is an IAM policy of Huawei Cloud",
        LookAlike::MaxCompute => "this is a policy of MaxCompute itself, which RAM does not evaluate",
        LookAlike::StackPolicy => "this is a stack policy of Resource Orchestration Service",
        LookAlike::AccessKeyNetwork => "this is a network access policy of AccessKeys",
        LookAlike::LowerCase => {
            "these are statements with lower-case keys, as frameworks for infrastructure as code write them"
        }
        LookAlike::GoMap => "this is source code in Go",
        LookAlike::TerraformBlocks => "this is a policy in Terraform's own blocks",
        LookAlike::GoogleIam => "this is an allow policy of Google Cloud",
        LookAlike::AzureRole => "this is a role definition of Azure",
        LookAlike::KubernetesRbac => "this is a role of Kubernetes",
        LookAlike::OssLifecycle => "these are lifecycle rules of an OSS bucket",
        LookAlike::OssCors => "these are CORS rules of an OSS bucket",
    }
}

pub(super) fn look_alike_help(language: LookAlike) -> &'static str {
    match language {
        LookAlike::Aws => {
            "RAM has version `1`, its own actions, and resources that start with `acs:`; write the policy anew"
        }
        LookAlike::TencentCam | LookAlike::HuaweiIam => {
            "RAM has other actions and resources; write the policy anew"
        }
        LookAlike::MaxCompute => {
            "its resources are `acs:odps:*:projects/…`; those of RAM name the account too: `acs:odps:<region>:<account>:projects/…`"
        }
        LookAlike::StackPolicy => "it protects resources of a stack from updates and grants nothing",
        LookAlike::AccessKeyNetwork => "it limits from where AccessKeys are used and grants nothing",
        LookAlike::LowerCase => {
            "RAM's keys are `Statement`, `Effect`, `Action`, `Resource`; paste the policy that the framework makes"
        }
        LookAlike::GoMap => "paste the JSON that the program makes",
        LookAlike::TerraformBlocks => {
            "run `terraform plan` or `terraform show`, and paste the document that comes out"
        }
        LookAlike::GoogleIam | LookAlike::AzureRole | LookAlike::KubernetesRbac => {
            "it has nothing in common with RAM; write the policy anew"
        }
        LookAlike::OssLifecycle | LookAlike::OssCors => {
            "they decide nothing about permissions; a bucket policy is JSON with `Statement`"
        }
    }
}
