//! The builder's commands. Each runs the other rooms from outside and knows none of their types,
//! so it compiles first and fast on a fresh clone.

mod apt;
mod archive;
mod bench;
mod bill;
mod browsers;
mod checksum;
mod child;
mod fuzz;
mod lighthouse;
mod load;
mod manual;
mod minify;
mod mutate;
mod npm;
mod npm_package;
mod package;
mod peers;
mod place;
mod plain;
mod project;
mod release;
mod reproduce;
mod shots;
mod site;
mod size;
mod tally;
mod tarball;
mod test;
mod tools;
mod vet;
mod wasm;
#[cfg(test)]
mod workflow;

use std::env;
use std::process::ExitCode;

use anyhow::{Result, bail};

struct Word {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const WORDS: &[Word] = &[
    Word { name: "tools", about: "install what building needs and is missing", run: tools::word },
    Word { name: "wasm", about: "compile the engine into target/wasm", run: wasm::word },
    Word {
        name: "build",
        about: "build the site into target/site [--compress, --base URL]",
        run: site::build_word,
    },
    Word {
        name: "serve",
        about: "build, then serve on localhost and reload [--port N]",
        run: site::serve_word,
    },
    Word {
        name: "test",
        about: "format, lint, documents, tests, oracle, content, engine, browser, package, markup, headless [STEP …]",
        run: test::word,
    },
    Word {
        name: "oracle",
        about: "hold the posteriors of the shipped graph against arithmetic in Python",
        run: test::oracle_word,
    },
    Word {
        name: "mutate",
        about: "weaken each red flag, or the code [of checker, belief, graph, posture], and count who notices",
        run: mutate::word,
    },
    Word {
        name: "fuzz",
        about: "give any bytes to every way in, ten minutes each [TARGET] [--seconds N]",
        run: fuzz::word,
    },
    Word {
        name: "size",
        about: "weigh what a page loads before the first question",
        run: size::word,
    },
    Word {
        name: "shots",
        about: "take pictures of the screens into target/shots [NAME, offline, or app for those that ship]",
        run: shots::word,
    },
    Word {
        name: "lighthouse",
        about: "let Lighthouse mark the pages a reader meets first",
        run: lighthouse::word,
    },
    Word {
        name: "load",
        about: "put the site behind nginx, and ask it for every file [COUNT]",
        run: load::word,
    },
    Word { name: "bench", about: "run the benchmarks", run: bench::word },
    Word {
        name: "peers",
        about: "measure engine, site and weight beside others' [engine, site, weight, --runs N, N articles…]",
        run: peers::word,
    },
    Word {
        name: "vet",
        about: "hold licences, sources and known faults of what we build on against crate/xtask/deny.toml [--offline]",
        run: vet::word,
    },
    Word {
        name: "bill",
        about: "list what ships and its licences, into target/dist",
        run: bill::word,
    },
    Word {
        name: "package",
        about: "build, and put the element into a zip for servers of others and a package for npm, in target/dist",
        run: package::word,
    },
    Word {
        name: "release",
        about: "vet, build, list and count up all that ships [--offline, --base URL]",
        run: release::word,
    },
    Word {
        name: "reproduce",
        about: "make a release twice, in two clean folders, and tell every file that differs",
        run: reproduce::word,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match obey(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        print_words();
        return Ok(());
    };
    let Some(word) = WORDS.iter().find(|word| word.name == name) else {
        print_words();
        bail!("`cargo xtask {name}` is not in the table above");
    };
    (word.run)(rest)
}

fn print_words() {
    for word in WORDS {
        println!("cargo xtask {:<10} {}", word.name, word.about);
    }
}
