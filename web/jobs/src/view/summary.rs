//! The answer in one line.

use ramplay_drafts::Summary;
use ramplay_parts::locale::{number, plural};
use ramplay_text::{Lang, fill};
use yew::{Html, classes, html};

use super::View;
use crate::words::labels;

pub(super) fn summary(view: View<'_>) -> Html {
    let answer = view.pane.desk.answer();
    if answer.drafts.is_empty() {
        return Html::default();
    }
    let chip = |(class, sign, text): (&'static str, &'static str, String)| {
        html! { <li class={classes!("mark", class)}><span class="sign" aria-hidden="true">{ sign }</span><span class="word">{ text }</span></li> }
    };
    html! { <ul class="job-summary" aria-live="polite">{ for lines(answer.summary, view.lang()).into_iter().map(chip) }</ul> }
}

fn lines(summary: Summary, lang: Lang) -> Vec<(&'static str, &'static str, String)> {
    let Summary { tables, denied, open, credentials, undefined, errors } = summary;
    let words = labels(lang);
    let mut lines = Vec::new();
    let mut add = |count: usize, class, sign, one, other| {
        if count > 0 {
            let sentence = plural(count, lang, one, other);
            lines.push((class, sign, fill(sentence, &[("count", &number(count, lang))])));
        }
    };
    add(denied, "missing", "✗", words.step_denied, words.steps_denied);
    add(open, "unknown", "?", words.step_open, words.steps_open);
    add(credentials, "no", "!", words.credential, words.credentials_found);
    add(undefined, "missing", "✗", words.variable_undefined, words.variables_undefined);
    add(errors, "no", "!", words.one_error, words.errors);
    if lines.is_empty() && tables > 0 {
        lines.push(("yes", "✓", words.all_allowed.to_owned()));
    }
    lines
}
