use ramplay_text::Span;

/// A wildcard pattern of a policy: `*` stands for any run of characters, also the empty one, across
/// `/` and `:`; `?` for exactly one character (a Unicode scalar value). There is no escape.
///
/// Source: "Policy structure and syntax" (<https://www.alibabacloud.com/help/doc-detail/93739.htm>);
/// that `*` crosses `:` and that nothing escapes it are assumptions
/// ([`Assumption::StarCrossesColon`](crate::Assumption::StarCrossesColon),
/// [`Assumption::NoEscape`](crate::Assumption::NoEscape)).
///
/// Matching is a greedy scan: linear in practice and for patterns without `?`, never worse than pattern × text.
///
/// ```
/// use ramplay_policy::Pattern;
///
/// assert!(Pattern::new("acs:log:*:*:project/p/*").matches("acs:log:cn-hangzhou:1:project/p/logstore/l"));
/// assert!(!Pattern::new("bucket/*").matches("bucket"));
/// assert!(Pattern::new("a?c").matches("a中c"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    text: Box<str>,
    /// Length in bytes of the part in front of the first wildcard.
    prefix: usize,
    shape: Shape,
    /// The first bytes of that part, at most eight, and a mask of their number: most patterns fail here.
    head: u64,
    mask: u64,
}

/// Shapes that can be matched without a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// No wildcard.
    Literal,
    /// `*` alone.
    Anything,
    /// One `*`, at the end.
    Prefix,
    /// Anything else.
    General,
}

impl Pattern {
    /// A case-sensitive pattern.
    pub fn new(text: &str) -> Self {
        let prefix = text.find(['*', '?']).unwrap_or(text.len());
        let shape = match text.get(prefix..) {
            Some("") | None => Shape::Literal,
            Some("*") if prefix == 0 => Shape::Anything,
            Some("*") => Shape::Prefix,
            Some(_) => Shape::General,
        };
        let (head, count) = head(text.as_bytes().get(..prefix).unwrap_or_default());
        let mask = if count == 8 { u64::MAX } else { (1 << (8 * count)) - 1 };
        Pattern { text: text.into(), prefix, shape, head, mask }
    }

    /// A pattern that ignores ASCII case: give [`Pattern::matches`] text in lower case.
    pub fn folded(text: &str) -> Self {
        Pattern::new(&text.to_ascii_lowercase())
    }

    /// The pattern's text; in lower case if it was made by [`Pattern::folded`].
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the pattern has a wildcard.
    pub fn is_wild(&self) -> bool {
        self.shape != Shape::Literal
    }

    /// Whether the whole of `text` matches.
    pub fn matches(&self, text: &str) -> bool {
        let (pattern, bytes) = (self.text.as_bytes(), text.as_bytes());
        if (head(bytes).0 ^ self.head) & self.mask != 0 {
            return false;
        }
        match self.shape {
            Shape::Anything => true,
            Shape::Literal => pattern == bytes,
            Shape::Prefix => pattern.get(..self.prefix).is_some_and(|head| bytes.starts_with(head)),
            Shape::General => {
                match (self.text.split_at_checked(self.prefix), text.split_at_checked(self.prefix)) {
                    (Some((head, pattern)), Some((start, rest))) => head == start && scan(pattern, rest),
                    _ => false,
                }
            }
        }
    }

    /// Whether `text` still matches when every `*` has to stay inside one `:`-separated segment
    /// (the fifth segment runs to the end). Used to tell which verdicts rest on `*` crossing `:`.
    pub(crate) fn matches_by_segment(&self, text: &str) -> bool {
        if self.shape == Shape::Anything {
            return true;
        }
        let mut ours = self.text.splitn(5, ':');
        let mut theirs = text.splitn(5, ':');
        loop {
            match (ours.next(), theirs.next()) {
                (None, None) => return true,
                (Some(pattern), Some(text)) if scan(pattern, text) => {}
                _ => return false,
            }
        }
    }
}

/// The first eight bytes of a text as a number, zeros behind its end, and how many there are.
fn head(bytes: &[u8]) -> (u64, u32) {
    if let Some(eight) = bytes.first_chunk::<8>() {
        return (u64::from_le_bytes(*eight), 8);
    }
    bytes.iter().rev().fold((0, 0), |(head, count), byte| (head << 8 | u64::from(*byte), count + 1))
}

/// How often a `*` takes one character more before what follows it is searched for.
const TRIES: u32 = 8;

