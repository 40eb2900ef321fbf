//! Words that several answers have.

use ramplay_text::Lang;

/// What a policy is called that does not exist yet.
pub(crate) fn new_policy(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "new policy",
        Lang::Zh => "新策略",
    }
}
