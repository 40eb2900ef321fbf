//! Fixed words in all languages, and sentences with slots.

/// A sentence with its slots filled. A slot is a name in braces; one that is not given stays as it is.
///
/// ```
/// use ramplay_text::fill;
///
/// assert_eq!(fill("{shown} of {all} rows", &[("shown", "3"), ("all", "24")]), "3 of 24 rows");
/// // What is filled in is not looked at again.
/// assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "x")]), "{b}x");
/// ```
pub fn fill(sentence: &str, slots: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, from)) = rest.split_once('{') {
        filled.push_str(before);
        let found = from.split_once('}').and_then(|(name, after)| {
            slots.iter().find(|(slot, _)| *slot == name).map(|(_, text)| (*text, after))
        });
        rest = match found {
            Some((text, after)) => {
                filled.push_str(text);
                after
            }
            None => {
                filled.push('{');
                from
            }
        };
    }
    filled + rest
}

/// Defines `Labels`, a structure of fixed words, and `labels(lang)`, which gives those of a language:
///
/// ```
/// ramplay_text::labels! {
///     copy: "Copy", "复制";
/// }
/// assert_eq!(labels(ramplay_text::Lang::En).copy, "Copy");
/// ```
///
/// With `beside`, it has the words of another module as well:
///
/// ```
/// mod few {
///     ramplay_text::labels! {
///         copy: "Copy", "复制";
///     }
/// }
/// ramplay_text::labels! {
///     beside few;
///     undo: "Undo", "撤销";
/// }
/// # fn main() {
/// assert_eq!(labels(ramplay_text::Lang::En).copy, "Copy");
/// # }
/// ```
#[macro_export]
macro_rules! labels {
    (beside $others:ident; $($rows:tt)*) => {
        $crate::labels! { @[$others] $($rows)* }
    };
    (@[$($others:ident)?] $($name:ident: $en:literal, $zh:literal;)*) => {
        /// Fixed words in one language.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each field is its own text")]
        pub struct Labels {
            $($others: &'static $others::Labels,)?
            $(pub $name: &'static str,)*
        }

        static EN: Labels = Labels { $($others: $others::labels($crate::Lang::En),)? $($name: $en,)* };
        static ZH: Labels = Labels { $($others: $others::labels($crate::Lang::Zh),)? $($name: $zh,)* };

        $(impl std::ops::Deref for Labels {
            type Target = $others::Labels;

            fn deref(&self) -> &Self::Target {
                self.$others
            }
        })?

        /// The fixed words in a language.
        pub const fn labels(lang: $crate::Lang) -> &'static Labels {
            match lang {
                $crate::Lang::En => &EN,
                $crate::Lang::Zh => &ZH,
            }
        }
    };
    ($($rows:tt)*) => {
        $crate::labels! { @[] $($rows)* }
    };
}
