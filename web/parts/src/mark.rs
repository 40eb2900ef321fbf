//! Verdict marks: a sign, a word and a colour, so that colour is never the only one.

use ramplay_flink::{Body, Status, SystemPolicy};
use ramplay_playground::{Labels, Mark, Reach};
use ramplay_text::Lang;
use yew::{Html, classes, html};

/// A verdict as a sign with its word; the word is hidden from view where `brief`.
pub fn verdict_mark(mark: Mark, words: &'static Labels, brief: bool) -> Html {
    sign_and_word(mark.class(), mark.sign(), mark.word_of(words), brief)
}

/// A sentence with its parts in backticks as code.
pub fn prose(text: &str) -> Html {
    let piece = |(index, piece): (usize, &str)| {
        let piece = piece.to_owned();
        if index % 2 == 1 {
            html! { <code>{ piece }</code> }
        } else {
            html! { piece }
        }
    };
    text.split('`').enumerate().map(piece).collect()
}

/// Whether a console is reached, as a sign with its word.
pub fn reach_mark(reach: Reach, word: &str, brief: bool) -> Html {
    sign_and_word(reach.class(), reach.sign(), word, brief)
}

/// Whether a permission is held.
pub fn held_mark(held: bool, words: &'static Labels) -> Html {
    let (class, sign, word) =
        if held { ("yes", "✓", words.held) } else { ("missing", "✗", words.not_held) };
    sign_and_word(class, sign, word, false)
}

/// A sign with its word; the word is hidden from view where `brief`.
pub fn sign_and_word(class: &'static str, sign: &'static str, word: &str, brief: bool) -> Html {
    let word_class = if brief { "hidden" } else { "word" };
    html! {
        <span class={classes!("mark", class)} title={brief.then(|| word.to_owned())}>
            <span class="sign" aria-hidden="true">{ sign }</span>
            <span class={word_class}>{ word.to_owned() }</span>
        </span>
    }
}

/// How sure a row is. What a source states needs no sign.
pub fn status_chip(status: Status, lang: Lang) -> Html {
    if status == Status::Stated {
        return Html::default();
    }
    status_word(status, lang)
}

/// How sure a row is, always written out.
pub fn status_word(status: Status, lang: Lang) -> Html {
    html! { <span class={classes!("chip", status.code())}>{ ramplay_playground::sentence::status(status, lang) }</span> }
}

/// The status of a row of a data file.
pub fn status_name(name: &str, lang: Lang) -> Html {
    let status =
        [Status::Stated, Status::Derived, Status::Assumed].into_iter().find(|status| status.code() == name);
    status_word(status.unwrap_or(Status::Unknown), lang)
}

/// How well the text of a system policy is known.
pub fn body_chip(policy: &SystemPolicy, words: &'static Labels) -> Html {
    let (class, state) = match policy.body {
        Body::Exact => ("stated", words.body_exact),
        Body::Assumed => ("assumed", words.body_assumed),
        Body::Partial | Body::Unknown => ("unknown", words.body_unknown),
    };
    html! { <span class={classes!("chip", class)}>{ state }</span> }
}
