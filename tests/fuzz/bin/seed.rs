//! Writes what a fuzzer begins with: `seed FOLDER`, and there a folder for each target.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args().nth(1).expect("seed FOLDER"));
    for (target, seeds) in backwise_fuzz::seed::seeds() {
        fs::create_dir_all(folder.join(target))?;
        for (at, bytes) in seeds.iter().enumerate() {
            fs::write(folder.join(target).join(format!("seed-{at:03}")), bytes)?;
        }
    }
    Ok(())
}
