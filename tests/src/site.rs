//! The built site on a port of its own, with a record of every request.

use std::any::Any;
use std::env;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use axum::Router;
use axum::extract::Request as Incoming;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use tokio::runtime;
use tokio::sync::{oneshot, watch};
use tower_http::services::{ServeDir, ServeFile};

use crate::fault::{Fault, Faults};
use crate::nginx::Nginx;
use crate::prepared::Prepared;
use crate::wait_until;

pub struct Site {
    /// Where its first page is, with a `/` at the end.
    home: String,
    address: SocketAddr,
    record: Record,
    held: watch::Sender<Option<String>>,
    faults: Arc<Faults>,
    prepared: Arc<Prepared>,
    /// The server ends when this is dropped.
    end: Mutex<Option<Box<dyn Any + Send>>>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub status: u16,
}

type Record = Arc<Mutex<Vec<Request>>>;

impl Site {
    pub fn built() -> Self {
        Self::serve(&Self::folder())
    }

    /// The folder that `cargo xtask build` fills, or the one that `BACKWISE_SITE` names.
    pub fn folder() -> PathBuf {
        let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/site");
        let folder = env::var_os("BACKWISE_SITE").map_or_else(usual, PathBuf::from);
        assert!(
            folder.join("index.html").is_file(),
            "{}: has no index.html; run `cargo xtask build`",
            folder.display()
        );
        folder
    }

    pub fn serve(folder: &Path) -> Self {
        Self::with_headers(folder, &[])
    }

    /// Sent with these headers, as a host may.
    pub fn with_headers(folder: &Path, headers: &[(&'static str, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("this machine has a free port");
        let address = listener.local_addr().expect("a bound port has an address");
        listener.set_nonblocking(true).expect("a new socket accepts this setting");
        let record = Record::default();
        let (held, holding) = watch::channel(None);
        let headers = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        let (prepared, faults) = (Arc::new(Prepared::default()), Arc::new(Faults::default()));
        let router = router(folder, record.clone(), holding, headers.collect(), faults.clone());
        let router = with_scripts(router, prepared.clone());
        let (end, ended) = oneshot::channel();
        thread::spawn(move || run(listener, router, ended));
        let home = format!("http://{address}/");
        let end: Box<dyn Any + Send> = Box::new(end);
        Self { home, address, record, held, faults, prepared, end: Mutex::new(Some(end)) }
    }

    /// Behind nginx. It writes no record of requests, holds none back, and puts no scripts into pages.
    pub fn behind(nginx: Nginx) -> Self {
        Self {
            home: nginx.home(),
            address: nginx.address(),
            record: Record::default(),
            held: watch::channel(None).0,
            faults: Arc::default(),
            prepared: Arc::default(),
            end: Mutex::new(Some(Box::new(nginx))),
        }
    }

    /// The address of a path, which begins with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.home.trim_end_matches('/'))
    }

    /// Lets whoever asks for this path wait.
    pub fn hold(&self, path: &str) {
        self.held.send_replace(Some(path.to_owned()));
    }

    /// Answers those that wait.
    pub fn release(&self) {
        self.held.send_replace(None);
    }

    /// From now on whoever asks for this path is answered as by a host at fault.
    pub fn fail(&self, path: &str, fault: Fault) {
        self.faults.set(path, fault);
    }

    /// Puts a script into every page from now on, before the page's own.
    pub fn prepare(&self, script: &str) {
        self.prepared.add(script);
    }

    /// What such scripts have told since this was last asked.
    pub fn take_heard(&self) -> Vec<String> {
        self.prepared.take_heard()
    }

    /// Ends the server: from now on nobody answers at its address.
    pub fn stop(&self) {
        self.end.lock().expect("nothing panics while it is taken").take();
        wait_until("the server's end", || TcpStream::connect(self.address).is_err());
    }

    /// Everything asked for since the start, in the order of the answers.
    pub fn requests(&self) -> Vec<Request> {
        self.record.lock().expect("no request panics while it is written down").clone()
    }
}

fn router(
    folder: &Path,
    record: Record,
    held: watch::Receiver<Option<String>>,
    headers: Vec<(HeaderName, HeaderValue)>,
    faults: Arc<Faults>,
) -> Router {
    let missing = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let files = files.not_found_service(missing);
    let write_down = from_fn(move |incoming: Incoming, next: Next| {
        let (record, mut held, headers) = (record.clone(), held.clone(), headers.clone());
        let faults = faults.clone();
        let (method, path) = (incoming.method().to_string(), incoming.uri().to_string());
        async move {
            // It fails only when the site is gone, and nobody waits then.
            held.wait_for(|held| held.as_deref() != Some(&path)).await.ok();
            let mut response = faults.spoil(&path, next.run(incoming).await).await;
            response.headers_mut().extend(headers);
            let status = response.status().as_u16();
            let mut record = record.lock().expect("no request panics while it is written down");
            record.push(Request { method, path, status });
            response
        }
    });
    Router::new().fallback_service(files).layer(write_down)
}

/// What scripts ask for and tell is no request of a page.
fn with_scripts(router: Router, prepared: Arc<Prepared>) -> Router {
    router.layer(from_fn(move |incoming: Incoming, next: Next| {
        let prepared = prepared.clone();
        async move { prepared.answer(incoming, next).await }
    }))
}

fn run(listener: TcpListener, router: Router, ended: oneshot::Receiver<()>) {
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a thread can have a runtime").block_on(async {
        let listener =
            tokio::net::TcpListener::from_std(listener).expect("the socket does not block");
        let server = axum::serve(listener, router).into_future();
        tokio::select! {
            outcome = server => outcome.expect("the server goes on until told to end"),
            _ = ended => {}
        }
    });
}
