//! Whether a resource pattern can match any resource of a form.

/// Whether `pattern` matches some resource that has the form `template`.
///
/// In a template `{}` stands for a name: one or more characters other than `/` and `:`. Every other
/// character stands for itself, `*` too: list calls are checked on a literal `*`. The work is pattern ×
/// template: a set of places in the template is moved along the pattern.
pub(crate) fn overlaps(pattern: &str, template: &str) -> bool {
    let Some(tokens) = tokens(template) else { return true };
    let end = tokens.len();
    // Bit i: the first i tokens can be matched so far.
    let mut places: u64 = 1;
    for byte in pattern.bytes() {
        places = match byte {
            // Whatever is left of the template can be matched by a `*`, and any part of it.
            b'*' => u64::MAX.checked_shl(places.trailing_zeros()).unwrap_or(0),
            _ => step(&tokens, places, byte),
        } & mask(end);
        if places == 0 {
            return false;
        }
    }
    places & (1 << end) != 0
}

/// A place for each token and one behind the last.
fn mask(end: usize) -> u64 {
    if end >= 63 { u64::MAX } else { (1 << (end + 1)) - 1 }
}

fn step(tokens: &[Option<u8>], places: u64, byte: u8) -> u64 {
    let any = byte == b'?';
    let fits_name = any || !matches!(byte, b'/' | b':');
    let mut next = 0;
    for (index, token) in tokens.iter().enumerate() {
        let (here, after) = (1 << index, 1 << (index + 1));
        match token {
            Some(literal) if any || *literal == byte => {
                if places & here != 0 {
                    next |= after;
                }
            }
            None if fits_name => {
                if places & (here | after) != 0 {
                    next |= after;
                }
            }
            Some(_) | None => {}
        }
    }
    next
}

/// Bytes, or `None` for a name. `None` for a template that is too long to be followed.
fn tokens(template: &str) -> Option<Vec<Option<u8>>> {
    let mut tokens = Vec::with_capacity(template.len());
    let mut rest = template;
    while let Some(byte) = rest.bytes().next() {
        if let Some(tail) = rest.strip_prefix("{}") {
            tokens.push(None);
            rest = tail;
        } else {
            tokens.push(Some(byte));
            rest = rest.get(1..)?;
        }
    }
    (tokens.len() <= 63).then_some(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        let store = "acs:log:{}:{}:project/{}/logstore/{}";
        let list = "acs:log:{}:{}:project/{}/logstore/*";
        for (pattern, template, expected) in [
            ("*", store, true),
            ("acs:log:*:*:project/p/*", store, true),
            ("acs:log:*:*:project/p/logstore/l", store, true),
            ("acs:log:*:*:project/p/logstore/l*", store, true),
            ("acs:log:*:*:project/p", store, false),
            ("acs:log:*:*:project/*", store, true),
            ("acs:log:*:*:project/p/logstore/l/*", store, false),
            ("acs:log:*:*:project/p/logstore/?", store, true),
            ("acs:log:*", store, true),
            ("acs:oss:*", store, false),
            ("acs:log:*:*:project/p/logstore/l", list, false),
            ("acs:log:*:*:project/p/logstore/?", list, true),
            ("acs:log:*:*:project/p/logstore/*", list, true),
            ("acs:log:*:*:project/p/logstore/a*", list, false),
            ("acs:log:*:*:project/p/*", list, true),
            ("acs:log:*:*:project/é-1", "acs:log:{}:{}:project/{}", true),
            ("*", "*", true),
            ("acs:log:*:*:*", "*", false),
            ("", "", true),
            ("", "{}", false),
        ] {
            assert_eq!(overlaps(pattern, template), expected, "{pattern} and {template}");
        }
    }
}
