//! The answer in one line.

use ramplay_drafts::Summary;
use ramplay_text::Lang;
use yew::{Html, classes, html};

use super::View;

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
    let mut lines = Vec::new();
    let mut add = |count: usize, class, sign, one: &str, many: &str, zh: &str| {
        if count > 0 {
            let text = match lang {
                Lang::En => format!("{count} {}", if count == 1 { one } else { many }),
                Lang::Zh => zh.replace("{}", &count.to_string()),
            };
            lines.push((class, sign, text));
        }
    };
    add(denied, "missing", "✗", "step denied", "steps denied", "{} 个步骤被拒绝");
    add(open, "unknown", "?", "step undecided", "steps undecided", "{} 个步骤无法判定");
    add(credentials, "no", "!", "credential in plain text", "credentials in plain text", "{} 处明文凭证");
    add(undefined, "missing", "✗", "variable not defined", "variables not defined", "{} 个变量未定义");
    add(errors, "no", "!", "error", "errors", "{} 个错误");
    if lines.is_empty() && tables > 0 {
        let text = match lang {
            Lang::En => "everything that the drafts do is allowed".to_owned(),
            Lang::Zh => "草稿所需的操作均被允许".to_owned(),
        };
        lines.push(("yes", "✓", text));
    }
    lines
}
