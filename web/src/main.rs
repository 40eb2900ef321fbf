//! The page.
use yew::{Html, function_component, html};

/// A first page, to prove the toolchain.
#[function_component]
fn App() -> Html {
    html! { <main><h1>{ "ramplay" }</h1></main> }
}

fn main() {
    // The element is part of `index.html`, beside the texts for when nothing works.
    if let Some(app) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<App>::with_root(app).render();
    }
}
