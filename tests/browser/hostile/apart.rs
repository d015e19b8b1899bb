//! Pages on which it matters whose element it is, how many there are, and how long they stay.

use backwise_tests::screen::Device;
use backwise_tests::widget::{Until, WIDGET, inside, load, texts, walk};
use backwise_tests::{Axe, journey};
use serde_json::{Value, json};

use super::{STORED, tells, tells_on, tells_the_same};
use crate::hosts::Host;
use crate::shifts::shifts;

/// Before a page runs: counts the modules that are made, and the listeners that are there.
const COUNT: &str = "
    globalThis.made = 0;
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const make = WebAssembly[name];
        WebAssembly[name] = async (...parts) => {
            made += 1;
            const it = await make.apply(WebAssembly, parts);
            (globalThis.engines ??= []).push(it.instance.exports);
            return it;
        };
    }
    globalThis.heard = new Set();
    const ids = new WeakMap();
    let last = 0;
    const id = (it) => ids.get(it) ?? (ids.set(it, (last += 1)), last);
    for (const [name, note] of [['addEventListener', 'add'], ['removeEventListener', 'delete']]) {
        const change = EventTarget.prototype[name];
        EventTarget.prototype[name] = function (type, hear, how) {
            heard[note]([id(this), type, id(hear), !!(how?.capture ?? how)].join());
            return change.call(this, type, hear, how);
        };
    }";

/// Each file is fetched once, and each module made once: what asks, and what tells.
#[test]
fn ten() {
    let host = &Host::new(&[]);
    host.browser.prepare(COUNT);
    tells(host, "ten");
    let browser = &host.browser;
    browser.open("/embed/ten.html");
    let before = browser.requests().len();
    let last = "const all = [...document.querySelectorAll('backwise-check')];
        all.forEach((it, n) => setTimeout(() => it.scrollIntoView(), n * 50));
        return new Promise((done) => setInterval(() => {
            if (all.every((it) => it.shadowRoot.querySelector('[name=start]'))) done(all.length);
        }, 50))";
    assert_eq!(browser.script(last), 10);
    load(browser);
    assert_eq!(browser.script("return made"), 2);
    let mut asked: Vec<_> = browser.requests().into_iter().map(|r| r.path).collect();
    asked.drain(..before);
    asked.sort();
    let mut once = asked.clone();
    once.dedup();
    assert_eq!(asked, once);
}

/// A move loses nothing. What is taken out forgets its answers, and leaves nothing behind.
#[test]
fn moved() {
    let host = &Host::new(&[]);
    tells(host, "moved");
    let browser = &host.browser;
    browser.prepare(COUNT);
    browser.open("/embed/moved.html");
    load(browser);
    inside(browser, "root.querySelector('[name=start]').click()");
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    walk(browser, &checker, &journey, Until::Question("place"));
    let asked = texts(browser, "legend .title");
    for moving in ["two.append(it)", "one.moveBefore(it, null)", "two.prepend(it)"] {
        browser.script(&format!("const it = document.querySelector('{WIDGET}'); {moving}"));
        assert_eq!(texts(browser, "legend .title"), asked, "{moving}");
    }
    inside(browser, "root.querySelector('.choice').click()");
    assert_eq!(texts(browser, ".choice:has(:checked)").len(), 1, "a press counts once");

    let away = format!("globalThis.it = document.querySelector('{WIDGET}'); it.remove()");
    browser.script(&away);
    browser.script("one.append(it)");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    let often = "return (async () => {
        for (let n = 0; n < 100; n += 1) {
            it.remove();
            await new Promise((done) => setTimeout(done));
            const drawn = new Promise((done) => it.addEventListener('backwise:ready', done, { once: true }));
            one.append(it);
            await drawn;
        }
        await new Promise((done) => setTimeout(done, 100));
        return [heard.size - globalThis.before, it.shadowRoot.childElementCount, it.shadowRoot.adoptedStyleSheets.length];
    })()";
    let size = "return engines.map(({ memory }) => memory.buffer.byteLength)";
    let (before, sheets): (Value, Value) =
        (browser.script(size), inside(browser, "return root.adoptedStyleSheets.length"));
    browser.script("globalThis.before = heard.size");
    // The test's own listeners go unseen: one each time.
    assert_eq!(browser.script(often), json!([100, 1, sheets]));
    assert_eq!(browser.script(size), before);
    tells_the_same(browser);
}

/// Their element stays theirs; ours says nothing about it, and what is inside the tag stays.
#[test]
fn taken() {
    let host = &Host::new(&[]);
    host.browser.open("/embed/taken.html");
    stays(host);
    let theirs = format!("return document.querySelector('{WIDGET}').shadowRoot");
    assert_eq!(host.browser.script(&theirs), Value::Null);
    // The other two names were free.
    let ours = "return !!customElements.get('backwise-wall-test').folder";
    assert_eq!(host.browser.script(ours), true);
}

/// The words inside the tag are on the page, and nothing was tried.
fn stays(host: &Host) {
    let browser = &host.browser;
    assert!(host.fallback().contains("call your emergency number"), "{}", host.fallback());
    assert_eq!(shifts(browser), [""; 0]);
    assert_eq!(Axe::installed().faults(browser, WIDGET), [""; 0]);
    let asked = browser.requests().into_iter().map(|request| request.path);
    assert_eq!(asked.filter(|path| path.ends_with(".wasm")).count(), 0);
    assert_eq!(browser.console_errors(), [""; 0]);
    assert_eq!(browser.console_warnings(), [""; 0]);
    assert_eq!(browser.script(STORED), 0);
}

/// Theirs goes on as well.
#[test]
fn module() {
    let host = &Host::new(&[]);
    tells_on(&[Device::Desktop], host, "module", |_| ());
    assert_eq!(host.browser.find("output").text(), "7");
}

/// The one that comes first is whole, the other fetches nothing, and one line for each tag says which is which.
#[test]
fn versions() {
    let host = &Host::new(&[]);
    host.copy_element("earlier");
    let browser = &host.browser;
    browser.open("/embed/versions.html");
    load(browser);
    let warned = browser.console_warnings();
    assert_eq!(warned.len(), 3, "{warned:?}");
    let both = [browser.site.url("/earlier/"), browser.site.url("/backwise/")];
    assert!(both.iter().all(|folder| warned[0].contains(folder)), "{warned:?}");
    assert_eq!(shifts(browser), [""; 0]);
    tells_the_same(browser);
    let asked = browser.requests().into_iter().map(|request| request.path);
    let ours: Vec<_> = asked.filter(|path| path.starts_with("/backwise/")).collect();
    assert_eq!(ours, ["/backwise/backwise.js"]);
}
