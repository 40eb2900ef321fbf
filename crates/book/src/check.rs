//! Links that lead nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Component, Path, PathBuf};

use crate::Error;
use crate::load::read;

/// A link of the site that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The page, below the folder of the site.
    pub page: String,
    /// The link as it stands there.
    pub link: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} links to {}, which is not there", self.page, self.link)
    }
}

/// Every link of the site to a file or an id that is not there. Links that leave the site are those to the playground,
/// which starts with `beside`, and to other hosts.
pub fn check(site: &Path, beside: &str) -> Result<Vec<Broken>, Error> {
    let mut pages = BTreeMap::new();
    collect(site, site, &mut pages)?;
    let ids: BTreeMap<&PathBuf, BTreeSet<&str>> =
        pages.iter().map(|(path, html)| (path, values(html, "id").collect())).collect();
    let mut broken = Vec::new();
    for (path, html) in &pages {
        for link in values(html, "href").chain(values(html, "src")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let to_root = "../".repeat(path.components().count() - 1);
            if file.contains(':') || file.starts_with(&format!("{to_root}{beside}")) {
                continue;
            }
            let target = if file.is_empty() { path.clone() } else { resolved(path, file) };
            let is_there = match ids.get(&target) {
                Some(ids) => anchor.is_empty() || ids.contains(anchor),
                None => anchor.is_empty() && site.join(&target).is_file(),
            };
            if !is_there {
                broken.push(Broken { page: path.display().to_string(), link: link.to_owned() });
            }
        }
    }
    Ok(broken)
}

fn collect(site: &Path, folder: &Path, pages: &mut BTreeMap<PathBuf, String>) -> Result<(), Error> {
    let entries = folder.read_dir().map_err(|error| Error::new(folder.display(), &error))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(site, &path, pages)?;
        } else if path.extension().is_some_and(|extension| extension == "html") {
            let name = path.strip_prefix(site).unwrap_or(&path).to_path_buf();
            pages.insert(name, read(&path)?);
        }
    }
    Ok(())
}

/// The values of an attribute, as the site writes attributes.
fn values<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    let starts: Vec<usize> = html.match_indices(&start).map(|(at, _)| at + start.len()).collect();
    starts.into_iter().filter_map(|at| html.get(at..)?.split('"').next())
}

/// Where a relative link leads.
fn resolved(page: &Path, link: &str) -> PathBuf {
    let mut target = page.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => drop(target.pop()),
            Component::Normal(name) => target.push(name),
            _ => {}
        }
    }
    target
}
