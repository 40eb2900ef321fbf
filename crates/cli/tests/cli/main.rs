//! The program as a person or a pipeline calls it.

#[cfg(test)]
mod access;
#[cfg(test)]
mod call;
#[cfg(test)]
mod check;
#[cfg(test)]
mod dead;
#[cfg(test)]
mod diff;
mod docs;
mod embed;
#[cfg(test)]
mod evaluate;
#[cfg(test)]
mod explain_denial;
#[cfg(test)]
mod job;
#[cfg(test)]
mod link;
#[cfg(test)]
mod repair;
#[cfg(test)]
mod review;
#[cfg(test)]
mod test;
#[cfg(test)]
mod tighten;
#[cfg(test)]
mod who_can;
