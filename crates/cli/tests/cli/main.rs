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
#[cfg(test)]
mod docs;
#[cfg(test)]
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
