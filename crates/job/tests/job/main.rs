//! Whole jobs.

#[cfg(test)]
mod about;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod guide;
#[cfg(test)]
mod least;
