//! What is shown when the program itself fails. No Yew here: it is what may have failed.

use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlTextAreaElement};

use crate::{keeper, shell};

static SHOWN: AtomicBool = AtomicBool::new(false);

/// Makes a panic show the recovery panel, with what the person entered, instead of a dead page.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        gloo::console::error!(info.to_string());
        if !SHOWN.swap(true, Ordering::Relaxed) {
            // Nothing more can be done if even this fails.
            let _ = show(&info.to_string());
        }
    }));
}

fn show(message: &str) -> Option<()> {
    let document = gloo::utils::document();
    // The page goes away: what was edited last is stored.
    drop(web_sys::Event::new("pagehide").and_then(|event| gloo::utils::window().dispatch_event(&event)));
    let panel = document.get_element_by_id("crash")?;
    panel.set_text_content(None);
    let add = |parent: &Element, tag: &str, text: &str| -> Option<Element> {
        let element = document.create_element(tag).ok()?;
        element.set_text_content(Some(text));
        parent.append_child(&element).ok()?;
        Some(element)
    };
    add(&panel, "h2", "Something in this page failed · 页面出错")?;
    add(
        &panel,
        "p",
        "Your input is below and is stored. Reload to go on; if it fails again, start from the example.",
    )?;
    add(&panel, "p", "您的输入保留在下方。请重新加载页面；如仍出错，请从示例重新开始。")?;
    let stored = keeper::stored().unwrap_or_else(typed_texts);
    let text = add(&panel, "textarea", &stored)?.dyn_into::<HtmlTextAreaElement>().ok()?;
    text.set_read_only(true);
    text.set_attribute("aria-label", "Your input · 您的输入").ok()?;
    let reload = add(&panel, "button", "Reload · 重新加载")?;
    on_click(&reload, || drop(gloo::utils::window().location().reload()))?;
    let fresh = add(&panel, "button", "Start from the example · 从示例开始")?;
    on_click(&fresh, || {
        // What is stored stays under "Scenarios".
        shell::remember(None);
        drop(gloo::utils::window().location().reload());
    })?;
    add(&panel, "pre", message)?;
    panel.remove_attribute("hidden").ok()?;
    panel.scroll_into_view();
    Some(())
}

/// What stands in the page's text areas: the last resort when nothing was stored.
fn typed_texts() -> String {
    let mut texts = Vec::new();
    if let Ok(areas) = gloo::utils::document().query_selector_all("#app textarea") {
        for index in 0..areas.length() {
            let area = areas.item(index).and_then(|node| node.dyn_into::<HtmlTextAreaElement>().ok());
            texts.extend(area.map(|area| area.value()));
        }
    }
    texts.join("\n\n")
}

fn on_click(element: &Element, act: impl Fn() + 'static) -> Option<()> {
    let closure = Closure::<dyn Fn()>::new(act);
    element.add_event_listener_with_callback("click", closure.as_ref().unchecked_ref()).ok()?;
    // The panel stays until the page is left.
    closure.forget();
    Some(())
}
