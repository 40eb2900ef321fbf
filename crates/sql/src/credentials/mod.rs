//! Credentials in plain text: by the names of options, and by their form anywhere.
//!
//! The forms are those that secret scanners know: AccessKey IDs (`LTAI` and 12 to 24 letters and
//! digits), secrets (30 letters and digits, which say nothing without an identifier nearby),
//! temporary keys (`STS.`, `CAIS`). See `CREDENTIAL_OPTIONS` for the names. Nothing here ever gives
//! out more of a secret than [`Credential::masked`].

mod assigned;
mod find;
mod keys;
mod mask;
mod patterns;
mod rewrite;

use ramplay_text::Span;

use crate::place::Place;

pub(crate) use find::find;
pub use keys::{CREDENTIAL_OPTIONS, CredentialOption, Match, option_kind};
pub(crate) use mask::shown;
pub use mask::{mask, mask_patterns, masked};
pub use rewrite::{Rewritten, Suggestion, rewrite, rewrite_all};

/// What a credential is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CredentialKind {
    /// An AccessKey ID, also a temporary one.
    AccessKeyId,
    /// An AccessKey secret, also a temporary one.
    AccessKeySecret,
    /// The security token of a temporary key.
    SecurityToken,
    /// A password.
    Password,
    /// A JAAS configuration, or the password in it.
    Jaas,
    /// The password of `user:password@` in a URL.
    UrlPassword,
    /// The key of an API.
    ApiKey,
    /// Another secret or token.
    Secret,
}

impl CredentialKind {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            CredentialKind::AccessKeyId => "plain-access-key-id",
            CredentialKind::AccessKeySecret => "plain-access-key-secret",
            CredentialKind::SecurityToken => "plain-security-token",
            CredentialKind::Password => "plain-password",
            CredentialKind::Jaas => "plain-jaas-password",
            CredentialKind::UrlPassword => "plain-url-password",
            CredentialKind::ApiKey => "plain-api-key",
            CredentialKind::Secret => "plain-secret",
        }
    }
}

/// How a credential was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundBy {
    /// Its form is that of nothing else.
    Pattern,
    /// The name of the option, or of what it is assigned to.
    Name,
    /// It has the form of a secret and stands near an AccessKey ID.
    Nearby,
}

/// A credential in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// What it is.
    pub kind: CredentialKind,
    /// The secret itself.
    pub span: Span,
    /// How it was found.
    pub found_by: FoundBy,
    /// Its first characters and `****`.
    pub masked: String,
    /// Where it stands.
    pub place: Place,
    /// The statement it stands in.
    pub statement: Option<usize>,
}
