//! `serve`: the built site on localhost, built anew and reloaded whenever content or www change.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use backwise_compiler::Date;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tower_http::services::ServeDir;
use tower_livereload::{LiveReloadLayer, Reloader};

use crate::build::{self, Folders};
use crate::check;

/// Changes within this time of each other are one.
const SETTLE: Duration = Duration::from_millis(80);

/// Builds, serves and watches until it is stopped.
pub fn run(folders: &Folders, port: u16, today: Date) -> Result<ExitCode> {
    build::run(folders, today)?;
    let (watcher, changes) = watch(&[&folders.content, &folders.www])?;
    let reload = LiveReloadLayer::new();
    let reloader = reload.reloader();
    let (kept, folders_of_thread) = (watcher, folders.clone());
    std::thread::spawn(move || rebuild(&folders_of_thread, today, &changes, &reloader));
    let site = ServeDir::new(&folders.out).append_index_html_on_directories(true);
    let served = serve(Router::new().fallback_service(site).layer(reload), port);
    drop(kept);
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

fn rebuild(folders: &Folders, today: Date, changes: &Receiver<()>, reloader: &Reloader) {
    while changes.recv().is_ok() {
        while changes.recv_timeout(SETTLE).is_ok() {}
        let built = check::report(&folders.content, today).and_then(|c| build::write(folders, &c));
        match built {
            Ok(Some(_)) => reloader.reload(),
            Ok(None) => eprintln!("the site stays as it was until the errors above are mended"),
            Err(error) => eprintln!("error: {error:#}"),
        }
    }
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
