//! What `serve` adds to pages while something is wrong. No file of the site holds it.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, IF_MODIFIED_SINCE, IF_NONE_MATCH,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};

/// HTML that every page shows, written by whoever builds and read by whoever serves.
#[derive(Clone, Default)]
pub struct Part(Arc<Mutex<String>>);

impl Part {
    /// From now on pages show this; nothing when it is empty.
    pub fn set(&self, html: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = html;
    }

    fn get(&self) -> String {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The site with the part on every page.
pub fn shown_on(site: Router, part: Part) -> Router {
    site.layer(from_fn_with_state(part, show))
}

async fn show(State(part): State<Part>, mut request: Request, next: Next) -> Response {
    // A file that did not change may show another part than before, so no copy of it is good.
    [IF_MODIFIED_SINCE, IF_NONE_MATCH].iter().for_each(|it| drop(request.headers_mut().remove(it)));
    let response = next.run(request).await;
    let mut response = with(response, &part.get()).await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn with(response: Response, part: &str) -> Response {
    if part.is_empty() {
        return response;
    }
    if response.status() == StatusCode::NOT_FOUND {
        let page =
            format!("<!doctype html><title>Not built</title><p>This page is not there.</p>{part}");
        return (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "text/html; charset=utf-8")], page)
            .into_response();
    }
    let is_page = |kind: &HeaderValue| kind.as_bytes().starts_with(b"text/html");
    if !response.headers().get(CONTENT_TYPE).is_some_and(is_page) {
        return response;
    }
    let (mut head, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(page) => {
            head.headers.remove(CONTENT_LENGTH);
            Response::from_parts(head, Body::from(put(&page, part)))
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// The part before the end of the page's body.
fn put(page: &Bytes, part: &str) -> Vec<u8> {
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|it| it == end).unwrap_or(page.len());
    [&page[..at], part.as_bytes(), &page[at..]].concat()
}
