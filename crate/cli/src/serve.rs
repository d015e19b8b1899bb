//! `serve`: the site on localhost. What somebody asks for is made then; what changes is read again, and pages reload.
//!
//! [`watch`] turns changes into events, and [`desk`] the requests of browsers. One thread has the content and works
//! through both, so that nothing is shared. What is wrong is told in the terminal and, by [`page`], on every page,
//! until it is mended.

mod desk;
mod page;
mod watch;

use std::collections::BTreeSet;
use std::path::{PathBuf, absolute};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::Result;
use backwise_cli::found::{self, Found};
use backwise_compiler::{Compiled, Date, Source, compile_after};
use tower_livereload::{LiveReloadLayer, Reloader};

use crate::check;
use crate::made::{Folders, Made};
use crate::serve::page::Part;

/// Changes within this time of each other are one.
const SETTLE: Duration = Duration::from_millis(80);

/// What there is to do.
pub enum Event {
    /// A browser wants what is at this path, and waits for it; nothing is at most paths.
    Asked(String, tokio::sync::oneshot::Sender<Option<Vec<u8>>>),
    /// Something changed, came or went here.
    Changed(PathBuf),
}

/// Serves and watches until it is stopped.
pub fn run(folders: Folders, port: u16, today: Date) -> Result<ExitCode> {
    let (tell, events) = channel();
    // Watched before it is read, so that no change falls between.
    let watcher = watch::watch(&[&folders.content, &folders.www], &tell)?;
    let (part, reload) = (Part::default(), LiveReloadLayer::new());
    let (source, compiled) = check::read(&folders.content, today)?;
    let room = Room {
        root: absolute(&folders.content)?,
        www: absolute(&folders.www)?,
        sound: None,
        compiled: Arc::new(compiled),
        source,
        folders,
        today,
        part: part.clone(),
        reloader: reload.reloader(),
    };
    std::thread::spawn(move || room.work(&events));
    let site = page::shown_on(desk::router(tell), part).layer(reload);
    let served = desk::serve(site, port);
    drop(watcher);
    served.map(|()| ExitCode::SUCCESS)
}

/// The content as it was read last, and whom to tell of it.
struct Room {
    folders: Folders,
    /// The content folder and the looks, as changes name them.
    root: PathBuf,
    www: PathBuf,
    today: Date,
    source: Source,
    compiled: Arc<Compiled>,
    /// The last content without errors: what is shown until the next is.
    sound: Option<Arc<Compiled>>,
    part: Part,
    reloader: Reloader,
}

impl Room {
    fn work(mut self, events: &Receiver<Event>) {
        let mut began = Instant::now();
        loop {
            if self.compiled.graph.is_some() {
                self.sound = Some(self.compiled.clone());
            }
            let shown = self.sound.clone();
            let graph = shown.as_ref().and_then(|shown| Some((&**shown, shown.graph.as_ref()?)));
            let folders = self.folders.clone();
            let made = graph.map(|(shown, graph)| Made::of(&folders, shown, graph, false));
            let made = made.transpose();
            self.tell(made.as_ref().err(), began);
            let Some(changed) = answer(events, made.ok().flatten().as_ref()) else { return };
            began = Instant::now();
            self.read_again(changed);
        }
    }

    /// Reads what changed, unless it is only how the site looks, which is read when it is asked for. A content that
    /// cannot be listed stays as it was, until something else changes.
    fn read_again(&mut self, mut changed: BTreeSet<PathBuf>) {
        let root = &self.root;
        changed.retain(|path| !path.starts_with(&self.www));
        if changed.is_empty() {
            return;
        }
        match self.source.after(root, &changed) {
            Ok(source) => {
                let compiled = compile_after(Some(&self.compiled), &source, self.today);
                (self.source, self.compiled) = (source, Arc::new(compiled));
            }
            Err(error) => eprintln!("error: `{}` could not be read: {error}", root.display()),
        }
    }

    /// Says what was found and how long it took to be ready, in the terminal and on the pages that are open.
    fn tell(&self, fault: Option<&anyhow::Error>, began: Instant) {
        let root = self.folders.content.display().to_string();
        let found = Found { root: &root, source: &self.source, compiled: &self.compiled };
        // Where nobody reads standard error, there is nobody to tell.
        check::tell(&found).ok();
        self.part
            .set(fault.map_or_else(|| found::html(&found), |it| found::fault(&format!("{it:#}"))));
        match (fault, &self.compiled.graph) {
            (Some(fault), _) => eprintln!("error: {fault:#}"),
            (None, Some(_)) => eprintln!("ready after {:.2} s", began.elapsed().as_secs_f32()),
            (None, None) => eprintln!("the site stays as it was until the errors above are mended"),
        }
        self.reloader.reload();
    }
}

/// Gives browsers what they ask for, until something has changed and settled; nothing when nobody will ask any more.
fn answer(events: &Receiver<Event>, made: Option<&Made<'_>>) -> Option<BTreeSet<PathBuf>> {
    let site = made.map(Made::site);
    let mut changed = BTreeSet::new();
    loop {
        let event = match changed.is_empty() {
            true => events.recv().ok()?,
            false => match events.recv_timeout(SETTLE) {
                Ok(event) => event,
                Err(_) => return Some(changed),
            },
        };
        match event {
            Event::Asked(path, reply) => {
                let page = || site.as_ref()?.file(&path).map(|file| file.bytes);
                let file = made.and_then(|made| beside(made, &path)).or_else(page);
                // Whoever asked may have gone.
                reply.send(file).ok();
            }
            Event::Changed(path) => _ = changed.insert(path),
        }
    }
}

/// The file at `path` that is no page; where it cannot be read, the terminal says so.
fn beside(made: &Made<'_>, path: &str) -> Option<Vec<u8>> {
    let files = made.beside().map(|files| files.into_iter().find(|it| it.path == path));
    let bytes = files.and_then(|file| file.map(|it| it.bytes()).transpose());
    bytes.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        None
    })
}
