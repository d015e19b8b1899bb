//! The built site behind nginx, configured by the file that we ship for it.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::{fs, io};

use tempfile::TempDir;

use crate::release::copy;
use crate::wait_for;

/// A server of its own, which ends when this is dropped.
pub struct Nginx {
    process: Child,
    address: SocketAddr,
    path: String,
    folder: TempDir,
}

impl Nginx {
    /// Serves a folder with `www/hosting/nginx.conf`, where only port and folder are another's. All around it is as
    /// nginx is delivered, with everything that it writes in a folder of its own.
    ///
    /// # Panics
    /// When there is no nginx, or it does not take our file.
    #[must_use]
    pub fn serve(site: &Path) -> Self {
        Self::serve_at("", site)
    }

    /// The same of a copy below a sub-path such as `/back`, with a `.gz` beside each file.
    ///
    /// # Panics
    /// As [`Nginx::serve`], and when there is no `gzip`.
    #[must_use]
    pub fn serve_at(path: &str, site: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let put = |name: &str, text: String| {
            fs::write(folder.path().join(name), text).expect("a file can be written");
        };
        let root = root(folder.path(), path, site);
        // Last of all, since others look for a free port too.
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.expect("this machine has a free port");
        put("server.conf", server(address, path, &root));
        put("nginx.conf", around(folder.path()));
        let mut command = Command::new("nginx");
        command.arg("-e").arg(folder.path().join("error.log"));
        command.arg("-c").arg(folder.path().join("nginx.conf"));
        let process = command.spawn().expect("`nginx` starts; install it where it is missing");
        let mut nginx = Self { process, address, path: path.to_owned(), folder };
        nginx.wait();
        nginx
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where the site's first page is, with a `/` at the end.
    #[must_use]
    pub fn home(&self) -> String {
        format!("http://{}{}/", self.address, self.path)
    }

    /// Everything that it complained about.
    ///
    /// # Errors
    /// When that cannot be read.
    pub fn complaints(&self) -> io::Result<String> {
        fs::read_to_string(self.folder.path().join("error.log"))
    }

    fn wait(&mut self) {
        wait_for(|| {
            let ended = self.process.try_wait().expect("a process of ours can be asked for");
            assert!(ended.is_none(), "nginx: {}", self.complaints().unwrap_or_default());
            TcpStream::connect(self.address)
        });
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Asked by a signal it ends its workers too; killed outright it would leave them.
        let id = self.process.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status();
        if asked.is_err() || self.process.wait().is_err() {
            eprintln!("nginx {id} may still be there");
        }
    }
}

/// The folder of a site, or one in which the site lies as deep as its path says.
fn root(folder: &Path, path: &str, site: &Path) -> PathBuf {
    let Some(path) = path.strip_prefix('/') else {
        return site.canonicalize().expect("the site is there");
    };
    let root = folder.join("root");
    let place = root.join(path);
    fs::create_dir_all(&place).expect("a folder can be made");
    copy(site, &place);
    let gzip = Command::new("gzip").args(["--keep", "--recursive"]).arg(place).status();
    assert!(gzip.is_ok_and(|it| it.success()), "`gzip` compresses what is there");
    root
}

fn server(address: SocketAddr, path: &str, root: &Path) -> String {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/hosting/nginx.conf");
    let text = fs::read_to_string(shipped).expect("the shipped file can be read");
    let ours = [
        ("listen 80;", format!("listen {address};")),
        ("root /srv/backwise;", format!("root \"{}\";", root.display())),
        ("set $backwise_path \"\";", format!("set $backwise_path \"{path}\";")),
    ];
    ours.iter().fold(text, |text, (shipped, ours)| {
        assert!(text.contains(shipped), "`{shipped}` is there to be replaced");
        text.replace(shipped, ours)
    })
}

fn around(folder: &Path) -> String {
    let id = Command::new("id").arg("-un").output().expect("`id` starts");
    let user = String::from_utf8_lossy(&id.stdout).trim().to_owned();
    let at = folder.display();
    format!(
        "daemon off;\nuser {user};\npid {at}/pid;\nworker_processes auto;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\n  include /etc/nginx/mime.types;\n  default_type application/octet-stream;\n  \
         sendfile on;\n  tcp_nopush on;\n  access_log off;\n  log_not_found off;\n  \
         client_body_temp_path {at}/body;\n  proxy_temp_path {at}/proxy;\n  \
         fastcgi_temp_path {at}/fastcgi;\n  uwsgi_temp_path {at}/uwsgi;\n  \
         scgi_temp_path {at}/scgi;\n  include {at}/server.conf;\n}}\n"
    )
}
