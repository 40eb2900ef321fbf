//! Reads the data files and packs their rows for the library. A file that is malformed is an error of the build.

use std::path::Path;
use std::{env, fs};

use rows::pack::packed;

mod read;
#[path = "../src/rows/mod.rs"]
#[expect(
    clippy::struct_field_names,
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "most of it is for the library"
)]
mod rows;

#[expect(clippy::print_stdout, reason = "this is how to talk to cargo")]
fn main() {
    println!("cargo::rerun-if-changed=data");
    if let Err(error) = convert() {
        println!("cargo::error={error}");
    }
}

fn convert() -> Result<(), String> {
    let data = Path::new("data");
    write("catalogue", &packed(&read::catalogue(data)?))?;
    write("sources", &packed(&read::sources(data)?))?;
    #[cfg(feature = "reference")]
    write("reference", &packed(&read::reference(data)?))?;
    #[cfg(feature = "jobs")]
    write("jobs", &packed(&read::jobs(data)?))?;
    Ok(())
}

fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let folder = env::var_os("OUT_DIR").ok_or("cargo sets no OUT_DIR")?;
    let path = Path::new(&folder).join(name).with_extension("bin");
    fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
