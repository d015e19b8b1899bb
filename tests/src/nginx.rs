//! The built site behind nginx, configured by the file that we ship for it.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;
use std::{fs, io};

use tempfile::TempDir;

/// A server of its own, which ends when this is dropped.
pub struct Nginx {
    process: Child,
    address: SocketAddr,
    folder: TempDir,
}

/// Looks for it, a twentieth of a second apart.
const LOOKS: u32 = 200;

impl Nginx {
    /// Serves a folder with `www/hosting/nginx.conf`, where only port and folder are another's. All around it is as
    /// nginx is delivered, with everything that it writes in a folder of its own.
    ///
    /// # Panics
    /// When there is no nginx, or it does not take our file.
    #[must_use]
    pub fn serve(site: &Path) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.expect("this machine has a free port");
        let folder = tempfile::tempdir().expect("a folder can be made");
        let put = |name: &str, text: String| {
            fs::write(folder.path().join(name), text).expect("a file can be written");
        };
        put("server.conf", server(address, site));
        put("nginx.conf", around(folder.path()));
        let mut command = Command::new("nginx");
        command.arg("-e").arg(folder.path().join("error.log"));
        command.arg("-c").arg(folder.path().join("nginx.conf"));
        let process = command.spawn().expect("`nginx` starts; install it where it is missing");
        let mut nginx = Self { process, address, folder };
        nginx.wait();
        nginx
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Everything that it complained about.
    ///
    /// # Errors
    /// When that cannot be read.
    pub fn complaints(&self) -> io::Result<String> {
        fs::read_to_string(self.folder.path().join("error.log"))
    }

    fn wait(&mut self) {
        for _ in 0..LOOKS {
            if TcpStream::connect(self.address).is_ok() {
                return;
            }
            let ended = self.process.try_wait().expect("a process of ours can be asked for");
            assert!(ended.is_none(), "nginx: {}", self.complaints().unwrap_or_default());
            thread::sleep(Duration::from_millis(50));
        }
        panic!("nginx does not listen: {}", self.complaints().unwrap_or_default());
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

fn server(address: SocketAddr, site: &Path) -> String {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/hosting/nginx.conf");
    let text = fs::read_to_string(shipped).expect("the shipped file can be read");
    let site = site.canonicalize().expect("the site is there");
    let (port, root) = ("listen 80;", "root /srv/backwise;");
    assert!(text.contains(port) && text.contains(root), "both are there to be replaced");
    text.replace(port, &format!("listen {address};"))
        .replace(root, &format!("root \"{}\";", site.display()))
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
