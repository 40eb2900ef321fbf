//! What a change of policies means, from outside.

#[cfg(test)]
mod comments;
#[cfg(test)]
mod exact;
#[cfg(test)]
mod markdown;
#[cfg(test)]
mod support;
#[cfg(test)]
mod verdicts;
