//! Writes elements one after the other. A text becomes a text node, always: there is no way to write HTML.

use web_sys::{Document, Element};

/// Writes into an element.
#[derive(Debug)]
pub(crate) struct Writer {
    document: Document,
    /// The elements that are open, the innermost last.
    open: Vec<Element>,
}

impl Writer {
    /// Replaces what is in an element.
    pub(crate) fn new(root: Element) -> Option<Self> {
        root.set_text_content(None);
        Some(Writer { document: root.owner_document()?, open: vec![root] })
    }

    /// Opens an element with a class, which may be empty.
    pub(crate) fn open(&mut self, name: &str, class: &str) -> &mut Self {
        // A name of ours is a name.
        let Ok(element) = self.document.create_element(name) else { return self };
        if let Some(parent) = self.open.last() {
            // An element that was made just now fits everywhere.
            let _ = parent.append_with_node_1(&element);
        }
        self.open.push(element);
        if class.is_empty() { self } else { self.with("class", class) }
    }

    /// Gives the element that is open an attribute.
    pub(crate) fn with(&mut self, name: &str, value: &str) -> &mut Self {
        if let Some(element) = self.open.last() {
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// Writes a text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        if let Some(element) = self.open.last() {
            let _ = element.append_with_str_1(text);
        }
        self
    }

    /// Closes the element that is open.
    pub(crate) fn close(&mut self) -> &mut Self {
        self.open.pop();
        self
    }

    /// Writes an element that holds nothing but a text.
    pub(crate) fn leaf(&mut self, name: &str, class: &str, text: &str) -> &mut Self {
        self.open(name, class).text(text).close()
    }

    /// Writes a sentence, its parts in backticks as code.
    pub(crate) fn prose(&mut self, text: &str) -> &mut Self {
        for (index, piece) in text.split('`').enumerate() {
            if index % 2 == 1 {
                self.leaf("code", "", piece);
            } else if !piece.is_empty() {
                self.text(piece);
            }
        }
        self
    }

    /// Writes a sign with its word; the word is hidden from view where `brief`.
    pub(crate) fn mark(&mut self, class: &str, sign: &str, word: &str, brief: bool) -> &mut Self {
        self.open("span", "mark").with("class", &["mark ", class].concat());
        if brief {
            self.with("title", word);
        }
        self.open("span", "sign").with("aria-hidden", "true").text(sign).close();
        self.leaf("span", if brief { "hidden" } else { "word" }, word).close()
    }
}
