//! Writes the site.

use std::path::Path;

use mdbook_core::book::{BookItem, Chapter};

use crate::expand::expand_all;
use crate::html::{self, Rendered};
use crate::load::load;
use crate::page::{Leaf, Shell, page};
use crate::{Error, search};

/// Reads the book in `docs` and writes its site into `out`, in the place of what was there.
pub fn build(docs: &Path, out: &Path) -> Result<(), Error> {
    let mut book = load(docs)?;
    expand_all(&mut book)?;
    let chapters: Vec<&Chapter> = book.chapters().collect();
    let leaves: Vec<Leaf> = chapters.iter().filter_map(|chapter| Leaf::new(chapter)).collect();
    let items: Vec<&BookItem> = book.items.iter().collect();
    let shell = Shell { items: &items, leaves: &leaves };
    remove(out)?;
    let mut index = Vec::new();
    for (at, (chapter, leaf)) in chapters.iter().zip(&leaves).enumerate() {
        let Rendered { html, sections } = html::render(&chapter.content, &leaf.to_root);
        index.extend(search::entries(&leaf.address, &leaf.title, &sections));
        write(&out.join(&leaf.address), page(&shell, at, &html, &sections).as_bytes())?;
    }
    write(&out.join("search.json"), serde_json::Value::from(index).to_string().as_bytes())?;
    copy(&docs.join("theme"), out, &["css", "js"])?;
    copy(&docs.join("../web/pictures"), &out.join("pictures"), &["png", "svg"])?;
    copy(&docs.join("src/pictures"), &out.join("pictures"), &["png", "svg"])
}

fn remove(folder: &Path) -> Result<(), Error> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::new(folder.display(), &error))
        }
        _ => Ok(()),
    }
}

fn write(path: &Path, content: &[u8]) -> Result<(), Error> {
    let parent = path.parent().unwrap_or(path);
    std::fs::create_dir_all(parent)
        .and_then(|()| std::fs::write(path, content))
        .map_err(|error| Error::new(path.display(), &error))
}

/// Copies the files of a folder that have one of these endings; a folder that is not there has none.
fn copy(from: &Path, to: &Path, endings: &[&str]) -> Result<(), Error> {
    let Ok(entries) = from.read_dir() else { return Ok(()) };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_wanted = path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted));
        if is_wanted {
            let content = std::fs::read(&path).map_err(|error| Error::new(path.display(), &error))?;
            write(&to.join(entry.file_name()), &content)?;
        }
    }
    Ok(())
}
