//! The documentation site of `docs`, in the form of [mdBook](https://rust-lang.github.io/mdBook).
//!
//! The pages are written by hand, but for what the program itself knows better: a line `{{#ramplay NAME}}` in them is
//! replaced by what [`generate`] makes of the rules, findings and facts, so that the reference cannot be out of date.
//!
//! There are two ways to read it. [`build()`] writes a site of static files that works below any address, under a
//! strict Content-Security-Policy and without JavaScript; and for mdBook itself this is a preprocessor.

mod build;
mod check;
mod error;
mod expand;
pub mod generate;
mod html;
mod load;
mod page;
mod policy_text;
mod search;

pub use build::build;
pub use check::{Broken, check};
pub use error::Error;
pub use expand::{expand, preprocess};
pub use load::{load, source};
