//! A compiler for C++, in which libFuzzer is written.

use std::env;

use super::apt;
use crate::error::{Error, Result};
use crate::process::find;

/// The names under which it is found.
const NAMES: [&str; 3] = ["c++", "g++", "clang++"];

/// Sees that there is one: the one named by `CXX`, or one that is installed, or Debian's.
pub(crate) fn prepare() -> Result<()> {
    let installed = || env::var_os("CXX").is_some() || NAMES.into_iter().any(|name| find(name).is_some());
    if !installed() && apt::available() {
        apt::install(&["g++"])?;
    }
    if installed() {
        Ok(())
    } else {
        Err(Error::new("a compiler for C++ is missing, and libFuzzer has to be compiled")
            .advise("install g++ or clang, or set CXX to the compiler"))
    }
}
