//! Placeholder until the reader stands.
fn main() {}
