//! A file of a site compressed as well, for servers that send what lies beside it.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// Whether the file at `path` holds compressed bytes as it is.
pub fn is_already(path: &str) -> bool {
    path.ends_with(".png")
}

/// At the slowest setting, since it is done once and sent often.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &settings)?;
    Ok(out)
}

/// Without the name and the hour, so that the same file gives the same bytes.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = GzBuilder::new().write(Vec::new(), Compression::best());
    out.write_all(bytes)?;
    out.finish()
}
