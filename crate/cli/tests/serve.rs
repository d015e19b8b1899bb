//! `serve` as a writer has it: the command itself, over HTTP, while a file changes.

mod folder;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use tempfile::TempDir;

/// A running server on a small content folder of its own, and each line that it prints.
struct Server {
    child: Child,
    folder: TempDir,
    address: String,
    lines: Receiver<String>,
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        folder::content(&folder.path().join("content"));
        let engine = folder.path().join("engine");
        fs::create_dir(&engine).expect("a folder can be made");
        fs::write(engine.join("ask.wasm"), []).expect("a file can be written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_backwise"))
            .args(["serve", "content", "--port", "0", "--engine", "engine", "--www"])
            .arg(root.join("www").canonicalize().expect("www is beside us"))
            .current_dir(folder.path())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let stderr = BufReader::new(child.stderr.take().expect("it was piped"));
        let (tell, lines) = channel();
        std::thread::spawn(move || {
            // Nobody listens any more once the test has ended.
            stderr.lines().map_while(Result::ok).for_each(|line| _ = tell.send(line));
        });
        let mut server = Self { child, folder, address: String::new(), lines };
        let line = server.wait_for("http://");
        let address = line.trim_start_matches("http://").split('/').next().expect("an address");
        server.address = address.to_owned();
        server
    }

    /// The next line that holds this; the test ends with the server if none ever comes.
    fn wait_for(&self, text: &str) -> String {
        self.lines.iter().find(|line| line.contains(text)).expect("the server told it")
    }

    /// Head and body of an answer.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("the server listens");
        let (soon, host) = ("Connection: close", &self.address);
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\n{soon}\r\n\
             If-Modified-Since: Fri, 31 Dec 2100 00:00:00 GMT\r\n\r\n"
        )
        .expect("it takes a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        (head.to_owned(), body.to_owned())
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.path().join("content").join(path), text).expect("it can be written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).expect("it can be read")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).expect("the server was still there");
    }
}

#[test]
fn a_mistake_stands_on_the_page_until_it_is_mended() {
    let server = Server::start();
    let (head, sound) = server.get("/structure/muscle.html");
    assert!(head.starts_with("HTTP/1.1 200") && !sound.contains("backwise-found"), "{head}");

    let page = server.read("content/structure/muscle.md");
    server.write("structure/muscle.md", &format!("{page}\nIt is near [[the-bladder|it]].\n"));
    server.wait_for("the site stays as it was");
    let (head, told) = server.get("/structure/muscle.html");
    assert!(head.contains("no-store"), "{head}");
    for part in ["backwise-found", "content/structure/muscle.md:7:12", "unknown-page", "Help: "] {
        assert!(told.contains(part), "{part} is not on the page: {told}");
    }
    assert!(told.contains("It moves the blade."), "the page before it is still there");
    assert!(!server.get("/style/tokens.css").1.contains("backwise-found"));

    server.write("structure/muscle.md", &page.replace("the blade", "the arm"));
    server.wait_for("ready after");
    let (_, mended) = server.get("/structure/muscle.html");
    assert!(mended.contains("It moves the arm.") && !mended.contains("backwise-found"));
}

#[test]
fn a_page_that_is_not_there_says_why() {
    let server = Server::start();
    server.write("structure/bone.md", "---\ntitle:\n---\n\nA bone.\n");
    server.wait_for("the site stays as it was");
    let (head, page) = server.get("/structure/bone.html");
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
    assert!(page.contains("`title` is empty"), "{page}");
}
