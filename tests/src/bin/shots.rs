//! Takes pictures of the screens: `shots FOLDER [NAME]`. To add one, add a row.

use std::path::PathBuf;
use std::{env, fs, io};

use backwise_tests::{Browser, Screen};

struct Shot {
    name: &'static str,
    path: &'static str,
    steps: &'static [Step],
}

/// What is done on a page before its picture is taken. Elements are found as by `Browser::find`.
#[allow(dead_code, reason = "the table below is where steps are chosen from")]
enum Step {
    Click(&'static str),
    Press(&'static str),
    /// Waits until this is there.
    See(&'static str),
}

const SHOTS: &[Shot] = &[Shot { name: "home", path: "/", steps: &[] }];

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| "target/shots".into()));
    let name = arguments.next();
    fs::create_dir_all(&folder)?;
    let browser = Browser::start();
    for shot in SHOTS.iter().filter(|shot| name.as_ref().is_none_or(|name| name == shot.name)) {
        for screen in Screen::ALL {
            let file = folder.join(format!("{}-{screen}.png", shot.name));
            fs::write(&file, take(&browser, shot, screen))?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

fn take(browser: &Browser, shot: &Shot, screen: Screen) -> Vec<u8> {
    browser.show_on(screen);
    browser.open(shot.path);
    for step in shot.steps {
        match step {
            Step::Click(element) => browser.find(element).click(),
            Step::Press(keys) => browser.press(keys),
            Step::See(element) => drop(browser.find(element)),
        }
    }
    browser.picture()
}
