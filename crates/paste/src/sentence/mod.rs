//! Where what was recognised becomes sentences, in English and Chinese: lower case without a full
//! stop, the user's text in backticks, help apart from the message.

mod en;
mod zh;

use ramplay_text::Lang;

use crate::alike::LookAlike;
use crate::model::{Placeholder, Wrapper};
use crate::problem::Problem;
use crate::repair::Repair;

/// What was changed. `pasted` is the text that was recognised.
pub fn repair(repair: &Repair, pasted: &str, lang: Lang) -> String {
    let was = short(repair.span.of(pasted));
    let is = short(&repair.replacement);
    match lang {
        Lang::En => en::repair(&repair.kind, &was, &is),
        Lang::Zh => zh::repair(&repair.kind, &was, &is),
    }
}

/// What the document was taken out of.
pub fn wrapper(wrapper: &Wrapper, lang: Lang) -> String {
    match lang {
        Lang::En => en::wrapper(wrapper),
        Lang::Zh => zh::wrapper(wrapper),
    }
}

/// What keeps the text from being read.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    match lang {
        Lang::En => en::problem(problem),
        Lang::Zh => zh::problem(problem),
    }
}

/// What to do about it.
pub fn help(problem: &Problem, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::help(problem),
        Lang::Zh => zh::help(problem),
    }
}

/// What the document is instead of a RAM policy.
pub fn look_alike(language: LookAlike, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::look_alike(language),
        Lang::Zh => zh::look_alike(language),
    }
}

/// What to do with it.
pub fn look_alike_help(language: LookAlike, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::look_alike_help(language),
        Lang::Zh => zh::look_alike_help(language),
    }
}

/// What kind of placeholder it is. `written` is the text of its span.
pub fn placeholder(placeholder: Placeholder, written: &str, lang: Lang) -> String {
    let written = short(written);
    match (placeholder, lang) {
        (Placeholder::Mask, Lang::En) => format!("`{written}` hides characters that were there"),
        (Placeholder::Mask, Lang::Zh) => format!("`{written}` 遮住了原有的字符"),
        (_, Lang::En) => format!("`{written}` seems to be a place to fill in"),
        (_, Lang::Zh) => format!("`{written}` 似乎是需要填写的占位符"),
    }
}

/// What to say of policies that an answer names without their documents.
pub fn listed(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En if count == 1 => "the answer names a policy and does not hold its document".to_owned(),
        Lang::En => format!("the answer names {count} policies and does not hold their documents"),
        Lang::Zh => format!("该返回结果只列出了 {count} 个策略的名称，不含策略内容"),
    }
}

/// Where to get the documents of policies that are only named.
pub fn listed_help(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "`GetPolicy` answers with the document of one policy: paste its answer",
        Lang::Zh => "`GetPolicy` 会返回单个策略的内容，请粘贴它的返回结果",
    }
}

/// The beginning of a text, on one line.
fn short(text: &str) -> String {
    const LENGTH: usize = 40;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LENGTH) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests;