/// Greedy matching. On a mismatch behind a `*`, that `*` takes one character more; an earlier `*` never
/// has to be tried again, which bounds the work by pattern × text. Where that happens often, the characters
/// behind the `*` are searched for instead, in linear time; only a `?` among them keeps it from being so.
fn scan(pattern: &str, text: &str) -> bool {
    let (ours, theirs) = (pattern.as_bytes(), text.as_bytes());
    let (mut p, mut t) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    let mut tries = 0;
    loop {
        match (ours.get(p), theirs.get(t)) {
            (None, None) => return true,
            (Some(b'*'), _) => {
                p += 1;
                if p == ours.len() {
                    return true;
                }
                retry = Some((p, t));
                tries = 0;
                continue;
            }
            (Some(b'?'), Some(&byte)) => {
                p += 1;
                t += width(byte);
                continue;
            }
            (Some(a), Some(b)) if a == b => {
                p += 1;
                t += 1;
                continue;
            }
            _ => {}
        }
        let Some((after_star, taken)) = retry else { return false };
        let Some(&byte) = theirs.get(taken) else { return false };
        // Whole characters, so that a later `?` never sees half of one.
        let taken = taken + width(byte);
        tries += 1;
        if tries <= TRIES {
            retry = Some((after_star, taken));
            (p, t) = (after_star, taken);
            continue;
        }
        let behind = pattern.get(after_star..).unwrap_or_default();
        let run = behind.split(['*', '?']).next().unwrap_or_default();
        let rest = text.get(taken..).unwrap_or_default();
        if run.len() == behind.len() {
            return rest.ends_with(run);
        }
        let Some(at) = rest.find(run) else { return false };
        retry = Some((after_star, taken + at));
        (p, t) = (after_star + run.len(), taken + at + run.len());
    }
}

/// Bytes of the UTF-8 character that starts with `first`.
fn width(first: u8) -> usize {
    match first {
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xFF => 4,
    }
}

/// A pattern and the place of its text in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpannedPattern {
    /// The pattern.
    pub pattern: Pattern,
    /// The string as it is written, for messages.
    pub written: Box<str>,
    /// The pattern in lower case, where that makes a difference: to notice what rests on letter case.
    pub(crate) loose: Option<Pattern>,
    /// Where it stands, quotes included.
    pub span: Span,
}

impl SpannedPattern {
    /// A pattern as it is written; `fold` for one that ignores ASCII case.
    pub(crate) fn new(written: String, span: Span, fold: bool) -> Self {
        let pattern = if fold { Pattern::folded(&written) } else { Pattern::new(&written) };
        let upper = written.bytes().any(|byte| byte.is_ascii_uppercase());
        let loose = (!fold && upper).then(|| Pattern::folded(&written));
        SpannedPattern { pattern, written: written.into(), loose, span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (pattern, text, expected) in [
            ("", "", true),
            ("", "a", false),
            ("*", "", true),
            ("*", "a/b:c", true),
            ("**", "x", true),
            ("?", "", false),
            ("?", "中", true),
            ("?", "中文", false),
            ("a*", "a", true),
            ("a*", "b", false),
            ("*a", "bba", true),
            ("*a", "bab", false),
            ("a*b*c", "abc", true),
            ("a*b*c", "aXbYbZc", true),
            ("a*b*c", "aXbYbZ", false),
            ("*中?", "x中😀", true),
            ("*?", "é", true),
            ("*?中", "中中", true),
            ("*?中", "中", false),
            ("ecs:*securitygroup*", "ecs:authorizesecuritygroup", true),
            ("acs:ram:*:*:role/a-*", "acs:ram::1:role/a-b", true),
            ("\\*", "*", false),
            ("\\*", "\\x", true),
        ] {
            assert_eq!(Pattern::new(pattern).matches(text), expected, "{pattern} on {text}");
        }
    }

    #[test]
    fn hostile_patterns_stay_cheap() {
        let pattern = Pattern::new(&format!("{}b", "*a".repeat(200)));
        assert!(!pattern.matches(&"a".repeat(10_000)));
    }

    #[test]
    fn segments() {
        let by_segment = |pattern, text| Pattern::new(pattern).matches_by_segment(text);
        let store = "acs:log:cn-hangzhou:1:project/p/logstore/l";
        assert!(by_segment("acs:log:*:*:project/p/*", store));
        assert!(by_segment("*", store));
        assert!(!by_segment("acs:log:*", store));
        assert!(!by_segment("acs:*:project/p/*", store));
        assert!(by_segment("acs:a:b:c:x*", "acs:a:b:c:x:y:z"), "the fifth segment runs to the end");
    }
}
