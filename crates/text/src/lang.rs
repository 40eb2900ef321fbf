/// A language that sentences are made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// Every language.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Zh];

    /// The BCP 47 tag: `en`, `zh-CN`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh-CN",
        }
    }

    /// The language of a tag such as a browser has: Chinese of any kind, else English.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let is_chinese = tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("zh"));
        if is_chinese { Lang::Zh } else { Lang::En }
    }
}
