//! Puts what is generated into the pages.

use std::path::Path;

use mdbook_core::book::{Book, BookItem};

use crate::load::read;
use crate::{Error, generate, source};

/// Replaces every line `{{#ramplay NAME …}}` of a page, and every `{{#include PATH}}` by that file. `folder` is that of the page.
pub fn expand(text: &str, folder: &Path) -> Result<String, Error> {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let directive = line.strip_prefix("{{#").and_then(|rest| rest.strip_suffix("}}"));
        match directive.and_then(|words| words.split_once(' ')) {
            Some(("ramplay", words)) => out.push_str(&generate::generate(words)?),
            Some(("include", path)) => out.push_str(&read(&folder.join(path.trim()))?),
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    Ok(out)
}

/// What a preprocessor of mdBook answers: it is given a list of the context and the book, as JSON, and gives the book.
pub fn preprocess(input: &str) -> Result<String, Error> {
    let problem =
        |error: &dyn std::fmt::Display| Error::new("the book that mdBook hands over", &error.to_string());
    let (_, mut book): (serde_json::Value, Book) =
        serde_json::from_str(input).map_err(|error| problem(&error))?;
    expand_all(&mut book)?;
    serde_json::to_string(&book).map_err(|error| problem(&error))
}

/// Expands all pages of a book.
pub(crate) fn expand_all(book: &mut Book) -> Result<(), Error> {
    let root = source().join("src");
    let mut failed = Ok(());
    book.for_each_mut(|item| {
        let BookItem::Chapter(chapter) = item else { return };
        let path = root.join(chapter.source_path.as_deref().unwrap_or(Path::new("")));
        match expand(&chapter.content, path.parent().unwrap_or(&root)) {
            Ok(text) => chapter.content = text,
            Err(error) => failed = Err(Error::new(path.display(), &error)),
        }
    });
    failed
}
