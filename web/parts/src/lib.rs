//! Parts that every WASM module of the page shows in the same way.

pub mod asker;
pub mod copy;
pub mod json;
pub mod locale;
pub mod mark;
pub mod part;
pub mod rich;
pub mod shelf;
pub mod sources;
pub mod trail;
