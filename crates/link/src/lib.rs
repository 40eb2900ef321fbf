//! A whole scenario as the fragment of a link, and back.
//!
//! ```
//! use ramplay_link::{Options, decode, encode};
//! use ramplay_playground::example;
//!
//! let link = encode(&example(), Options::default()).unwrap();
//! assert!(link.fragment.len() < 30, "{}", link.fragment);
//! assert_eq!(decode(&link.fragment).unwrap(), example());
//! let cut = decode(&link.fragment[..link.fragment.len() - 2]).unwrap_err();
//! assert_eq!(cut.to_string(), "this link was cut: its last 2 characters are missing");
//! ```
//!
//! # The form
//! `1` `length` `body` `checksum`, all of it letters and digits: chat programs and Markdown leave them alone, and a
//! double click selects them all. The first character is the version, the next two or three are the length of the
//! whole, the last four check all the others: this outer form is the same in all versions, so that a cut link, a
//! damaged one and one of a newer program are told apart before anything of it is read.
//!
//! The body is the scenario's JSON without the fields that stand at their default, as digits of base 62. Policies come
//! back byte for byte: their white space is what a common printer would write, with exceptions where it is not.
//! Same content, same link.
//!
//! A fragment `json=` with JSON, percent-encoded, is read as well, for whoever makes a link without this crate.
//!
//! # Why a model of our own
//! Characters behind `#`, for 493 published policies, each in place of the example's (`cargo bench -p
//! ramplay-link`). All ways but the last code the same short form and carry the same outer form:
//!
//! | way | median | 90 % | longest | below 260 | bytes of WASM, brotli |
//! | --- | --- | --- | --- | --- | --- |
//! | this model, base 62 | 54 | 143 | 967 | 478 | 19 KB with dictionary and reader |
//! | deflate with the same dictionary, base64url | 79 | 205 | 1227 | 463 | 46 KB (`zlib-rs`), dictionary apart |
//! | `brotli` 8 with the same dictionary | 107 | 233 | 1202 | 458 | not measured |
//! | `brotli` 8 | 258 | 395 | 1258 | 249 | not measured |
//! | deflate | 301 | 453 | 1459 | 123 | 0, the browser has it |
//! | lz-string of the whole scenario | 959 | 1329 | 3160 | 0 | |
//!
//! A library is not frozen either: other versions of an encoder write other bytes, and then the same content has
//! another link. `zstd` with a dictionary has no encoder in Rust alone. The price is time: the model reads 21 KB of
//! dictionary before the first link, some 30 ms natively and 90 ms in Node on a busy machine, once for a process; what is refused by its
//! outer form never gets so far.
//!
//! # What is frozen
//! Everything in `src/v1`, the envelope, the alphabet and the dictionary: `tests/golden.txt` has links that must open
//! for ever. Whatever is to be better becomes `src/v2`, with the next first character; `src/v1` then only reads.

mod alphabet;
mod content;
mod envelope;
mod error;
mod json;
pub mod limits;
mod pseudonyms;
mod secrets;
pub mod sentence;
pub mod sharing;
mod v1;

use ramplay_playground::{Scenario, VERSION};
use serde_json::Value;

pub use content::{Opened, TITLE, content};
pub use error::{EncodeError, LinkError};
pub use pseudonyms::{NameKind, Replaced, pseudonymised, without_accounts};
pub use secrets::{Secret, secrets, without_secrets};

/// What is done to a content before it becomes a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Secrets are masked; else a content with secrets is refused.
    pub mask: bool,
    /// Account ids are replaced by others, the same everywhere.
    pub accounts: bool,
    /// So are all names, and account ids with them.
    pub pseudonyms: bool,
}

/// A link, and what is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What stands behind `#`, without it.
    pub fragment: String,
    /// What is in it: all that its reader can see.
    pub content: Value,
}

/// Makes the link of a scenario.
pub fn encode(scenario: &Scenario, options: Options) -> Result<Link, EncodeError> {
    pack(content(scenario, ""), options)
}

