//! What the commands need and how it is installed when it is missing.
//!
//! Everything that is built or downloaded for this project alone goes into `target/tools` or
//! `node_modules`. Only Debian's packages are installed for the whole machine, and only when
//! we are root on Debian.

mod apt;
mod chromium;
mod node;
mod site;
mod wasm;

pub(crate) use chromium::browser;
pub(crate) use node::{node, script};
pub(crate) use site::SiteTools;
pub(crate) use wasm::WasmToolchain;
