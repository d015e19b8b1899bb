//! What a server should send with the site, said once: the browser tests are served with it, and the files for hosts
//! in `www/hosting` are written from it.

use std::fmt::Write as _;

/// Sent with every file.
pub const HEADERS: [(&str, &str); 4] = [
    (
        "content-security-policy",
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    // Nothing has a hash in its name: a browser asks whether it is still the same, and keeps it.
    ("cache-control", "no-cache"),
];

/// Sent with the folder of the tags too, so that pages of other origins can load them.
pub const ELSEWHERE: (&str, &str) = ("access-control-allow-origin", "*");

/// The folder that it is sent with.
pub const ELEMENT: &str = "backwise";

/// What some hosts do not know of themselves: how a file ends, and its type.
pub const TYPES: [(&str, &str); 3] = [
    ("wasm", "application/wasm"),
    ("bwg", "application/octet-stream"),
    ("webmanifest", "application/manifest+json"),
];

/// The files for hosts, by name.
#[must_use]
pub fn files() -> [(&'static str, String); 3] {
    [("_headers", netlify()), ("nginx.conf", nginx()), ("Caddyfile", caddy())]
}

/// How hosts such as Netlify and Cloudflare read it, from the root of what is served.
fn netlify() -> String {
    let mut text =
        "# For hosts that read a file of this name at the root of what they serve, where the site must be too.\n".to_owned();
    let mut block = |path: &str, headers: &[(&str, &str)]| {
        let lines = headers.iter().map(|(name, value)| format!("  {name}: {value}\n"));
        write!(text, "{path}\n{}", lines.collect::<String>()).expect("strings take text");
    };
    block("/*", &HEADERS);
    block(&format!("/{ELEMENT}/*"), &[ELSEWHERE]);
    for (end, kind) in TYPES {
        block(&format!("/*.{end}"), &[("content-type", kind)]);
    }
    text
}

/// For the folder of sites, inside `http`.
fn nginx() -> String {
    let headers =
        HEADERS.iter().map(|(name, value)| format!("  add_header {name} \"{value}\" always;\n"));
    let kinds = TYPES.iter().map(|(end, kind)| {
        format!("  location ~ \\.{end}$ {{ types {{ }} default_type {kind}; }}\n")
    });
    let (name, value) = ELSEWHERE;
    format!(
        "# One server of nginx, as in conf.d/backwise.conf. A header without a value is not sent.\n\
         map $uri $backwise_elsewhere {{\n  default \"\";\n  ~/{ELEMENT}/ \"{value}\";\n}}\n\n\
         server {{\n  listen 80;\n  root /srv/backwise;\n  \
         # Below a sub-path: \"/back\", with the files in /srv/backwise/back.\n  set $backwise_path \"\";\n  \
         error_page 404 $backwise_path/404.html;\n  gzip_static on;\n  gzip_vary on;\n  \
         # brotli_static on; where nginx has ngx_brotli.\n\n{}  add_header {name} $backwise_elsewhere always;\n\n{}}}\n",
        headers.collect::<String>(),
        kinds.collect::<String>(),
    )
}

fn caddy() -> String {
    let headers = HEADERS.iter().map(|(name, value)| format!("\t\t{name} \"{value}\"\n"));
    let kinds = TYPES.iter().map(|(end, kind)| format!("\theader *.{end} content-type {kind}\n"));
    let (name, value) = ELSEWHERE;
    format!(
        "# Put your own name in place of example.org. Below a sub-path: /back/404.html, with the files in /srv/backwise/back.\n\
         example.org {{\n\troot * /srv/backwise\n\t\
         file_server {{\n\t\tprecompressed br gzip\n\t}}\n\theader {{\n{}\t}}\n\theader */{ELEMENT}/* {name} \"{value}\"\n{}\t\
         handle_errors {{\n\t\trewrite * /404.html\n\t\tfile_server\n\t}}\n}}\n",
        headers.collect::<String>(),
        kinds.collect::<String>(),
    )
}
