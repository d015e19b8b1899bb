//! What Chromium alone can be asked: everything behind the Chrome DevTools Protocol. Another browser ends the test.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::{Browser, Make, Screen};

impl Browser {
    /// Calls a command of the Chrome DevTools Protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.ask_only(Make::Chromium, command);
        let cdp = self.session().cdp();
        self.wait(command, cdp.send_raw(command, parameters))
    }

    #[track_caller]
    pub fn show_on(&self, screen: Screen) {
        self.devtools("Emulation.setDeviceMetricsOverride", screen.metrics());
        self.devtools("Emulation.setEmulatedMedia", screen.media());
    }

    /// The page as a PNG, to its very end and not only to the edge of the screen.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        let layout = self.devtools("Page.getLayoutMetrics", json!({}));
        let mut clip = layout["cssContentSize"].clone();
        clip["scale"] = json!(1);
        self.data("Page.captureScreenshot", json!({ "clip": clip, "captureBeyondViewport": true }))
    }

    /// What is on the screen, as a PNG.
    #[track_caller]
    pub fn glance(&self) -> Vec<u8> {
        self.data("Page.captureScreenshot", json!({}))
    }

    /// The page on paper, as a PDF; `settings` are those of `Page.printToPDF`.
    #[track_caller]
    pub fn print(&self, settings: Value) -> Vec<u8> {
        self.data("Page.printToPDF", settings)
    }

    #[track_caller]
    fn data(&self, command: &str, parameters: Value) -> Vec<u8> {
        let made = self.devtools(command, parameters);
        let data = made["data"].as_str().expect("what is made has data");
        BASE64_STANDARD.decode(data).expect("DevTools writes correct base64")
    }
}
