//! The conformance tests; see the crate's documentation.

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod findings;
#[cfg(test)]
mod generate;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod paste;
#[cfg(test)]
mod patterns;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod unknown;
