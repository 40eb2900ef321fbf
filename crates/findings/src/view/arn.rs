//! ARNs.

use super::is_wild;

/// The parts of `acs:<ram-code>:<region>:<account-id>:<relative-id>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Arn<'a> {
    pub(crate) service: &'a str,
    pub(crate) region: &'a str,
    pub(crate) account: &'a str,
    pub(crate) relative: &'a str,
}

impl<'a> Arn<'a> {
    /// Reads an ARN with all five fields.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        let mut parts = text.splitn(5, ':');
        let ["acs", service, region, account, relative] =
            [parts.next()?, parts.next()?, parts.next()?, parts.next()?, parts.next()?]
        else {
            return None;
        };
        Some(Arn { service, region, account, relative })
    }

    /// The account, if it is written out.
    pub(crate) fn literal_account(&self) -> Option<&'a str> {
        (!self.account.is_empty() && !is_wild(self.account)).then_some(self.account)
    }

    /// The service, if it is written out.
    pub(crate) fn literal_service(&self) -> Option<&'a str> {
        (!self.service.is_empty() && !is_wild(self.service)).then_some(self.service)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_fields() {
        let arn = Arn::read("acs:log:cn-hangzhou:1:project/p:q").unwrap();
        assert_eq!(
            (arn.service, arn.region, arn.account, arn.relative),
            ("log", "cn-hangzhou", "1", "project/p:q")
        );
        assert_eq!(Arn::read("acs:ram::1:root").unwrap().region, "");
        for text in ["", "*", "acs:log:*:*", "arn:acs:log:*:*:x", "acs:log"] {
            assert_eq!(Arn::read(text), None, "{text}");
        }
    }
}
