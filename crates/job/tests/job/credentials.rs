//! What connectors take for a credential, the reader of the SQL takes for one too.

use ramplay_flink::{CredentialKind, connectors};
use ramplay_sql::{CredentialKind as Found, option_kind};

#[test]
fn every_credential_option_of_a_connector_is_found() {
    let mut asked = 0;
    for connector in &connectors().connectors {
        for option in &connector.credentials {
            let expected = match option.kind {
                // The name of a user is no secret.
                CredentialKind::User => continue,
                CredentialKind::AccessKeyId => Found::AccessKeyId,
                CredentialKind::AccessKeySecret => Found::AccessKeySecret,
                CredentialKind::SecurityToken => Found::SecurityToken,
                CredentialKind::Password => Found::Password,
                CredentialKind::Jaas => Found::Jaas,
            };
            // With Hologres `username` and `password` hold an AccessKey pair. A password is as secret as that,
            // and an AccessKey ID is found by its form.
            let expected = match option.name.as_str() {
                "username" => continue,
                "password" => Found::Password,
                _ => expected,
            };
            for name in [&option.name].into_iter().chain(&option.spellings) {
                let name = name.replace("{bucketName}", "logs");
                for name in [name.to_uppercase(), name] {
                    assert_eq!(option_kind(&name), Some(expected), "`{name}` of {}", connector.id);
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 60, "{asked}");
}

/// Options that name what is accessed, or how, hold no credential: nothing of them is masked.
#[test]
fn no_other_option_is_taken_for_a_credential() {
    for connector in &connectors().connectors {
        for option in &connector.options {
            for name in [&option.name].into_iter().chain(&option.spellings) {
                assert_eq!(option_kind(name), None, "`{name}` of {}", connector.id);
            }
        }
    }
}
