//! The page.
use yew::{Html, function_component, html};

/// A first page, to prove the toolchain.
#[function_component]
fn App() -> Html {
    html! { <main><h1>{ "ramplay" }</h1></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
