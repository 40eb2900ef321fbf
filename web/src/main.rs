//! The page: a thin Yew skin over `ramplay-playground`. It holds no rule and makes no sentence of its own.

#![recursion_limit = "256"]

mod app;
mod components;
mod crash;
mod keeper;
mod keys;
mod model;
mod module;
mod shell;

fn main() {
    crash::install();
    shell::with_app_root(|root| {
        yew::Renderer::<app::App>::with_root(root).render();
    });
}
