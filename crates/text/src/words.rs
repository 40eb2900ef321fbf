//! Fixed words in all languages.

/// Defines `Labels`, a structure of fixed words, and `labels(lang)`, which gives those of a language:
///
/// ```
/// ramplay_text::labels! {
///     copy: "Copy", "复制";
/// }
/// assert_eq!(labels(ramplay_text::Lang::En).copy, "Copy");
/// ```
#[macro_export]
macro_rules! labels {
    ($($name:ident: $en:literal, $zh:literal;)*) => {
        /// Fixed words in one language.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each field is its own text")]
        pub struct Labels {
            $(pub $name: &'static str,)*
        }

        static EN: Labels = Labels { $($name: $en,)* };
        static ZH: Labels = Labels { $($name: $zh,)* };

        /// The fixed words in a language.
        pub fn labels(lang: $crate::Lang) -> &'static Labels {
            match lang {
                $crate::Lang::En => &EN,
                $crate::Lang::Zh => &ZH,
            }
        }
    };
}
