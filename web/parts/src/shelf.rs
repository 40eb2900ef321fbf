//! The browser's storage, for the page and its parts.

use ramplay_workspace::{Fresh, LAST, NotStored, Shelf};
use web_sys::js_sys::{Date, Math};

/// The local storage of the browser.
#[derive(Debug, Clone, Copy)]
pub struct Local;

impl Shelf for Local {
    fn get(&self, key: &str) -> Option<String> {
        raw_storage().ok()?.get_item(key).ok().flatten()
    }

    fn put(&self, key: &str, text: &str) -> Result<(), NotStored> {
        raw_storage().and_then(|storage| storage.set_item(key, text).map_err(drop)).map_err(|()| NotStored)
    }

    fn remove(&self, key: &str) {
        // Where nothing can be removed nothing is stored.
        let _ = raw_storage().and_then(|storage| storage.remove_item(key).map_err(drop));
    }

    fn keys(&self) -> Vec<String> {
        let Ok(storage) = raw_storage() else { return Vec::new() };
        let count = storage.length().unwrap_or_default();
        (0..count).filter_map(|index| storage.key(index).ok().flatten()).collect()
    }
}

/// Local storage, if the browser lets the page have it.
fn raw_storage() -> Result<web_sys::Storage, ()> {
    gloo::utils::window().local_storage().ok().flatten().ok_or(())
}

/// What this tab has open: the id of a stored scenario, or nothing for one that is not stored. None if the tab is new.
pub fn opened_here() -> Option<String> {
    tab_storage()?.get_item(LAST).ok().flatten()
}

/// What this tab alone keeps.
pub fn tab_storage() -> Option<web_sys::Storage> {
    gloo::utils::window().session_storage().ok().flatten()
}

/// The time, in milliseconds since 1970.
pub fn now() -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and positive")]
    let now = Date::now() as u64;
    now
}

/// A maker of ids and stamps of its own.
pub fn fresh() -> Fresh {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the largest")]
    let tab = (Math::random() * f64::from(u32::MAX)) as u32;
    Fresh::new(tab)
}
