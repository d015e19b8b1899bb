//! `serve`: the built site on localhost, built anew and reloaded whenever content or www change.
//!
//! What is wrong is told in the terminal and, by [`page`], on every page, until it is mended.

mod page;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use axum::Router;
use backwise_cli::found::{self, Found};
use backwise_compiler::Date;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tower_http::services::ServeDir;
use tower_livereload::LiveReloadLayer;

use crate::build::{self, Folders};
use crate::check;
use crate::out::{self, Out, Updated};
use crate::serve::page::Part;

/// Changes within this time of each other are one.
const SETTLE: Duration = Duration::from_millis(80);

/// Builds, serves and watches until it is stopped.
pub fn run(folders: &Folders, port: u16, today: Date) -> Result<ExitCode> {
    // Watched before it is built, so that no change falls between.
    let (watcher, changes) = watch(&[&folders.content, &folders.www])?;
    let part = Part::default();
    build(folders, today)?.tell(&part);
    let reload = LiveReloadLayer::new();
    let reloader = reload.reloader();
    let (folders_of_thread, part_of_thread) = (folders.clone(), part.clone());
    std::thread::spawn(move || {
        while next(&changes) {
            turn(&folders_of_thread, today).tell(&part_of_thread);
            reloader.reload();
        }
    });
    let site = ServeDir::new(&folders.out).append_index_html_on_directories(true);
    let site = page::shown_on(Router::new().fallback_service(site), part).layer(reload);
    let served = serve(site, port);
    drop(watcher);
    served.map(|()| ExitCode::SUCCESS)
}

fn watch(folders: &[&Path]) -> Result<(RecommendedWatcher, Receiver<()>)> {
    let (tell, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is no change; and when nobody listens any more, the server is ending.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            tell.send(()).ok();
        }
    })
    .context("changes cannot be watched on this machine")?;
    for folder in folders {
        let what = || format!("`{}` could not be watched", folder.display());
        watcher.watch(folder, RecursiveMode::Recursive).with_context(what)?;
    }
    Ok((watcher, changes))
}

/// Waits for changes, and until they have settled; false when none will come any more.
fn next(changes: &Receiver<()>) -> bool {
    let came = changes.recv().is_ok();
    while changes.recv_timeout(SETTLE).is_ok() {}
    came
}

/// What came of building.
struct Turn {
    /// What pages show.
    part: String,
    /// What the terminal says when they show it.
    news: String,
}

impl Turn {
    fn tell(self, part: &Part) {
        part.set(self.part);
        eprintln!("{}", self.news);
    }
}

/// Builds again, whatever happens.
fn turn(folders: &Folders, today: Date) -> Turn {
    build(folders, today).unwrap_or_else(|error| {
        let message = format!("{error:#}");
        Turn { part: found::fault(&message), news: format!("error: {message}") }
    })
}

/// Builds once, and tells what was found.
fn build(folders: &Folders, today: Date) -> Result<Turn> {
    let began = Instant::now();
    let (source, compiled) = check::read(&folders.content, today)?;
    let root = folders.content.display().to_string();
    let found = Found { root: &root, source: &source, compiled: &compiled };
    check::tell(&found)?;
    let news = match &compiled.graph {
        Some(graph) => {
            let fill = |out: &Out| build::files(folders, &compiled, graph, out);
            let Updated { n, n_changed } = out::update(&folders.out, fill)?;
            let took = began.elapsed().as_secs_f32();
            format!("{n_changed} of {n} files changed, in {took:.2} s")
        }
        None => "the site stays as it was until the errors above are mended".to_owned(),
    };
    Ok(Turn { part: found::html(&found), news })
}

fn serve(site: Router, port: u16) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.context("the server could not be started")?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    runtime.block_on(async {
        let busy = || format!("port {port} is not free; name another with `--port`");
        let listener = tokio::net::TcpListener::bind(address).await.with_context(busy)?;
        eprintln!("\nhttp://{}/  (Ctrl+C ends it)", listener.local_addr()?);
        axum::serve(listener, site).await.context("the server ended")
    })
}
