//! Whole jobs.

#[cfg(test)]
mod about;
#[cfg(test)]
mod cases;
mod credentials;
#[cfg(test)]
mod guide;
#[cfg(test)]
mod least;
