//! What is found, against the engine.

#[cfg(test)]
mod brute;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod generate;
#[cfg(test)]
mod sets;
