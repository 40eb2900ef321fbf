//! One at a time: two commands must not install the same tool or write `dist` together.

use std::fs::{File, TryLockError};

use crate::error::{Error, Result};
use crate::progress::say;
use crate::project;

/// Held while something shared is written; given back when dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

/// Waits until no other command holds the lock.
pub(crate) fn acquire() -> Result<Lock> {
    let path = project::target().join("xtask.lock");
    project::create_folder(&project::target())?;
    let failed = |error: std::io::Error| Error::new(format!("cannot lock {}: {error}", path.display()));
    let file = File::create(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            say("    waiting for another `cargo xtask` to finish");
            file.lock().map_err(failed)?;
        }
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    Ok(Lock { _file: file })
}
