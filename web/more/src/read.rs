//! Files: of the site, and those that a person gives.

use ramplay_workspace::import::{Reason, decode};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Uint8Array;
use web_sys::{Blob, Response};

/// Reads a JSON file of the site.
pub(crate) async fn json(path: &str) -> Result<JsValue, ()> {
    let response = JsFuture::from(gloo::utils::window().fetch_with_str(path)).await.map_err(drop)?;
    let response: Response = response.dyn_into().map_err(drop)?;
    if !response.ok() {
        return Err(());
    }
    JsFuture::from(response.json().map_err(drop)?).await.map_err(drop)
}

/// The text of a file.
pub(crate) async fn text(file: Blob) -> Result<String, Reason> {
    // A file that went in the meantime has nothing to read.
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Reason::NotText(0))?;
    decode(&Uint8Array::new(&buffer).to_vec())
}
