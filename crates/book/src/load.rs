//! Reads the book from its folder.

use std::path::{Path, PathBuf};

use mdbook_core::book::{Book, BookItem, Chapter};
use mdbook_summary::{SummaryItem, parse_summary};

use crate::Error;

/// The folder `docs` of this project.
pub fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// Reads `src/SUMMARY.md` below `root` and the chapters that it names.
pub fn load(root: &Path) -> Result<Book, Error> {
    let folder = root.join("src");
    let path = folder.join("SUMMARY.md");
    let summary = parse_summary(&read(&path)?).map_err(|error| Error::new(path.display(), &error))?;
    let parts = [summary.prefix_chapters, summary.numbered_chapters, summary.suffix_chapters];
    let items: Result<Vec<_>, _> = parts.iter().flatten().map(|item| item_of(item, &folder, &[])).collect();
    Ok(Book::new_with_items(items?))
}

fn item_of(item: &SummaryItem, folder: &Path, parents: &[String]) -> Result<BookItem, Error> {
    let link = match item {
        SummaryItem::Link(link) => link,
        SummaryItem::PartTitle(title) => return Ok(BookItem::PartTitle(title.clone())),
        _ => return Ok(BookItem::Separator),
    };
    let Some(location) = &link.location else {
        return Err(Error::new("SUMMARY.md", &format!("`{}` has no page", link.name)));
    };
    let content = read(&folder.join(location))?;
    let mut chapter = Chapter::new(&link.name, content, location, parents.to_vec());
    chapter.number.clone_from(&link.number);
    let parents = [parents, std::slice::from_ref(&link.name)].concat();
    for nested in &link.nested_items {
        chapter.sub_items.push(item_of(nested, folder, &parents)?);
    }
    Ok(BookItem::Chapter(chapter))
}

pub(crate) fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|error| Error::new(path.display(), &error))
}
