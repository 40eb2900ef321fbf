//! What is found, against the engine.

#[cfg(test)]
mod brute;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod dead;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod generate;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod reach;
#[cfg(test)]
mod repair;
#[cfg(test)]
mod sets;
#[cfg(test)]
mod tighten;