/// Makes the link of any content that has the form of a scenario, with fields that this program need not know.
pub fn pack(content: Value, options: Options) -> Result<Link, EncodeError> {
    let content = if options.mask { without_secrets(&content) } else { content };
    let content = match options {
        Options { pseudonyms: true, .. } => pseudonymised(&content).0,
        Options { accounts: true, .. } => without_accounts(&content).0,
        _ => content,
    };
    let secrets = secrets(&content);
    if !secrets.is_empty() {
        return Err(EncodeError::Secrets(secrets));
    }
    let fragment = envelope::seal(envelope::VERSION, &v1::write(&content)?);
    if fragment.len() > limits::FRAGMENT {
        return Err(EncodeError::TooLong { characters: fragment.len() });
    }
    Ok(Link { fragment, content })
}

/// The scenario of a link: a fragment with or without `#`, or a whole address.
pub fn decode(link: &str) -> Result<Scenario, LinkError> {
    open(link).map(|opened| opened.scenario)
}

/// Opens a link: the scenario, and what it is called.
///
/// ```
/// use ramplay_link::{Options, content, open, pack};
/// use ramplay_playground::example;
///
/// let link = pack(content(&example(), "Who may read"), Options::default()).unwrap();
/// assert_eq!(open(&link.fragment).unwrap().title, "Who may read");
/// ```
pub fn open(link: &str) -> Result<Opened, LinkError> {
    let mut content = unpack(link)?;
    let title = content::take_title(&mut content);
    let text = format!("{content:#}");
    let scenario = Scenario::from_json(&text).map_err(|error| {
        let version = content.get("version").and_then(Value::as_u64).unwrap_or(0);
        // Whoever knows a field that we do not know is newer than we are.
        let newer = version > u64::from(VERSION) || error.message.starts_with("unknown ");
        LinkError::Scenario { problem: error.to_string(), newer, content: Box::new(content) }
    })?;
    Ok(Opened { title, scenario })
}

/// Gives the content of a link, whether this program understands all of it or not.
pub fn unpack(link: &str) -> Result<Value, LinkError> {
    let text = fragment_of(link);
    if let Some(content) = json::unpack(text) {
        return content;
    }
    if text.len() > limits::FRAGMENT * 2 {
        return Err(LinkError::TooLong { bytes: text.len() });
    }
    let characters = plain(text)?;
    if characters.len() > limits::FRAGMENT {
        return Err(LinkError::TooLong { bytes: characters.len() });
    }
    let envelope::Envelope { version, body } = envelope::open(&characters)?;
    if version != envelope::VERSION {
        let fragment = characters.iter().map(|byte| char::from(*byte)).collect();
        return Err(LinkError::Newer { version, fragment });
    }
    v1::read(body)
}

/// What stands behind the `#` of an address; all of it, if there is none.
pub fn fragment_of(link: &str) -> &str {
    link.split_once('#').map_or(link, |(_, fragment)| fragment)
}

/// The letters and digits of a fragment. White space and line breaks that mail programs put in, and marks of a
/// sentence around it, are passed over.
fn plain(text: &str) -> Result<Vec<u8>, LinkError> {
    let is_ours = |character: char| character.is_ascii_alphanumeric();
    let end = text.rfind(is_ours).map_or(0, |at| at + 1);
    let begin = text.find(is_ours).unwrap_or(0);
    let mut bytes = Vec::with_capacity(end.saturating_sub(begin));
    for (at, character) in text.get(begin..end).unwrap_or_default().chars().enumerate() {
        match u8::try_from(character) {
            Ok(byte) if byte.is_ascii_alphanumeric() => bytes.push(byte),
            _ if character.is_whitespace() || is_invisible(character) => {}
            // The anchor of another page has such characters, too.
            _ if bytes.first() != Some(&b'1') => return Err(LinkError::NoLink),
            _ => return Err(LinkError::Character { found: character, at }),
        }
    }
    Ok(bytes)
}

/// Characters that programs put into long words so that they can be broken.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}
