//! What moves on a page although its reader did nothing.

use std::thread::sleep;
use std::time::Duration;

use backwise_tests::axe::lines;
use backwise_tests::{Browser, widget};
use serde_json::Value;

use crate::hosts::Host;

/// One line for each move so far, once the page has been quiet for a while: nothing comes, and nothing moves.
///
/// A move counts from the first paint on. In a frame with a process of its own Chromium lays out what still waits for
/// its sheets, paints none of it, and all the same notes that it moves when they come: nobody has seen it elsewhere.
///
/// # Panics
/// Where the browser does not say in which of its frames it painted first.
#[track_caller]
pub fn shifts(browser: &Browser) -> Vec<String> {
    browser.wait_until("return performance.getEntriesByType('paint').length > 0");
    let told = browser.script(SHIFTS);
    assert_ne!(told, Value::Null, "nobody knows when this page was painted first");
    lines(&told)
}

const SHIFTS: &str = "
    const [first] = performance.getEntriesByType('paint');
    if (!(first?.paintTime > 0)) return null;
    const seen = [], presses = [];
    const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round);
    const line = ({ node, previousRect, currentRect }) =>
        `${node?.nodeName}.${node?.className} from ${place(previousRect)} to ${place(currentRect)}`;
    const note = ({ startTime, hadRecentInput, value, sources }) => {
        if (startTime <= first.paintTime || hadRecentInput) return;
        seen.push([startTime, `${value}: ${sources.map(line).join('; ')}`]);
    };
    // What a press moves may be painted later than browsers still call recent: it is the press's until it is painted.
    const press = ({ name, startTime, duration }) => {
        if (/^(pointer(down|up)|click|key(down|up))$/.test(name)) presses.push([startTime, startTime + duration + 8]);
    };
    const isOfPress = ([at]) => presses.some(([begin, end]) => begin <= at && at <= end);
    const tell = () => seen.filter((it) => !isOfPress(it)).map(([, line]) => line);
    return new Promise((done) => {
        let quiet;
        const wait = () => {
            clearTimeout(quiet);
            quiet = setTimeout(() => done(tell()), 500);
        };
        const watch = (type, hear) => new PerformanceObserver((list) => {
            list.getEntries().forEach(hear);
            wait();
        }).observe({ type, buffered: true });
        watch('layout-shift', note);
        watch('event', press);
        watch('resource', () => {});
        wait();
    })";

/// The frame's sheet comes late, and makes what is laid out there wider apart; then a line comes that is seen to come.
#[test]
fn what_moves_in_a_frame_counts_from_the_first_paint_on() {
    let host = Host::new(&[]);
    host.write("embed/around.html", "<!doctype html><title>Around</title>");
    host.browser.open("/embed/around.html");
    host.browser.site.hold("/embed/room.css");
    host.browser.script(
        "const frame = Object.assign(document.createElement('iframe'), { src: 'plain.html', width: 900, height: 700 });
        frame.sandbox = 'allow-scripts';
        document.body.append(frame)",
    );
    // While it is held the frame has many occasions to be laid out.
    sleep(Duration::from_secs(1));
    host.browser.site.release();
    host.browser.enter_frame(0);
    widget::load(&host.browser);
    assert_eq!(shifts(&host.browser), [""; 0]);
    // Two frames, so that it is laid out and told.
    host.browser.script(
        "document.body.prepend(document.createElement('hr'), 'a line');
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))",
    );
    let seen = shifts(&host.browser);
    assert!(seen.len() == 1 && seen[0].contains("BODY"), "{seen:?}");
}
