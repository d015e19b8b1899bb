//! What the app shows of itself where it is offered. Their sizes stand in its manifest, and a test holds them to it.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;
use std::{fs, io};

use backwise_tests::screen::{Device, Scheme};
use backwise_tests::widget::{self, Until};
use backwise_tests::{Browser, Screen, journey};
use serde_json::json;

/// Their names begin so; the device does not keep them.
const NAME: &str = "www/app/screen-";

pub fn take() -> io::Result<()> {
    let (browser, checker) = (Browser::start(), journey::checker());
    let person = journey::read("tired-runner");
    browser.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
    show(&browser, Device::Phone);
    browser.open("/check.html");
    widget::click(&browser, "[name=start]");
    widget::walk(&browser, &checker, &person, Until::Question("place"));
    write(&browser, "question")?;
    widget::walk(&browser, &checker, &person, Until::Result);
    browser.find("backwise-check >> .care-card");
    write(&browser, "result")?;
    browser.open("/self-test/wall-posture-test.html");
    browser.find("backwise-wall-test >> [name=play-start]");
    // This browser has no voice, and says so; who wants none is not told.
    browser.script("document.querySelector('backwise-wall-test').shadowRoot.querySelector('[name=voice]').click()");
    browser.find("backwise-wall-test >> [name=play-start]").click();
    for _ in 0..7 {
        browser.find("backwise-wall-test >> [name=play-skip]").click();
    }
    browser.find("backwise-wall-test >> .play-time");
    // The screen flashes when something begins.
    sleep(Duration::from_secs(2));
    write(&browser, "wall-test")?;
    show(&browser, Device::Desktop);
    browser.open("/");
    browser.find("backwise-check >> [name=start]");
    write(&browser, "wide")
}

fn show(browser: &Browser, device: Device) {
    browser.show_on(Screen { device, scheme: Scheme::Light });
}

/// What is on the screen, from where the page is.
fn write(browser: &Browser, name: &str) -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let file = root.join(format!("{NAME}{name}.png"));
    fs::write(&file, browser.glance())?;
    println!("{}", file.display());
    Ok(())
}
