//! A proxy that lets nobody through, and writes down where they wanted to go.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

pub struct Gate {
    address: SocketAddr,
    wanted: Arc<Mutex<Vec<String>>>,
}

impl Gate {
    /// It stands until the tests end.
    pub fn build() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("this machine has a free port");
        let address = listener.local_addr().expect("a bound port has an address");
        let wanted = Arc::default();
        let record = Arc::clone(&wanted);
        thread::spawn(move || listener.incoming().flatten().for_each(|it| refuse(it, &record)));
        Self { address, wanted }
    }

    /// For a browser: everything but what this machine serves goes by here.
    pub fn proxy(&self) -> Value {
        let address = self.address.to_string();
        json!({ "proxyType": "manual", "httpProxy": address, "sslProxy": address, "noProxy": ["127.0.0.1"] })
    }

    /// Every address that was asked for, once, in the order of the alphabet.
    pub fn wanted(&self) -> Vec<String> {
        let mut wanted = self.wanted.lock().expect("nothing panics while it is taken").clone();
        wanted.sort();
        wanted.dedup();
        wanted
    }
}

fn refuse(mut stream: TcpStream, record: &Mutex<Vec<String>>) {
    // Some browsers speak first in secret, which is no line: that somebody came is enough.
    stream.set_read_timeout(Some(Duration::from_secs(1))).expect("a second is some time");
    let mut line = String::new();
    let read = BufReader::new(&stream).read_line(&mut line);
    let address = line.split_whitespace().nth(1).filter(|_| read.is_ok());
    let address = address.unwrap_or("somebody, in secret").to_owned();
    record.lock().expect("nothing panics while it is taken").push(address);
    // Whoever has gone by now needs no answer.
    stream
        .write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        .ok();
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::Gate;

    #[test]
    fn who_comes_back_is_named_once() {
        let gate = Gate::build();
        for address in ["http://b.example/", "http://a.example/", "http://b.example/"] {
            let mut stream = TcpStream::connect(gate.address).expect("the gate stands");
            write!(stream, "GET {address} HTTP/1.1\r\n").expect("the gate listens");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("the gate answers");
            assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");
        }
        assert_eq!(gate.wanted(), ["http://a.example/", "http://b.example/"]);
    }
}
