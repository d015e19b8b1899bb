//! Scripts that run in every page before its own, where the browser takes none: the site puts them there, and hears
//! what they tell.

use std::sync::Mutex;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// A page comes with this after its first line. Every policy lets it in that lets in a site's own scripts.
const TAG: &str = "<script src=\"/.prepared.js\"></script>";

#[derive(Default)]
pub struct Prepared {
    scripts: Mutex<Vec<String>>,
    heard: Mutex<Vec<String>>,
}

impl Prepared {
    pub fn add(&self, script: &str) {
        self.scripts.lock().expect(CALM).push(script.to_owned());
    }

    /// What was told since this was last asked.
    pub fn take_heard(&self) -> Vec<String> {
        std::mem::take(&mut self.heard.lock().expect(CALM))
    }

    pub async fn answer(&self, incoming: Request, next: Next) -> Response {
        match incoming.uri().path() {
            "/.prepared.js" => self.script().into_response(),
            "/.heard" if incoming.method() == Method::POST => self.hear(incoming).await,
            _ if self.script().1.is_empty() || !is_page(incoming.headers()) => {
                next.run(incoming).await
            }
            _ => with_tag(incoming, next).await,
        }
    }

    fn script(&self) -> ([(header::HeaderName, &'static str); 1], String) {
        let script = self.scripts.lock().expect(CALM).join("\n");
        ([(header::CONTENT_TYPE, "text/javascript")], script)
    }

    async fn hear(&self, incoming: Request) -> Response {
        let words = to_bytes(incoming.into_body(), usize::MAX).await.expect("it is sent whole");
        self.heard.lock().expect(CALM).push(String::from_utf8_lossy(&words).into_owned());
        StatusCode::NO_CONTENT.into_response()
    }
}

const CALM: &str = "nothing panics while it is taken";

/// What a browser shows is asked for as a page; what a worker keeps, and holds against its hash, is not.
fn is_page(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

async fn with_tag(mut incoming: Request, next: Next) -> Response {
    // As it is, and whole.
    incoming.headers_mut().remove(header::ACCEPT_ENCODING);
    incoming.headers_mut().remove(header::IF_MODIFIED_SINCE);
    incoming.headers_mut().remove(header::IF_NONE_MATCH);
    let (mut parts, body) = next.run(incoming).await.into_parts();
    let text = to_bytes(body, usize::MAX).await.expect("a file can be read");
    let text = String::from_utf8_lossy(&text);
    parts.headers.remove(header::CONTENT_LENGTH);
    // Nobody may take it for the file.
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let text = match text.split_once("<!doctype html>") {
        Some(("", page)) => format!("<!doctype html>{TAG}{page}"),
        _ => text.into_owned(),
    };
    Response::from_parts(parts, Body::from(text))
}
