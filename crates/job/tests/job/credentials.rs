//! What connectors take for a credential, the reader of the SQL takes for one too.

use ramplay_flink::{CredentialKind, CredentialOption, connectors};
use ramplay_sql::{CredentialKind as Found, option_kind};

/// All keys of an option.
fn keys(option: &CredentialOption) -> impl Iterator<Item = String> {
    let names = [&option.name].into_iter().chain(&option.spellings);
    names.map(|name| name.replace("{bucketName}", "logs")).flat_map(|name| [name.to_uppercase(), name])
}

#[test]
fn every_credential_option_of_a_connector_is_found() {
    let mut asked = 0;
    for connector in &connectors().connectors {
        for option in &connector.credentials {
            // The name of a user is no secret. With Hologres it is an AccessKey ID, found by its form.
            if option.kind == CredentialKind::User || option.name == "username" {
                continue;
            }
            for key in keys(option) {
                let found = option_kind(&key);
                // Whether it is called a password or a secret, it is one.
                let is_id = |yes: bool| yes == (option.kind == CredentialKind::AccessKeyId);
                let fits = found.is_some_and(|found| is_id(found == Found::AccessKeyId));
                assert!(fits, "`{key}` of {} is {found:?}", connector.id);
                asked += 1;
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
