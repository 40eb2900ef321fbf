//! Links from outside: what comes back, what is refused, what must never change.

#[cfg(test)]
mod damage;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod sharing;
#[cfg(test)]
mod support;
