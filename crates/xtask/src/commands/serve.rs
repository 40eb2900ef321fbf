//! `cargo xtask serve`.

use std::net::{Ipv4Addr, TcpListener};

use super::book::book_into;
use crate::error::{Error, Result};
use crate::process::become_command;
use crate::progress::say;
use crate::project;
use crate::tools;

/// Builds the page, serves it, and builds it again on every change until it is interrupted.
pub(crate) fn run(port: u16, release: bool) -> Result<()> {
    let tools = tools::site()?;
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        Error::new(format!("cannot listen on port {port}: {error}"))
            .advise("end what uses the port, or choose another with --port")
    })?;
    let docs = project::target().join("docs");
    book_into(&docs)?;
    let mut trunk = tools.trunk("serve")?;
    trunk
        // Each build makes the folder anew; `web/docs.mjs` puts the documentation there.
        .env("RAMPLAY_DOCS", docs)
        .args(["--port", &port.to_string(), "--dist"])
        // Apart from `dist`, which always holds a release.
        .arg(project::target().join("serve"));
    if release {
        trunk.arg("--release");
    }
    say(&format!("\n  After the first build the page is at http://127.0.0.1:{port}/"));
    say(&format!("  and the documentation at http://127.0.0.1:{port}/docs/"));
    say("  Every change builds it again and reloads it. Ctrl-C ends this.\n");
    become_command(&mut trunk)
}
