//! The playground as a person meets it: scenarios in, answers, state and sentences out.

#[cfg(test)]
mod logon;
#[cfg(test)]
mod member;
#[cfg(test)]
mod operations;
#[cfg(test)]
mod roles;
#[cfg(test)]
mod support;
#[cfg(test)]
mod templates;
