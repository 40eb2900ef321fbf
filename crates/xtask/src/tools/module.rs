//! The engine as a WebAssembly module, for Node.

use std::path::PathBuf;

use super::{node, site, wasm};
use crate::error::Result;
use crate::process::{command, run};
use crate::progress::step;
use crate::project;

/// Builds `tests/peers/module` with the tools that the page is built with, and as small and fast.
pub(crate) fn build() -> Result<PathBuf> {
    let toolchain = wasm::WasmToolchain::prepare()?;
    // For its `wasm-opt`.
    node::node()?;
    let bindgen = site::wasm_bindgen()?.join("wasm-bindgen");
    let folder = project::target().join("module");
    step("building the WebAssembly module", || {
        let mut cargo = toolchain.cargo()?;
        cargo
            .args(["build", "--quiet", "--release", "--target", wasm::TARGET])
            .current_dir(project::peers().join("module"));
        run(&mut cargo)?;
        let compiled = toolchain.target_dir().join(wasm::TARGET).join("release/ramplay_module.wasm");
        let mut bind = command(bindgen);
        bind.args(["--target=web", "--no-typescript", "--out-name=ramplay_module"])
            .arg(format!("--out-dir={}", folder.display()))
            .arg(compiled);
        run(&mut bind)?;
        let module = folder.join("ramplay_module_bg.wasm");
        run(command(node::programs().join("wasm-opt")).arg("-O3").arg(&module).arg("-o").arg(&module))
    })?;
    Ok(folder)
}
