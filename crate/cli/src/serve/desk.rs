//! The requests of browsers, each handed on as an event, and its answer.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc::Sender;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tokio::sync::oneshot;

use crate::serve::Event;

/// Answers every path with what whoever has the content makes of it.
pub fn router(tell: Sender<Event>) -> Router {
    Router::new().fallback(answer).with_state(tell)
}

async fn answer(State(tell): State<Sender<Event>>, uri: Uri) -> Response {
    let path = match uri.path().trim_start_matches('/') {
        "" => "index.html".to_owned(),
        path => path.to_owned(),
    };
    let kind = mime_guess::from_path(&path).first_or_octet_stream();
    match ask(&tell, path).await {
        Some(bytes) => ([(CONTENT_TYPE, kind.essence_str())], bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Nothing, too, when nobody is there to answer: the server is ending.
async fn ask(tell: &Sender<Event>, path: String) -> Option<Vec<u8>> {
    let (reply, answer) = oneshot::channel();
    tell.send(Event::Asked(path, reply)).ok()?;
    answer.await.ok()?
}

/// Serves on localhost until it is stopped.
pub fn serve(site: Router, port: u16) -> Result<()> {
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
