//! The compiler for WebAssembly.
//!
//! There are two ways to have one. With rustup it is one more target of the compiler that is
//! already there. Where rustup's servers cannot be reached, Debian has a second compiler with
//! the sources of the standard library, which is then compiled along with the page.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt;
use crate::error::{Error, Result};
use crate::process::{capture, command, find, run};
use crate::progress::{say, step};
use crate::project;

/// The name that compilers have for WebAssembly in a browser.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, cargo, lints, sources of the standard library, and a linker for them.
const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-clippy", "rust-web-src", "lld-22"];

/// Debian's linker. Another path would make cargo compile everything again.
const LINKER: &str = "/usr/bin/wasm-ld-22";

/// Debian's sources of the standard library.
const STD_SOURCES: &str = "/usr/lib/rustlib/src/rust/library";

/// Where the compiler comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WasmToolchain {
    /// The compiler that is used for everything else.
    Rustup,
    /// Debian's own compiler.
    Debian,
}

impl WasmToolchain {
    /// Chooses as `WASM_TOOLCHAIN` says and installs what is missing.
    pub(crate) fn prepare() -> Result<Self> {
        let wish = env::var("WASM_TOOLCHAIN").unwrap_or_default();
        match wish.as_str() {
            "rustup" => {
                if !target_installed() {
                    add_target()?;
                }
                Ok(Self::Rustup)
            }
            "debian" => apt::install(&PACKAGES).map(|()| Self::Debian),
            "auto" | "" => Self::choose(),
            other => Err(Error::new(format!("WASM_TOOLCHAIN={other} is unknown"))
                .advise("set it to auto, rustup or debian, or unset it")),
        }
    }

    /// Takes what is there, else tries rustup, else Debian.
    fn choose() -> Result<Self> {
        if target_installed() {
            return Ok(Self::Rustup);
        }
        if apt::installed(&PACKAGES) {
            return Ok(Self::Debian);
        }
        let refused = match add_target() {
            Ok(()) => return Ok(Self::Rustup),
            Err(error) => error,
        };
        if !apt::available() {
            return Err(refused);
        }
        say("    rustup could not add the target: taking Debian's compiler instead");
        apt::install(&PACKAGES).map(|()| Self::Debian)
    }

    /// Cargo's folder for what it compiles to WebAssembly.
    pub(crate) fn target_dir(self) -> PathBuf {
        project::target().join(match self {
            Self::Rustup => "wasm",
            Self::Debian => "wasm-debian",
        })
    }

    /// Cargo for WebAssembly.
    pub(crate) fn cargo(self) -> Result<Command> {
        let mut cargo = match self {
            Self::Rustup => command("cargo"),
            // By its path: rustup's cargo would be found first.
            Self::Debian => command("/usr/bin/cargo"),
        };
        self.configure(&mut cargo, Vec::new())?;
        Ok(cargo)
    }

    /// Sets the environment in which cargo compiles to WebAssembly.
    ///
    /// `programs` are folders that come first on the PATH.
    pub(crate) fn configure(self, command: &mut Command, mut programs: Vec<PathBuf>) -> Result<()> {
        command
            .env("CARGO_TARGET_DIR", self.target_dir())
            .env("CARGO_ENCODED_RUSTFLAGS", self.flags())
            .env_remove("RUSTFLAGS");
        if self == Self::Debian {
            programs.insert(0, shims()?);
            command
                .env("CARGO", "/usr/bin/cargo")
                .env("RUSTC", "/usr/bin/rustc")
                .env("RUSTDOC", "/usr/bin/rustdoc")
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                // Short forms of its sorts and of how numbers are written: 8 of the 178 KB of a frame, compressed.
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER)
                .env_remove("RUSTUP_TOOLCHAIN");
        } else {
            // Set by the cargo that runs us, and no business of the one that we run.
            command.env_remove("CARGO").env_remove("RUSTC");
        }
        if let Some(path) = env::var_os("PATH") {
            programs.extend(env::split_paths(&path));
        }
        let path = env::join_paths(programs)
            .map_err(|error| Error::new(format!("the PATH cannot be extended: {error}")))?;
        command.env("PATH", path);
        Ok(())
    }

    /// Flags that keep this machine's folders out of the page, so that it is the same everywhere.
    ///
    /// The project's own folder is in no path: cargo compiles it from where it is.
    fn flags(self) -> OsString {
        let mut folders = Vec::new();
        if let Some(cargo) = cargo_home() {
            folders.push((cargo.join("registry/src"), "/registry"));
        }
        if self == Self::Debian {
            folders.push((PathBuf::from(STD_SOURCES), "/std"));
        }
        let mut flags = OsString::new();
        for (folder, name) in folders {
            if !flags.is_empty() {
                flags.push("\u{1f}");
            }
            flags.push("--remap-path-prefix=");
            flags.push(folder);
            flags.push("=");
            flags.push(name);
        }
        flags
    }
}

/// A folder in which `cargo` and `rustc` are Debian's, for programs that know them by name only.
fn shims() -> Result<PathBuf> {
    let folder = project::tools().join("debian");
    for name in ["cargo", "rustc"] {
        link(&Path::new("/usr/bin").join(name), &folder.join(name))?;
    }
    Ok(folder)
}

/// Makes `place` a link to `program`.
pub(super) fn link(program: &Path, place: &Path) -> Result<()> {
    use std::fs;

    if fs::read_link(place).is_ok_and(|existing| existing == program) {
        return Ok(());
    }
    if let Some(folder) = place.parent() {
        project::create_folder(folder)?;
    }
    // If it cannot be removed, making the link fails and says so.
    let _ = fs::remove_file(place);
    #[cfg(unix)]
    let outcome = std::os::unix::fs::symlink(program, place);
    #[cfg(not(unix))]
    let outcome = fs::copy(program, place).map(drop);
    outcome.map_err(|error| Error::new(format!("cannot create {}: {error}", place.display())))
}

fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

fn target_installed() -> bool {
    let mut rustc = command("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    let Ok(folder) = capture(&mut rustc) else {
        return false;
    };
    let Ok(files) = Path::new(folder.trim()).read_dir() else {
        return false;
    };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn add_target() -> Result<()> {
    let advice = format!(
        "see that `rustup target add {TARGET}` works, \
         or as root on Debian set WASM_TOOLCHAIN=debian"
    );
    if find("rustup").is_none() {
        return Err(Error::new("the compiler cannot compile to WebAssembly").advise(advice));
    }
    step("adding the WebAssembly target with rustup", || {
        run(command("rustup").args(["target", "add", TARGET])).map_err(|error| error.advise(advice))
    })
}
