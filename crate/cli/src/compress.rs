//! Each file of a site compressed as well, for servers that send what lies beside it.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use crate::build::Files;

/// Adds a `.br` and a `.gz` to each file that is not compressed already.
pub fn add(files: &mut Files) -> io::Result<()> {
    let all: Vec<_> = files.iter().filter(|(path, _)| !path.ends_with(".png")).collect();
    let added: Vec<_> = all.into_par_iter().map(|(path, bytes)| both(path, bytes)).collect();
    for pair in added {
        files.extend(pair?);
    }
    Ok(())
}

fn both(path: &str, bytes: &[u8]) -> io::Result<[(String, Vec<u8>); 2]> {
    Ok([(format!("{path}.br"), brotli(bytes)?), (format!("{path}.gz"), gzip(bytes)?)])
}

/// At the slowest setting, since it is done once and sent often.
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &settings)?;
    Ok(out)
}

/// Without the name and the hour, so that the same file gives the same bytes.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = GzBuilder::new().write(Vec::new(), Compression::best());
    out.write_all(bytes)?;
    out.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::add;
    use crate::build::Files;

    #[test]
    fn both_open_to_the_file_and_pictures_stay_alone() {
        let page = "<p>Sit upright.</p>".repeat(99).into_bytes();
        let texts = [("a.html".to_owned(), page), ("b/c.css".to_owned(), Vec::new())];
        let mut files = Files::from(texts.clone());
        files.insert("b/d.png".to_owned(), b"\x89PNG".to_vec());
        add(&mut files).expect("memory takes bytes");
        let paths: Vec<_> = files.keys().map(String::as_str).collect();
        let all =
            ["a.html", "a.html.br", "a.html.gz", "b/c.css", "b/c.css.br", "b/c.css.gz", "b/d.png"];
        assert_eq!(paths, all);
        for (path, bytes) in texts {
            let (mut opened, mut small) = (Vec::new(), &*files[&format!("{path}.br")]);
            brotli::BrotliDecompress(&mut small, &mut opened).expect("it is brotli");
            assert_eq!(opened, bytes, "{path}");
            let (mut opened, small) = (Vec::new(), &*files[&format!("{path}.gz")]);
            GzDecoder::new(small).read_to_end(&mut opened).expect("it is gzip");
            assert_eq!(opened, bytes, "{path}");
        }
    }
}
