//! The link in the page's address, read by a module that nobody else waits for.

use ramplay_playground::{Action, Opening, Refusal, Scenario, labels};
use ramplay_text::Lang;

use crate::module;

/// What stands behind `#` for a new scenario beside one's own.
const NEW: &str = "new";

/// What comes of a link.
pub(crate) async fn opened(fragment: &str) -> Action {
    if fragment == NEW {
        return Action::Visit(Box::new(Opening { untouched: false, ..Opening::example() }));
    }
    let texts = module::open(fragment).await.unwrap_or_default();
    match texts.as_slice() {
        [kind, title, text] if kind == "scenario" => match Scenario::from_json(text) {
            Ok(scenario) => Action::Visit(Box::new(Opening {
                scenario,
                title: title.clone(),
                lesson: None,
                untouched: false,
            })),
            Err(error) => refused(["link-scenario", &error.message, "", &error.message, "", text]),
        },
        [kind, code, en, en_help, zh, zh_help, content] if kind == "refused" => {
            refused([code, en, en_help, zh, zh_help, content])
        }
        _ => {
            let (en, zh) = (labels(Lang::En), labels(Lang::Zh));
            refused([
                "link-not-loaded",
                en.link_not_loaded,
                en.reload_to_retry,
                zh.link_not_loaded,
                zh.reload_to_retry,
                "",
            ])
        }
    }
}

fn refused(texts: [&str; 6]) -> Action {
    let [code, en, en_help, zh, zh_help, content] = texts.map(str::to_owned);
    Action::Refuse(Box::new(Refusal { code, en: [en, en_help], zh: [zh, zh_help], content }))
}
