//! A QR code, drawn on the device.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::dom::Page;
use crate::text::{digits, joined};

/// Draws a text as a QR code with this name, or nothing where it is too long for one.
pub fn draw(page: &mut Page, text: &str, name: &str) {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return };
    // Four modules of margin are part of what readers look for.
    let side = digits(code.size() as usize + 8);
    page.drawn("svg.qr", |page| {
        page.attribute("viewBox", &joined(&["-4 -4 ", &side, " ", &side]));
        page.attribute("role", "img");
        page.attribute("aria-label", name);
        page.drawn("path", |page| page.attribute("d", &outline(&code)));
    });
}

/// The dark modules, row by row, each run of them as one rectangle.
fn outline(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let [from, at, run] = [from, y, x - from].map(|n| digits(n as usize));
                path.push_str(&joined(&["M", &from, ",", &at, "h", &run, "v1h-", &run, "z"]));
            }
            x += 1;
        }
    }
    path
}
