//! Expectations from outside.

#[cfg(test)]
mod coverage;
#[cfg(test)]
mod drift;
#[cfg(test)]
mod lines;
