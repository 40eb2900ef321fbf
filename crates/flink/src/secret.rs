//! Whether something looks like a credential.

use crate::{Alphabet, NameHint, NameMatch, SecretPattern, Secrets};

impl Alphabet {
    /// Whether the character belongs to it.
    pub const fn has(self, character: char) -> bool {
        match self {
            Self::Alphanumeric => character.is_ascii_alphanumeric(),
            Self::Base58 => character.is_ascii_alphanumeric() && !matches!(character, '0' | 'O' | 'I' | 'l'),
            Self::Base64 => character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '='),
        }
    }
}

impl SecretPattern {
    /// Whether all of `word` has this form.
    pub fn fits(&self, word: &str) -> bool {
        let Some(rest) = word.strip_prefix(&*self.prefix) else { return false };
        rest.chars().all(|character| self.alphabet.has(character))
            && rest.len() >= self.min
            && self.max.is_none_or(|max| rest.len() <= max)
    }
}

impl Secrets {
    /// What an option with this key holds, by its name alone.
    pub fn named(&self, key: &str) -> Option<&NameHint> {
        let plain: String = key.chars().filter(|character| !matches!(character, '.' | '-' | '_')).collect();
        let plain = plain.to_ascii_lowercase();
        self.names.iter().find(|hint| match hint.is {
            NameMatch::Whole => plain == hint.name,
            NameMatch::End => plain.ends_with(&*hint.name),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{CredentialKind, jobs};

    #[test]
    fn patterns_fit() {
        let ids = |word: &str| {
            let fitting = jobs().secrets.patterns.iter().filter(|pattern| pattern.fits(word));
            fitting.map(|pattern| pattern.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&format!("LTAI{}", "x".repeat(20))), ["access-key-id"]);
        assert_eq!(ids(&format!("LTAI{}", "x".repeat(12))), ["access-key-id"]);
        assert_eq!(ids(&format!("LTAI{}", "x".repeat(11))), [""; 0]);
        assert_eq!(ids(&format!("LTAI{}-", "x".repeat(12))), [""; 0]);
        assert_eq!(ids(&"a".repeat(30)), ["access-key-secret"]);
        assert_eq!(ids(&format!("STS.{}", "N".repeat(22))), ["sts-access-key-id"]);
        assert_eq!(ids(&"b".repeat(44)), ["sts-access-key-secret"]);
        assert_eq!(ids(&"0".repeat(44)), [""; 0]);
        assert_eq!(ids(&format!("CAIS{}", "+/=a".repeat(20))), ["sts-security-token"]);
        assert_eq!(ids("日志"), [""; 0]);
    }

    #[test]
    fn names_say_what_an_option_holds() {
        let kind = |key: &str| jobs().secrets.named(key).map(|hint| hint.kind);
        assert_eq!(kind("accessId"), Some(CredentialKind::AccessKeyId));
        assert_eq!(kind("access.key.id"), Some(CredentialKind::AccessKeyId));
        assert_eq!(kind("accessKey"), Some(CredentialKind::AccessKeySecret));
        assert_eq!(kind("fs.oss.bucket.b.accessKeySecret"), Some(CredentialKind::AccessKeySecret));
        assert_eq!(kind("properties.sasl.jaas.config"), Some(CredentialKind::Jaas));
        assert_eq!(kind("password"), Some(CredentialKind::Password));
        assert_eq!(kind("project"), None);
        assert_eq!(kind(""), None);
    }
}
