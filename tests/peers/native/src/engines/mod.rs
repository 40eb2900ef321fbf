//! The engines.

mod cedar;
mod ramplay;
mod rego;

use crate::Result;
use crate::workload::Workload;

/// One line of the table.
pub struct Row {
    /// What one gets.
    pub answers: &'static str,
    /// Whether that says which statements made the answer.
    pub explains: bool,
    /// Microseconds for a decision when the policies were read before.
    pub prepared: f64,
    /// Microseconds from the text of the policies on, where that is wanted.
    pub text: Option<f64>,
}

/// Checks that the engine allows the workload's request, then times it.
type Measure = fn(&Workload) -> Result<Vec<Row>>;

/// The engines by the names of their packages.
pub const ALL: [(&str, Measure); 3] =
    [("ramplay-policy", ramplay::measure), ("cedar-policy", cedar::measure), ("regorus", rego::measure)];

/// Microseconds that matching a pattern takes once, read before where the engine can do so.
type Matcher = fn(&str, &str) -> Result<f64>;

/// The wildcard matcher of an engine.
pub fn matcher(engine: &str) -> Option<Matcher> {
    match engine {
        "ramplay-policy" => Some(ramplay::hostile),
        "cedar-policy" => Some(cedar::hostile),
        "regorus" => Some(rego::hostile),
        _ => None,
    }
}

/// The version that was compiled in.
pub fn version(package: &str) -> &'static str {
    let lock = include_str!("../../Cargo.lock");
    let named = lock.split("[[package]]").find(|entry| entry.contains(&format!("\nname = \"{package}\"\n")));
    named.and_then(|entry| entry.split("version = \"").nth(1)?.split('"').next()).unwrap_or("?")
}

/// An error unless it is so: what answers otherwise must not be compared.
fn must(holds: bool, what: &str) -> Result<()> {
    if holds { Ok(()) } else { Err(what.into()) }
}
