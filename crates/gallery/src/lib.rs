//! Worked scenarios: the templates of both guides, every logon method, common mistakes and their cures.
//!
//! ```
//! use ramplay_gallery::{TEXT, read};
//!
//! let gallery = read(TEXT).unwrap();
//! let mistake = gallery.example("sls-list-project-single").unwrap();
//! let cure = gallery.example(mistake.cure.as_deref().unwrap()).unwrap();
//! assert_ne!(mistake.scenario.policies, cure.scenario.policies);
//! ```
//!
//! # The files
//! `data/groups.json` has the groups and their examples in order; `data/ID.json` is an example as people edit it, with
//! what is expected of its answer. `gallery.json` is all of them in the one form that a page fetches when the gallery is
//! opened: [`collect`] makes it, with `cargo run -p ramplay-gallery --example collect`, and a test compares the two.

mod collect;
mod error;
mod form;

pub use collect::{Collected, Drafts, Expected, collect};
pub use error::GalleryError;
pub use form::{Example, Gallery, Group, read};

/// The gallery as it was when this was compiled. A page fetches `gallery.json` in its place.
pub const TEXT: &str = include_str!("../gallery.json");
