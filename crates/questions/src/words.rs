//! Words that several answers have.

use ramplay_text::Lang;

/// That a row of the answer asks for no permission.
pub(crate) fn nothing_checked(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "no permission is checked for this",
        Lang::Zh => "此项不需要鉴权",
    }
}

/// That there is nothing to make policies for.
pub(crate) fn nothing_needed(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nothing is needed yet: tick a capability, or write a call",
        Lang::Zh => "尚未指定需要什么：请勾选能力，或填写调用",
    }
}

/// What a policy is called that does not exist yet.
pub(crate) fn new_policy(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "new policy",
        Lang::Zh => "新策略",
    }
}
