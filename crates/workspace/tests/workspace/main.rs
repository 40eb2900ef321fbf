//! What is stored is never lost: tabs, history, broken and full storage, files.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod difference;
mod files;
mod properties;
mod storage;
mod support;
mod tabs;
