//! `cargo xtask bench --only peers`: what is in `tests/peers`.

use crate::error::Result;
use crate::process::{command, run};
use crate::progress::step;
use crate::project;
use crate::tools::{module, node_with_peers};

/// Measures this engine and its peers on the same policies, natively and in Node.
pub(crate) fn bench() -> Result<()> {
    let module = module()?;
    let target = project::target().join("peers");
    step("building the native peers: minutes the first time", || {
        let mut cargo = command("cargo");
        cargo
            .args(["build", "--quiet", "--release"])
            .env("CARGO_TARGET_DIR", &target)
            .current_dir(project::peers().join("native"));
        run(&mut cargo)
    })?;
    let mut node = node_with_peers()?;
    step("measuring beside the peers", || {
        node.arg("tests/peers/bench.mjs").env("MODULE", &module);
        run(node.env("NATIVE", target.join("release/ramplay-peers")))
    })
}
