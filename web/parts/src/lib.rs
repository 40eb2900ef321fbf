//! Parts that every WASM module of the page shows in the same way.

pub mod mark;
pub mod trail;
