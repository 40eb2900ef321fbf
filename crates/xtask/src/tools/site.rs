//! Trunk, which builds the site, and the programs that Trunk calls.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::node;
use super::wasm::{TARGET, WasmToolchain, link};
use crate::error::{Error, Result};
use crate::process::{capture, command, find, run};
use crate::progress::step;
use crate::project;

/// The modules that `index.html` names, and the JavaScript package, which is made of the same libraries.
const MODULES: [&str; 8] = [
    "ramplay-web",
    "ramplay-asker",
    "ramplay-desk",
    "ramplay-embed",
    "ramplay-jobs",
    "ramplay-js",
    "ramplay-more",
    "ramplay-opener",
];

/// Everything that a build of the site needs.
#[derive(Debug)]
pub(crate) struct SiteTools {
    wasm: WasmToolchain,
    trunk: PathBuf,
    /// Folders with the programs that Trunk calls.
    programs: Vec<PathBuf>,
}

impl SiteTools {
    /// Finds the tools, and installs those that are missing.
    pub(crate) fn prepare() -> Result<Self> {
        let wasm = WasmToolchain::prepare()?;
        // For its `wasm-opt`, and for the editor, which a hook of Trunk bundles.
        node::node_with_editor()?;
        Ok(Self { wasm, trunk: trunk()?, programs: vec![wasm_bindgen()?, node::programs()] })
    }

    /// Compiles what Trunk then finds done.
    pub(crate) fn compile(&self) -> Result<()> {
        compile(self.wasm)
    }

    /// Trunk, ready to build.
    pub(crate) fn trunk(&self, subcommand: &str) -> Result<Command> {
        // Trunk does not start while a folder is missing that `Trunk.toml` tells it not to watch, and only tests of the
        // editor make this one.
        project::create_folder(&project::editor().join("build"))?;
        let mut trunk = command(&self.trunk);
        trunk
            .arg(subcommand)
            .current_dir(project::root())
            // Trunk refuses the customary values of this variable.
            .env_remove("NO_COLOR")
            // Where Trunk's own code was when the page did not compile helps nobody.
            .env_remove("RUST_BACKTRACE");
        self.wasm.configure(&mut trunk, self.programs.clone())?;
        Ok(trunk)
    }

    /// Removes what the last release build left and this one might not overwrite.
    pub(crate) fn clean(&self) -> Result<()> {
        project::remove_folder(&self.wasm.target_dir().join("wasm-bindgen/release"))
    }
}

/// Compiles all modules at once. Trunk compiles one after the other, each with a core to itself while it is optimized
/// as a whole. That they have all dependencies alike, so that nothing is compiled twice, is seen to by the package
/// `ramplay-together` and tested in `tests/tests/tidy`.
pub(super) fn compile(wasm: WasmToolchain) -> Result<()> {
    let mut cargo = wasm.cargo()?;
    cargo.args(["build", "--release", "--target", TARGET]).current_dir(project::root());
    run(cargo.args(MODULES.iter().flat_map(|package| ["--package", package])))
}

/// Trunk of the version that `Trunk.toml` names: one that is installed, else our own.
fn trunk() -> Result<PathBuf> {
    let version = trunk_version()?;
    let is_right = |program: &Path| {
        capture(command(program).arg("--version")).is_ok_and(|text| text.trim() == format!("trunk {version}"))
    };
    if let Some(found) = find("trunk").filter(|program| is_right(program)) {
        return Ok(found);
    }
    let home = project::tools().join(format!("trunk-{version}"));
    let trunk = home.join("bin/trunk");
    if is_right(&trunk) {
        return Ok(trunk);
    }
    step(&format!("compiling Trunk {version}, once: this takes some minutes"), || {
        let mut cargo = command("cargo");
        cargo
            .args(["install", "--locked", "trunk", "--version", &version])
            // Without TLS: it shall use the tools that it is given and download none.
            .args(["--no-default-features", "--root"])
            .arg(&home)
            .current_dir(project::root())
            // It is not used long enough to make up for a slower compilation.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
        run(&mut cargo).map_err(|error| {
            error.advise("see that cargo can reach its registry, then run the command again")
        })
    })?;
    Ok(trunk)
}

fn trunk_version() -> Result<String> {
    let settings = project::read(&project::root().join("Trunk.toml"))?;
    settings
        .lines()
        .find_map(|line| line.strip_prefix("trunk-version = \"="))
        .and_then(|rest| rest.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| Error::new("Trunk.toml has no line `trunk-version = \"=…\"`"))
}

/// The folder of a `wasm-bindgen` that fits `Cargo.lock`.
pub(super) fn wasm_bindgen() -> Result<PathBuf> {
    step("compiling wasm-bindgen", || {
        let mut cargo = command("cargo");
        cargo.args(["build", "--quiet", "--package", "wasm-bindgen-runner"]).current_dir(project::root());
        run(&mut cargo)
    })?;
    let folder = project::tools().join("wasm-bindgen");
    let built = project::target().join("debug/wasm-bindgen-runner");
    link(&built, &folder.join("wasm-bindgen"))?;
    Ok(folder)
}
