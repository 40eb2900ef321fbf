//! Expectations from outside.

#[cfg(test)]
mod lines;
