//! What changes in folders, as events.

use std::path::Path;
use std::sync::mpsc::Sender;

use anyhow::{Context, Result};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::serve::Event;

/// Tells each change in these folders, until it is dropped.
pub fn watch(folders: &[&Path], tell: &Sender<Event>) -> Result<RecommendedWatcher> {
    let tell = tell.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is no change; and when nobody listens any more, the server is ending.
        let changes = event.into_iter().filter(|event| !event.kind.is_access());
        changes.flat_map(|event| event.paths).for_each(|path| _ = tell.send(Event::Changed(path)));
    })
    .context("changes cannot be watched on this machine")?;
    for folder in folders {
        let what = || format!("`{}` could not be watched", folder.display());
        watcher.watch(folder, RecursiveMode::Recursive).with_context(what)?;
    }
    Ok(watcher)
}
