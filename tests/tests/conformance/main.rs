//! The conformance tests; see the crate's documentation.

#[cfg(test)]
mod cases;
