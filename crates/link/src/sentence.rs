//! The sentences, in English and Chinese. Both languages are matches over the same enums.

use ramplay_text::Lang;

use crate::{EncodeError, LinkError, limits};

/// What is wrong with a link.
pub fn problem(error: &LinkError, lang: Lang) -> String {
    match lang {
        Lang::En => problem_en(error),
        Lang::Zh => problem_zh(error),
    }
}

fn problem_en(error: &LinkError) -> String {
    match error {
        LinkError::NoLink => "this is no link of the playground".into(),
        LinkError::TooLong { bytes } => {
            format!("this link has {bytes} bytes, more than the {} of any link", limits::FRAGMENT)
        }
        LinkError::Cut { missing: Some(1) } => "this link was cut: its last character is missing".into(),
        LinkError::Cut { missing: Some(missing) } => {
            format!("this link was cut: its last {missing} characters are missing")
        }
        LinkError::Cut { missing: None } => "this link was cut: hardly anything of it is left".into(),
        LinkError::Longer { extra: 1 } => {
            "this link is followed by a character that does not belong to it".into()
        }
        LinkError::Longer { extra } => {
            format!("this link is followed by {extra} characters that do not belong to it")
        }
        LinkError::Character { found, at } => {
            format!(
                "this link was damaged: `{}` at character {} occurs in no link",
                found.escape_debug(),
                at + 1
            )
        }
        LinkError::Damaged => "this link was damaged: some of its characters were changed".into(),
        LinkError::Newer { version, .. } => {
            format!("this link was made by a newer version: its form is `{version}`")
        }
        LinkError::Malformed => "this link is whole, but what it holds cannot be read".into(),
        LinkError::ContentTooLong => "this link stands for more than is read".into(),
        LinkError::Scenario { newer: true, problem, .. } => {
            format!("what this link holds was made by a newer version: {problem}")
        }
        LinkError::Scenario { newer: false, problem, .. } => {
            format!("what this link holds is no scenario: {problem}")
        }
    }
}

fn problem_zh(error: &LinkError) -> String {
    match error {
        LinkError::NoLink => "这不是本工具的链接".into(),
        LinkError::TooLong { bytes } => format!("链接有 {bytes} 字节，超过上限 {}", limits::FRAGMENT),
        LinkError::Cut { missing: Some(missing) } => format!("链接被截断：末尾缺少 {missing} 个字符"),
        LinkError::Cut { missing: None } => "链接被截断：几乎没有留下内容".into(),
        LinkError::Longer { extra } => format!("链接末尾多出 {extra} 个不属于它的字符"),
        LinkError::Character { found, at } => {
            format!("链接已损坏：第 {} 个字符 `{}` 不会出现在链接中", at + 1, found.escape_debug())
        }
        LinkError::Damaged => "链接已损坏：部分字符被改动".into(),
        LinkError::Newer { version, .. } => format!("链接由更新的版本生成：格式为 `{version}`"),
        LinkError::Malformed => "链接完整，但其内容无法读取".into(),
        LinkError::ContentTooLong => "链接的内容超过可读取的上限".into(),
        LinkError::Scenario { newer: true, problem, .. } => format!("链接的内容由更新的版本生成：{problem}"),
        LinkError::Scenario { newer: false, problem, .. } => format!("链接的内容不是有效的场景：{problem}"),
    }
}

/// What to do about it.
pub fn help(error: &LinkError, lang: Lang) -> &'static str {
    let (en, zh) = match error {
        LinkError::NoLink => (
            "a link has letters and digits behind `#`, and begins with `1`",
            "链接的 `#` 后只有字母和数字，并以 `1` 开头",
        ),
        LinkError::Cut { .. }
        | LinkError::Longer { .. }
        | LinkError::Character { .. }
        | LinkError::Damaged => (
            "copy the whole link again from where it was made, or ask for the scenario as a file",
            "请从生成处重新复制完整链接，或索取场景文件",
        ),
        LinkError::Newer { .. } | LinkError::Scenario { newer: true, .. } => (
            "open it with the newest version; what it holds is offered as it is",
            "请用最新版本打开；链接的原始内容仍可查看",
        ),
        LinkError::TooLong { .. } | LinkError::ContentTooLong => {
            ("ask for the scenario as a file", "请索取场景文件")
        }
        LinkError::Malformed => ("ask for the scenario as a file", "请索取场景文件"),
        LinkError::Scenario { newer: false, .. } => (
            "what it holds is offered as it is, to be put right by hand",
            "链接的原始内容仍可查看，可手工修正",
        ),
    };
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

/// Why no link is made.
pub fn refusal(error: &EncodeError, lang: Lang) -> String {
    match (error, lang) {
        (EncodeError::Secrets(secrets), Lang::En) => match secrets.as_slice() {
            [one] => format!("a secret would be in the link: {} at `{}`", one.masked, one.path),
            _ => format!("{} secrets would be in the link", secrets.len()),
        },
        (EncodeError::Secrets(secrets), Lang::Zh) => match secrets.as_slice() {
            [one] => format!("链接中会包含一处密钥：{}，位于 `{}`", one.masked, one.path),
            _ => format!("链接中会包含 {} 处密钥", secrets.len()),
        },
        (EncodeError::ContentTooLong { bytes }, Lang::En) => {
            format!("{bytes} bytes are more than the {} that links hold", limits::CONTENT)
        }
        (EncodeError::ContentTooLong { bytes }, Lang::Zh) => {
            format!("内容有 {bytes} 字节，超过链接上限 {}", limits::CONTENT)
        }
        (EncodeError::TooLong { characters }, Lang::En) => {
            format!(
                "the link would have {characters} characters, more than the {} that browsers show",
                limits::FRAGMENT
            )
        }
        (EncodeError::TooLong { characters }, Lang::Zh) => {
            format!("链接将有 {characters} 个字符，超过浏览器可显示的 {}", limits::FRAGMENT)
        }
        (EncodeError::TooDeep, Lang::En) => "fields nest more deeply than in any scenario".into(),
        (EncodeError::TooDeep, Lang::Zh) => "字段的嵌套层数超过任何场景".into(),
    }
}

/// What to do about a refusal.
pub fn refusal_help(error: &EncodeError, lang: Lang) -> &'static str {
    match (error, lang) {
        (EncodeError::Secrets(_), Lang::En) => {
            "mask them: anyone who holds a link can read all of it; disable a key that may have been seen"
        }
        (EncodeError::Secrets(_), Lang::Zh) => {
            "请先遮盖：持有链接的人可读取全部内容；如密钥可能已泄露，请停用"
        }
        (_, Lang::En) => "save the scenario as a file instead",
        (_, Lang::Zh) => "请改为保存成场景文件",
    }
}
