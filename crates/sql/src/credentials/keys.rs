//! Options that hold credentials, by name.

use super::CredentialKind;

/// How a name is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// The name is this.
    Whole,
    /// The name ends so: `fs.oss.bucket.b.accessKeySecret`.
    End,
}

/// A row of [`CREDENTIAL_OPTIONS`].
#[derive(Debug, Clone, Copy)]
pub struct CredentialOption {
    /// The name in lower case, without dots, hyphens and underscores.
    pub name: &'static str,
    /// How it is compared.
    pub is: Match,
    /// What the option holds.
    pub kind: CredentialKind,
}

/// Names of options that hold credentials. The first row that fits counts. They are compared
/// ignoring case, dots, hyphens and underscores, because connectors differ in nothing else:
/// `accessKey`, `access.key`, `access-key`, `ACCESS_KEY`.
///
/// From the connectors of the facts (SLS, OSS, MaxCompute, Hologres, Tablestore, DataHub, RocketMQ,
/// Kafka, Paimon, DLF) and the usual spelling of databases and models.
pub const CREDENTIAL_OPTIONS: &[CredentialOption] = &[
    end("secretaccesskey", CredentialKind::AccessKeySecret),
    end("accesskeysecret", CredentialKind::AccessKeySecret),
    end("accesssecret", CredentialKind::AccessKeySecret),
    end("accesskeyid", CredentialKind::AccessKeyId),
    end("accessid", CredentialKind::AccessKeyId),
    // Of S3: the identifier, where SLS calls the secret so.
    end("s3accesskey", CredentialKind::AccessKeyId),
    end("s3aaccesskey", CredentialKind::AccessKeyId),
    end("accesskey", CredentialKind::AccessKeySecret),
    end("secretkey", CredentialKind::AccessKeySecret),
    whole("ak", CredentialKind::AccessKeyId),
    whole("sk", CredentialKind::AccessKeySecret),
    end("securitytoken", CredentialKind::SecurityToken),
    end("ststoken", CredentialKind::SecurityToken),
    end("sessiontoken", CredentialKind::SecurityToken),
    end("jaasconfig", CredentialKind::Jaas),
    end("password", CredentialKind::Password),
    end("passwd", CredentialKind::Password),
    end("passphrase", CredentialKind::Password),
    end("pwd", CredentialKind::Password),
    end("apikey", CredentialKind::ApiKey),
    end("clientsecret", CredentialKind::Secret),
    end("appsecret", CredentialKind::Secret),
    whole("secret", CredentialKind::Secret),
    end("accesstoken", CredentialKind::Secret),
    end("authtoken", CredentialKind::Secret),
    whole("token", CredentialKind::Secret),
];

const fn end(name: &'static str, kind: CredentialKind) -> CredentialOption {
    CredentialOption { name, is: Match::End, kind }
}

const fn whole(name: &'static str, kind: CredentialKind) -> CredentialOption {
    CredentialOption { name, is: Match::Whole, kind }
}

/// Longest name that is looked at, in bytes.
const LONGEST: usize = 256;

/// What an option of this name holds, if it holds a credential.
pub fn option_kind(name: &str) -> Option<CredentialKind> {
    // Every option of every table is asked about: no allocation.
    let mut buffer = [0; LONGEST];
    let mut length = 0;
    for byte in name.bytes().filter(u8::is_ascii_alphanumeric) {
        *buffer.get_mut(length)? = byte.to_ascii_lowercase();
        length += 1;
    }
    let plain = buffer.get(..length)?;
    let last = plain.last()?;
    CREDENTIAL_OPTIONS
        .iter()
        // The last letter says no to nearly all.
        .filter(|row| row.name.as_bytes().last() == Some(last))
        .find(|row| match row.is {
            Match::Whole => plain == row.name.as_bytes(),
            Match::End => plain.ends_with(row.name.as_bytes()),
        })
        .map(|row| row.kind)
}

/// Whether a value is a place to fill in, or a variable, rather than a credential.
pub(super) fn is_placeholder(value: &str) -> bool {
    let value = value.trim();
    let lower = value.to_lowercase();
    value.is_empty()
        || (value.contains("****") && !is_masked(value))
        || value.chars().all(|c| matches!(c, '*' | 'x' | 'X' | '.' | '…' | '-' | '?'))
        || (value.starts_with('<') && value.ends_with('>'))
        || (value.starts_with("${") && value.ends_with('}') && !value.trim_end_matches('}').contains('}'))
        || value.contains("secret_values")
        || ["your", "xxx", "您", "你的"].iter().any(|start| lower.starts_with(start))
        || matches!(lower.as_str(), "null" | "none" | "true" | "false")
}

/// Whether a value is a credential that was masked, as [`masked`](super::masked) and most people do it: who
/// wrote it has the whole of it in their draft.
fn is_masked(value: &str) -> bool {
    let head = value.find('*').unwrap_or(value.len());
    let (head, stars) = value.split_at(head);
    (1..=4).contains(&head.chars().count()) && stars.len() >= 4 && stars.bytes().all(|byte| byte == b'*')
}
