//! Files that are written beside the answer.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ramplay_job::Generated;
use ramplay_text::Lang;

use crate::io_error::Failure;

/// Writes the least policy, one file for each document, and says where.
pub(super) fn policy(path: &Path, generated: &Generated, lang: Lang) -> Result<(), Failure> {
    for (number, document) in (1..).zip(&generated.documents) {
        let path = part(path, number);
        write(&path, &format!("{}\n", document.text))?;
        let path = path.display();
        match lang {
            Lang::En => anstream::eprintln!("the least policy is in `{path}`"),
            Lang::Zh => anstream::eprintln!("最小权限策略已写入 `{path}`"),
        }
    }
    if generated.documents.is_empty() {
        match lang {
            Lang::En => anstream::eprintln!("no policy is needed, so none is written"),
            Lang::Zh => anstream::eprintln!("无需任何策略，因此未写入文件"),
        }
    }
    Ok(())
}

/// The file of a part: `least.json`, `least-2.json`, …
pub(super) fn part(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

/// Writes users, policies and attachments, and says where.
pub(super) fn terraform(path: &Path, text: &str, lang: Lang) -> Result<(), Failure> {
    write(path, text)?;
    let path = path.display();
    match lang {
        Lang::En => anstream::eprintln!("the Terraform configuration is in `{path}`"),
        Lang::Zh => anstream::eprintln!("Terraform 配置已写入 `{path}`"),
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|cause| {
        Failure::writing(io::Error::new(cause.kind(), format!("{}: {cause}", path.display())))
    })
}
