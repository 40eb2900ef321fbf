//! Where changes, reasons and troubles become sentences, in English and Chinese.

mod en;
mod zh;

use ramplay_flink::{LogonMethod, catalogue};
use ramplay_playground::sentence;
use ramplay_text::Lang;

use crate::difference::{Change, Named, Setting};
use crate::history::Why;
use crate::import::{Import, Reason};
use crate::library::Trouble;

/// What changed. `method` is the logon method after the change, which says what places are called.
pub fn change(change: &Change, method: LogonMethod, lang: Lang) -> String {
    let logon = |method: LogonMethod| catalogue().logon_method(method).title.get(lang);
    let place = |attach| sentence::attach(attach, method, lang);
    let name = |named: &Named| match lang {
        Lang::En => en::named(named),
        Lang::Zh => zh::named(named),
    };
    let none = String::new;
    let [one, two, three] = match change {
        Change::Logon(was, is) => [logon(*was).to_owned(), logon(*is).to_owned(), none()],
        Change::Field(field, was, is) => {
            [sentence::field_label(*field, lang).to_owned(), short(was), short(is)]
        }
        Change::Setting(_) => [none(), none(), none()],
        Change::Added(named) | Change::Removed(named) | Change::Text(named, _) => {
            [name(named), none(), none()]
        }
        Change::Renamed(was, is) => [name(was), name(is), none()],
        Change::Moved(named, was, is) => [name(named), place(was), place(is)],
    };
    match lang {
        Lang::En => en::change(change, &one, &two, &three),
        Lang::Zh => zh::change(change, &one, &two, &three),
    }
}

/// Why a state was kept.
pub fn why(why: Why, lang: Lang) -> &'static str {
    match (why, lang) {
        (Why::Edited, Lang::En) => "before an edit",
        (Why::Edited, Lang::Zh) => "编辑前",
        (Why::Restored, Lang::En) => "before an earlier state was restored",
        (Why::Restored, Lang::Zh) => "恢复历史版本前",
        (Why::Overwritten, Lang::En) => "stored by another tab",
        (Why::Overwritten, Lang::Zh) => "由其他标签页保存",
    }
}

/// What was recognised.
pub fn import(import: &Import, lang: Lang) -> String {
    match lang {
        Lang::En => en::import(import),
        Lang::Zh => zh::import(import),
    }
}

/// What to do if nothing can be used; what comes of it otherwise.
pub fn import_help(import: &Import, lang: Lang) -> &'static str {
    let reason = match import {
        Import::Scenario { masked, .. } | Import::Draft { masked, .. } if *masked > 0 => {
            return match lang {
                Lang::En => "Credentials in it are masked: a scenario never holds them.",
                Lang::Zh => "其中的凭证已被遮盖：场景中从不保存凭证。",
            };
        }
        Import::Scenario { .. } | Import::Draft { .. } | Import::Policies(_) => return "",
        Import::Nothing(reason) => reason,
    };
    match lang {
        Lang::En => en::help(reason),
        Lang::Zh => zh::help(reason),
    }
}

/// Why something could not be done.
pub fn trouble(trouble: Trouble, lang: Lang) -> &'static str {
    match (trouble, lang) {
        (Trouble::NotStored, Lang::En) => {
            "The browser has no room for it, or does not let the page store anything. Nothing was changed. Delete scenarios that you no longer need for ever, and try again."
        }
        (Trouble::NotStored, Lang::Zh) => {
            "浏览器存储空间不足，或不允许页面保存数据。未做任何更改。请彻底删除不再需要的场景后重试。"
        }
        (Trouble::Gone, Lang::En) => "It is no longer there: another tab may have taken it away.",
        (Trouble::Gone, Lang::Zh) => "它已不存在，可能已被其他标签页删除。",
    }
}

/// A value on one line and not too long.
fn short(value: &str) -> String {
    const MOST: usize = 60;
    let mut short: String = value.chars().take(MOST).collect();
    if value.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

/// What a setting is called.
fn setting(setting: Setting, lang: Lang) -> &'static str {
    let words = ramplay_playground::labels(lang);
    match setting {
        Setting::Member => words.member,
        Setting::Directory => words.directory,
        Setting::Unknown => words.unknown_layers,
        Setting::Reader => words.reader,
        Setting::StoreKind => words.store_kind,
        Setting::Mfa => words.mfa,
        Setting::Tls => words.tls,
        Setting::Keys => words.more_keys,
        Setting::Jobs => words.jobs_tab,
        Setting::Order => words.policies,
        Setting::Base => review_word(lang, "the base of the review", "评审的基准版本"),
        Setting::Assertions => review_word(lang, "the assertions", "断言"),
        Setting::Comments => review_word(lang, "the comments", "评论"),
    }
}

/// A word that the main page does not have.
fn review_word(lang: Lang, en: &'static str, zh: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

/// The code of a reason, for those who look for it.
pub fn code(reason: &Reason) -> &'static str {
    match reason {
        Reason::TooLong(_) => "import-too-long",
        Reason::NotText(_) => "import-not-text",
        Reason::Scenario(error) => error.code,
        Reason::Unknown(_) => "import-unknown",
    }
}
