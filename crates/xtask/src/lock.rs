//! One at a time: two commands must not install the same tool or write `dist` together.

use std::fs::{File, TryLockError};
use std::io;

use crate::error::{Error, Result};
use crate::progress::say;
use crate::project;

/// What only one command at a time may touch.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shared {
    /// The tools, while they are looked for and installed.
    Tools,
    /// The folder `dist`, while it is written or used.
    Site,
}

/// Held while something shared is used; given back when dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

/// Waits until no other command uses it.
pub(crate) fn acquire(shared: Shared) -> Result<Lock> {
    let name = match shared {
        Shared::Tools => "xtask-tools.lock",
        Shared::Site => "xtask-site.lock",
    };
    let path = project::target().join(name);
    project::create_folder(&project::target())?;
    let failed = |error: io::Error| Error::new(format!("cannot lock {}: {error}", path.display()));
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
