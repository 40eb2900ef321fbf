//! What a person is told before they share: what exactly is in a link, where secrets stand, and who takes a link that
//! is so long.

mod advice;
mod inside;
pub mod sentence;
mod spot;

pub use advice::Advice;
pub use inside::{Inside, inside};
pub use spot::{Spot, spot};
