//! Makes `gallery.json` of the files in `data`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ramplay_gallery::collect;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(package.join("data"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        files.insert(name, fs::read_to_string(&path)?);
    }
    let groups = files.remove("groups").ok_or("there is no data/groups.json")?;
    fs::write(package.join("gallery.json"), collect(&groups, &files)?.text)?;
    Ok(())
}
