//! Keys of the storage, and ids.

/// What earlier versions stored: one scenario, without a name.
pub const OLD: &str = "ramplay.scenario";
/// The id of the scenario that was opened last in any tab.
pub const LAST: &str = "ramplay.open";
pub(crate) const RECORD: &str = "ramplay.record.";
pub(crate) const REVISIONS: &str = "ramplay.revisions.";
pub(crate) const ASIDE: &str = "ramplay.aside.";

/// Where a scenario is stored.
pub fn record_key(id: &str) -> String {
    format!("{RECORD}{id}")
}

pub(crate) fn revisions_key(id: &str) -> String {
    format!("{REVISIONS}{id}")
}

/// Whether a text has the form of an id. Keys of the storage are anybody's.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=48).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// Makes what nobody else makes: ids and the stamps of writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// A random number of this tab.
    tab: u32,
    count: u32,
}

impl Fresh {
    /// For a tab with this random number.
    pub fn new(tab: u32) -> Self {
        Fresh { tab, count: 0 }
    }

    /// The next one, at this time in milliseconds.
    pub(crate) fn next(&mut self, now: u64) -> String {
        self.count = self.count.wrapping_add(1);
        format!("{now:x}-{:x}-{:x}", self.tab, self.count)
    }
}
