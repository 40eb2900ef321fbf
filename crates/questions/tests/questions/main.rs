//! Questions to the analysis and their answers.

#[cfg(test)]
mod markdown;
#[cfg(test)]
mod messages;
