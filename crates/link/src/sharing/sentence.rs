//! The sentences, in English and Chinese. Both languages are matches over the same enums.

use ramplay_sql::CredentialKind;
use ramplay_text::Lang;

use super::spot::Place;
use super::{Advice, Inside, Spot};

/// A part of a link: its caption, and what of it is there.
pub fn inside(part: &Inside, lang: Lang) -> (&'static str, String) {
    match lang {
        Lang::En => inside_en(part),
        Lang::Zh => inside_zh(part),
    }
}

fn inside_en(part: &Inside) -> (&'static str, String) {
    match part {
        Inside::Title(title) => ("Title", title.clone()),
        Inside::Names(names) => ("Accounts and names", names.join(", ")),
        Inside::CommonNames => ("Accounts and names", "only those of the example".into()),
        Inside::Policies(names) => ("Policies, with their texts", names.join(", ")),
        Inside::Base(1) => ("Before the change", "1 policy".into()),
        Inside::Base(count) => ("Before the change", format!("{count} policies")),
        Inside::Drafts(names, 0) => ("Flink SQL drafts", names.join(", ")),
        Inside::Drafts(names, 1) => {
            ("Flink SQL drafts", format!("{} (1 credential is masked)", names.join(", ")))
        }
        Inside::Drafts(names, masked) => {
            ("Flink SQL drafts", format!("{} ({masked} credentials are masked)", names.join(", ")))
        }
        Inside::Circumstances(values) => ("Circumstances", values.join(", ")),
        Inside::Assertions(1) => ("Expectations", "1 expectation".into()),
        Inside::Assertions(count) => ("Expectations", format!("{count} expectations")),
        Inside::Comments(1) => ("Comments", "1 comment".into()),
        Inside::Comments(count) => ("Comments", format!("{count} comments")),
    }
}

fn inside_zh(part: &Inside) -> (&'static str, String) {
    match part {
        Inside::Title(title) => ("标题", title.clone()),
        Inside::Names(names) => ("账号与名称", names.join("、")),
        Inside::CommonNames => ("账号与名称", "仅为示例中的名称".into()),
        Inside::Policies(names) => ("权限策略及其全文", names.join("、")),
        Inside::Base(count) => ("变更前", format!("{count} 个权限策略")),
        Inside::Drafts(names, 0) => ("Flink SQL 草稿", names.join("、")),
        Inside::Drafts(names, masked) => {
            ("Flink SQL 草稿", format!("{}（已遮盖 {masked} 处凭证）", names.join("、")))
        }
        Inside::Circumstances(values) => ("请求环境", values.join("、")),
        Inside::Assertions(count) => ("预期", format!("{count} 条预期")),
        Inside::Comments(count) => ("评论", format!("{count} 条评论")),
    }
}

/// How far a link gets.
pub fn advice(advice: Advice, lang: Lang) -> &'static str {
    match (advice, lang) {
        (Advice::Anywhere, Lang::En) => "short enough for chats, mails and documents",
        (Advice::Anywhere, Lang::Zh) => "长度适合聊天、邮件和文档",
        (Advice::NotEveryChat, Lang::En) => {
            "some chat programs cut a link of this length: try it, or send a file"
        }
        (Advice::NotEveryChat, Lang::Zh) => "部分聊天软件会截断这么长的链接：请先测试，或改为发送文件",
        (Advice::File, Lang::En) => {
            "too long for most chats, and some mail programs do not make a link of it: send a file"
        }
        (Advice::File, Lang::Zh) => "对多数聊天软件而言过长，部分邮件软件也无法识别为链接：请改为发送文件",
    }
}

/// What a secret is.
pub fn kind(kind: CredentialKind, lang: Lang) -> &'static str {
    let (en, zh) = match kind {
        CredentialKind::AccessKeyId => ("AccessKey ID", "AccessKey ID"),
        CredentialKind::AccessKeySecret => ("AccessKey secret", "AccessKey Secret"),
        CredentialKind::SecurityToken => ("security token of STS", "STS 安全令牌"),
        CredentialKind::Password => ("password", "密码"),
        CredentialKind::Jaas => ("JAAS configuration", "JAAS 配置"),
        CredentialKind::UrlPassword => ("password in a URL", "URL 中的密码"),
        CredentialKind::ApiKey => ("API key", "API 密钥"),
        CredentialKind::Secret => ("secret", "密钥"),
    };
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

/// Where a secret stands.
pub fn spot(spot: &Spot, lang: Lang) -> String {
    let Spot { masked, place, line, .. } = spot;
    let kind = kind(spot.kind, lang);
    match (place, lang) {
        (Place::Policy(name), Lang::En) => format!("{kind} `{masked}` in the policy `{name}`, line {line}"),
        (Place::Policy(name), Lang::Zh) => format!("权限策略 `{name}` 第 {line} 行：{kind} `{masked}`"),
        (Place::Base(name), Lang::En) => {
            format!("{kind} `{masked}` in the policy `{name}` before the change, line {line}")
        }
        (Place::Base(name), Lang::Zh) => format!("变更前的权限策略 `{name}` 第 {line} 行：{kind} `{masked}`"),
        (Place::Draft(name), Lang::En) => format!("{kind} `{masked}` in the draft `{name}`, line {line}"),
        (Place::Draft(name), Lang::Zh) => format!("草稿 `{name}` 第 {line} 行：{kind} `{masked}`"),
        (Place::Field(path), Lang::En) => format!("{kind} `{masked}` in the field `{path}`"),
        (Place::Field(path), Lang::Zh) => format!("字段 `{path}`：{kind} `{masked}`"),
    }
}
