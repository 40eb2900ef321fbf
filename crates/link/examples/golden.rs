//! Makes lines for `tests/golden.txt`: contents on standard input, one JSON object a line.

use std::io::Read as _;

use ramplay_link::{Options, pack, unpack};

#[expect(clippy::print_stdout, reason = "an example that prints")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut contents = String::new();
    std::io::stdin().read_to_string(&mut contents)?;
    for line in contents.lines() {
        let fragment = pack(serde_json::from_str(line)?, Options::default())?.fragment;
        println!("{fragment} {}", unpack(&fragment)?);
    }
    Ok(())
}
