//! What hosts do wrong with a file.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use futures_util::stream;

/// What becomes of one file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// Half of it came when it was uploaded.
    Half,
    /// A page of the host's comes in its place, and is said to be the right answer.
    Page,
    /// It is said to be bytes of no kind.
    Untyped,
    /// It comes byte by byte, one a second.
    Drip,
}

/// Of a site, by path.
#[derive(Default)]
pub struct Faults(Mutex<BTreeMap<String, Fault>>);

const PAGE: &str = "<!doctype html><title>Welcome</title><p>There is nothing here yet.";

impl Faults {
    pub fn set(&self, path: &str, fault: Fault) {
        self.0.lock().expect(CALM).insert(path.to_owned(), fault);
    }

    pub async fn spoil(&self, path: &str, sound: Response) -> Response {
        let fault = self.0.lock().expect(CALM).get(path).copied();
        match fault {
            None => sound,
            Some(Fault::Missing) => (StatusCode::NOT_FOUND, Html(PAGE)).into_response(),
            Some(Fault::Page) => Html(PAGE).into_response(),
            Some(Fault::Untyped) => {
                let (mut parts, body) = sound.into_parts();
                let none = HeaderValue::from_static("application/octet-stream");
                parts.headers.insert(header::CONTENT_TYPE, none);
                Response::from_parts(parts, body)
            }
            Some(Fault::Half) => {
                with_body(sound, |bytes| bytes.slice(..bytes.len() / 2).into()).await
            }
            Some(Fault::Drip) => with_body(sound, drip).await,
        }
    }
}

const CALM: &str = "nothing panics while it is taken";

async fn with_body(sound: Response, make: impl FnOnce(Bytes) -> Body) -> Response {
    let (mut parts, body) = sound.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a file can be read");
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, make(bytes))
}

fn drip(bytes: Bytes) -> Body {
    Body::from_stream(stream::unfold(bytes, |mut left| async move {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let next = (!left.is_empty()).then(|| left.split_to(1))?;
        Some((Ok::<_, std::convert::Infallible>(next), left))
    }))
}
