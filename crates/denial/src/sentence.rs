//! Where this becomes sentences, in English and Chinese.

use ramplay_text::Lang;

use crate::MAX_BYTES;
use crate::explain::{Explained, Kind};
use crate::problem::ProblemKind;

/// What is wrong with the text.
pub fn problem(kind: &ProblemKind, lang: Lang) -> String {
    match (kind, lang) {
        (ProblemKind::Empty, Lang::En) => "there is no text".to_owned(),
        (ProblemKind::Empty, Lang::Zh) => "没有文本".to_owned(),
        (ProblemKind::TooLong { bytes }, Lang::En) => {
            format!("the text has {bytes} bytes; at most {MAX_BYTES} are read")
        }
        (ProblemKind::TooLong { bytes }, Lang::Zh) => {
            format!("文本有 {bytes} 字节，最多读取 {MAX_BYTES} 字节")
        }
        (ProblemKind::NoAction, Lang::En) => "no denied action is named in this text".to_owned(),
        (ProblemKind::NoAction, Lang::Zh) => "文本中没有被拒绝的操作".to_owned(),
        (ProblemKind::Encoded, Lang::En) => "the diagnostic message is encoded".to_owned(),
        (ProblemKind::Encoded, Lang::Zh) => "诊断信息是编码的".to_owned(),
        (ProblemKind::NoResource, Lang::En) => "the denied resource is not named".to_owned(),
        (ProblemKind::NoResource, Lang::Zh) => "没有被拒绝的资源".to_owned(),
        (ProblemKind::Masked { value }, Lang::En) => format!("`{value}` is masked"),
        (ProblemKind::Masked { value }, Lang::Zh) => format!("`{value}` 已脱敏"),
    }
}

/// What to do about it.
pub fn help(kind: &ProblemKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (ProblemKind::Empty | ProblemKind::TooLong { .. }, Lang::En) => {
            "paste the error message with the lines around it"
        }
        (ProblemKind::Empty | ProblemKind::TooLong { .. }, Lang::Zh) => "请粘贴错误信息及其前后几行",
        (ProblemKind::NoAction, Lang::En) => {
            "messages name it as `action: log:GetLogStore` or `\"AuthAction\": \"log:GetLogStore\"`"
        }
        (ProblemKind::NoAction, Lang::Zh) => {
            "错误信息中的形式为 `action: log:GetLogStore` 或 `\"AuthAction\": \"log:GetLogStore\"`"
        }
        (ProblemKind::Encoded, Lang::En) => {
            "decode it: `aliyun ram DecodeDiagnosticMessage --EncodedDiagnosticMessage …`, and paste the answer"
        }
        (ProblemKind::Encoded, Lang::Zh) => {
            "请用 `aliyun ram DecodeDiagnosticMessage --EncodedDiagnosticMessage …` 解码后粘贴结果"
        }
        (ProblemKind::NoResource, Lang::En) => "say on which resource it was",
        (ProblemKind::NoResource, Lang::Zh) => "请指明资源",
        (ProblemKind::Masked { .. }, Lang::En) => {
            "the answer is about the text as it is; put the real value in"
        }
        (ProblemKind::Masked { .. }, Lang::Zh) => "结果按现有文本得出，请填入真实值",
    }
}

/// Whether policies explain a denial.
pub fn explained(explained: &Explained, lang: Lang) -> String {
    match (explained, lang) {
        (Explained::Yes(ours), Lang::En) => {
            format!("these policies explain the denial: {}", kind(ours, lang))
        }
        (Explained::Yes(ours), Lang::Zh) => format!("这些策略可以解释该拒绝：{}", kind(ours, lang)),
        (Explained::Otherwise { ours, reported }, Lang::En) => format!(
            "these policies deny it, too, but for another reason: {} here, {} in the report",
            kind(ours, lang),
            kind(reported, lang)
        ),
        (Explained::Otherwise { ours, reported }, Lang::Zh) => {
            format!(
                "这些策略也拒绝该请求，但原因不同：此处为{}，报告为{}",
                kind(ours, lang),
                kind(reported, lang)
            )
        }
        (Explained::No { reported }, Lang::En) => format!(
            "these policies allow it: what denied it is not among them ({} in the report)",
            kind(reported, lang)
        ),
        (Explained::No { reported }, Lang::Zh) => {
            format!("这些策略允许该请求：拒绝它的策略不在其中（报告为{}）", kind(reported, lang))
        }
        (Explained::Depends, Lang::En) => "policies that were not given decide".to_owned(),
        (Explained::Depends, Lang::Zh) => "取决于未提供的策略".to_owned(),
    }
}

fn kind(kind: &Kind, lang: Lang) -> String {
    let denial = match (kind.is_explicit, lang) {
        (Some(true), Lang::En) => "explicit deny",
        (Some(false), Lang::En) => "implicit deny",
        (None, Lang::En) => "a denial",
        (Some(true), Lang::Zh) => "显式拒绝",
        (Some(false), Lang::Zh) => "隐式拒绝",
        (None, Lang::Zh) => "拒绝",
    };
    match (&kind.policy_type, lang) {
        (Some(policy), Lang::En) => format!("{denial} by `{policy}`"),
        (Some(policy), Lang::Zh) => format!("{denial}（`{policy}`）"),
        (None, _) => denial.to_owned(),
    }
}
