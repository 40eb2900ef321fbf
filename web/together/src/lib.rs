//! What the WASM modules of the page have between them.
//!
//! Each module is built by itself, and a dependency with other features is another dependency, which is compiled
//! again. All modules depend on this crate, and so on the same features of everything. There is no code in it, and
//! what a module does not call is not in it either.
