//! Many readers at once: `load SITE COUNT` asks nginx for every file of a built site, again and again.
//!
//! Each answer is held against the file, byte by byte, and against what every answer must say. Now and then somebody
//! asks for a page that is not there. It fails when one answer is wrong; no time is.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use std::{env, fs, thread};

use backwise_tests::nginx::Nginx;

/// Readers who ask at the same time, each on a connection that stays open.
const READERS: usize = 32;

/// Of so many requests, one is for what is not there.
const ASTRAY: usize = 100;

/// What every answer must say.
const HEADERS: [&str; 4] =
    ["content-security-policy", "x-content-type-options", "referrer-policy", "cache-control"];

/// What may be asked for, and what is sent for it.
struct Page {
    path: String,
    status: u16,
    plain: Vec<u8>,
    /// Compressed beforehand, where it was.
    gzip: Option<Vec<u8>>,
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [site, count] = &arguments[..] else { panic!("load SITE COUNT") };
    let (site, count) = (PathBuf::from(site), count.parse().expect("COUNT is a number"));
    let pages = pages(&site).expect("the site can be read");
    let nginx = Nginx::serve(&site);
    let start = Instant::now();
    let (times, wrong) = ask_all(nginx.address(), &pages, count);
    report(pages.len() - 1, times, &wrong, start.elapsed().as_secs_f64());
    let complaints = nginx.complaints().expect("its complaints can be read");
    print!("{complaints}");
    if wrong.is_empty() && complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Every file, and last a page that is not there.
fn pages(site: &Path) -> io::Result<Vec<Page>> {
    let mut files = Vec::new();
    list(site, &mut files)?;
    files.sort();
    let compressed = |file: &Path| file.extension().is_some_and(|it| it == "br" || it == "gz");
    let mut pages = Vec::new();
    for file in files.iter().filter(|file| !compressed(file)) {
        let path = file.strip_prefix(site).expect("it lies there").to_string_lossy();
        let gzip = fs::read(format!("{}.gz", file.display())).ok();
        pages.push(Page { path: format!("/{path}"), status: 200, plain: fs::read(file)?, gzip });
    }
    let plain = fs::read(site.join("404.html"))?;
    let gzip = fs::read(site.join("404.html.gz")).ok();
    pages.push(Page { path: "/no/such/page.html".into(), status: 404, plain, gzip });
    Ok(pages)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// Milliseconds of each answer, and what was wrong with any.
fn ask_all(address: SocketAddr, pages: &[Page], count: usize) -> (Vec<f64>, Vec<String>) {
    let turn = AtomicUsize::new(0);
    let reader = || {
        let (mut times, mut wrong, mut open) = (Vec::new(), Vec::new(), None);
        loop {
            let at = turn.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                return (times, wrong);
            }
            let (page, start) = (page(pages, at), Instant::now());
            let answer = ask(address, &mut open, page, at.is_multiple_of(2));
            times.push(start.elapsed().as_secs_f64() * 1e3);
            let judged = answer.map_err(|error| error.to_string()).and_then(|it| judge(page, &it));
            wrong.extend(judged.err().map(|fault| format!("{}: {fault}", page.path)));
        }
    };
    thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS).map(|_| scope.spawn(reader)).collect();
        let all = readers.into_iter().map(|reader| reader.join().expect("it comes to an end"));
        all.fold((Vec::new(), Vec::new()), |(mut times, mut wrong), more| {
            times.extend(more.0);
            wrong.extend(more.1);
            (times, wrong)
        })
    })
}

fn page(pages: &[Page], at: usize) -> &Page {
    let (astray, there) = pages.split_last().expect("one is not there");
    if at % ASTRAY == ASTRAY - 1 { astray } else { &there[at % there.len()] }
}

fn ask(
    address: SocketAddr,
    open: &mut Option<BufReader<TcpStream>>,
    page: &Page,
    compressed: bool,
) -> io::Result<Answer> {
    let mut stream = match open.take() {
        Some(stream) => stream,
        None => BufReader::new(TcpStream::connect(address)?),
    };
    let accept = if compressed { "accept-encoding: gzip\r\n" } else { "" };
    let request = format!("GET {} HTTP/1.1\r\nhost: localhost\r\n{accept}\r\n", page.path);
    // At once: what comes in pieces waits for nginx to say that it has the first, which takes it 40 ms.
    stream.get_mut().write_all(request.as_bytes())?;
    let answer = hear(&mut stream)?;
    let goes_on = answer.headers.get("connection").is_none_or(|word| word != "close");
    *open = goes_on.then_some(stream);
    Ok(answer)
}

fn hear(stream: &mut BufReader<TcpStream>) -> io::Result<Answer> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or_default();
    let mut headers = BTreeMap::new();
    loop {
        line.clear();
        if stream.read_line(&mut line)? <= 2 {
            break;
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.to_lowercase(), value.trim().to_owned());
        }
    }
    let length = headers.get("content-length").and_then(|it| it.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(Answer { status, headers, body })
}

/// Whether the answer is the page, and says what every answer must.
fn judge(page: &Page, answer: &Answer) -> Result<(), String> {
    let is_gzip = answer.headers.get("content-encoding").is_some_and(|it| it == "gzip");
    let due = if is_gzip { page.gzip.as_ref() } else { Some(&page.plain) };
    if answer.status != page.status {
        return Err(format!("status {} in place of {}", answer.status, page.status));
    }
    if due != Some(&answer.body) {
        return Err(format!("{} bytes that are not the file's", answer.body.len()));
    }
    match HEADERS.iter().find(|name| !answer.headers.contains_key(**name)) {
        Some(name) => Err(format!("no `{name}`")),
        None => Ok(()),
    }
}

fn report(n_files: usize, mut times: Vec<f64>, wrong: &[String], seconds: f64) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    wrong.iter().take(20).for_each(|fault| println!("{fault}"));
    println!(
        "{} requests for {n_files} files, {READERS} at a time: {} wrong\n\
         {seconds:.1} s, {:.0} a second; median {:.1} ms, 99 of 100 within {:.1} ms, most {:.1} ms",
        times.len(),
        wrong.len(),
        times.len() as f64 / seconds,
        at(0.5),
        at(0.99),
        at(1.0)
    );
}
