//! Reads what people paste: recognises its form and offers the repaired policy.
//!
//! The strict reader of `ramplay-policy` never guesses. This one says what it guesses: [`recognise`]
//! looks for policy documents in an answer of a command line tool, a Terraform file, a page of
//! documentation, a string of a program, and names every change that would make each of them strict
//! JSON. Nothing is applied silently: a [`Document`] that is not [as it was
//! pasted](Document::is_as_pasted) is an offer, to be shown together with its wrappers and repairs.
//!
//! ```
//! use ramplay_text::Lang;
//!
//! let pasted = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["log:Get*",], "Resource": "*"}]}"#;
//! let found = ramplay_paste::recognise(pasted);
//! let document = &found.documents[0];
//! let repair = &document.repairs[0];
//! assert_eq!(repair.kind.code(), "trailing-comma");
//! assert_eq!(repair.span.of(pasted), ",");
//! assert_eq!(ramplay_paste::sentence::repair(repair, pasted, Lang::En), "a comma before a closing bracket was taken out");
//! assert!(ramplay_policy::read(&document.text, document.kind).is_usable());
//! ```
//!
//! # How it works
//! A text that is not JSON goes through the table of wrappers, each of which takes one thing off and
//! knows the way back to the pasted text. What is left is read by a tolerant tokenizer and parser,
//! which makes a list of changes of what can mean only one thing, and stops with a [`Problem`] at
//! what can mean several. Documents of other languages that look like RAM policies are told by name
//! ([`LookAlike`]) and not repaired.

mod alike;
mod chars;
mod edit;
mod find;
mod layout;
mod lex;
pub mod limits;
mod mapped;
mod model;
mod offer;
mod parse;
mod placeholder;
mod problem;
mod recognise;
mod repair;
pub mod sentence;
mod starts;
mod tree;
mod wrap;

pub use alike::LookAlike;
pub use model::{Document, Found, Listed, Name, Placeholder, Recognition, Wrapper};
pub use problem::Problem;
pub use recognise::recognise;
pub use repair::{Repair, RepairKind};
