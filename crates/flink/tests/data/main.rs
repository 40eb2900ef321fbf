//! The data files: complete, consistent, sourced, and in both languages.

#[cfg(test)]
mod consoles;
#[cfg(test)]
mod files;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod policies;
