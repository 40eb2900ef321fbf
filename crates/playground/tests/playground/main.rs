//! The playground as a person meets it: scenarios in, answers, state and sentences out.

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod coverage;
#[cfg(test)]
mod logon;
#[cfg(test)]
mod member;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod operations;
#[cfg(test)]
mod review;
#[cfg(test)]
mod roles;
#[cfg(test)]
mod say;
#[cfg(test)]
mod scenario;
#[cfg(test)]
mod sentences;
mod sheet;
#[cfg(test)]
mod state;
#[cfg(test)]
mod support;
#[cfg(test)]
mod templates;
#[cfg(test)]
mod unknown;
#[cfg(test)]
mod visit;
#[cfg(test)]
mod way;
#[cfg(test)]
mod withheld;
