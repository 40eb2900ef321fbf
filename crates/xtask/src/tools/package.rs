//! The playground as a JavaScript package, for npm.

use std::fs;
use std::path::PathBuf;

use super::{node, site, wasm};
use crate::error::{Error, Result};
use crate::process::{command, run};
use crate::progress::step;
use crate::project;

/// What is in the package beside what is built: of `crates/js/npm`, and of the project.
const FILES: [&str; 7] = [
    "crates/js/npm/package.json",
    "crates/js/npm/index.d.ts",
    "crates/js/npm/node.js",
    "crates/js/npm/web.js",
    "crates/js/npm/README.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
];

/// Builds `crates/js` into a folder that npm takes, with what is compiled for the page.
pub(crate) fn build() -> Result<PathBuf> {
    let toolchain = wasm::WasmToolchain::prepare()?;
    // For its `wasm-opt`.
    node::node()?;
    let bindgen = site::wasm_bindgen()?.join("wasm-bindgen");
    let folder = project::target().join("npm/ramplay");
    step("building the JavaScript package", || {
        site::compile(toolchain)?;
        project::remove_folder(&folder)?;
        project::create_folder(&folder)?;
        let compiled = toolchain.target_dir().join(wasm::TARGET).join("release/ramplay_js.wasm");
        let mut bind = command(bindgen);
        bind.args(["--target=web", "--no-typescript", "--out-name=ramplay"])
            .arg(format!("--out-dir={}", folder.display()))
            .arg(compiled);
        run(&mut bind)?;
        let module = folder.join("ramplay_bg.wasm");
        run(command(node::programs().join("wasm-opt")).arg("-Oz").arg(&module).arg("-o").arg(&module))?;
        for file in FILES.map(|file| project::root().join(file)) {
            let name = file.file_name().unwrap_or_default();
            fs::copy(&file, folder.join(name))
                .map_err(|error| Error::new(format!("cannot copy {}: {error}", file.display())))?;
        }
        Ok(())
    })?;
    Ok(folder)
}
