//! The page: a thin Yew skin over `ramplay-playground`. It holds no rule and makes no sentence of its own.

#![recursion_limit = "256"]

mod app;
mod components;
mod crash;
mod keeper;
mod keys;
mod link;
mod model;
mod module;
mod shell;

use ramplay_playground::Action;
use wasm_bindgen_futures::spawn_local;

fn main() {
    crash::install();
    match shell::link() {
        None => start(None),
        // Nothing is shown that would give way to what the link holds.
        Some(fragment) => spawn_local(async move { start(Some(link::opened(&fragment).await)) }),
    }
}

fn start(link: Option<Action>) {
    shell::with_app_root(|root| {
        yew::Renderer::<app::App>::with_root_and_props(root, app::Start { link }).render();
    });
}
