//! How far a link of some length gets. Browsers take all that [`crate::limits::FRAGMENT`] lets through.

/// Who takes a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Everything that people share links with.
    Anywhere,
    /// Not every chat program: Slack takes 3,000 characters in the address of a button, and older programs some 2,000.
    NotEveryChat,
    /// Programs cut it or do not make it a link; Outlook does so from some 11,000 characters on. A file is better.
    File,
}

impl Advice {
    /// The longest address that all programs take, in characters: what was usual when browsers had such limits, and
    /// what is still said on Stack Overflow.
    pub const ANYWHERE: usize = 2_000;
    /// The longest that is worth trying: below the 8,000 octets that RFC 9110 §4.1 asks everybody to take, and below
    /// what Outlook makes a link of.
    pub const LINK: usize = 8_000;

    /// What is to be said of an address of so many characters.
    pub fn of(characters: usize) -> Self {
        match characters {
            0..=Self::ANYWHERE => Advice::Anywhere,
            _ if characters <= Self::LINK => Advice::NotEveryChat,
            _ => Advice::File,
        }
    }
}
