//! What a reader sees where the host of our files is at fault: never an empty box, and never a level that is not asked
//! for whole.

use backwise_tests::fault::Fault;
use backwise_tests::patience::{PATIENT, TIME_GOES_BY};
use backwise_tests::widget::{Until, WAITING, WIDGET, click, inside, texts, walk};
use backwise_tests::{Browser, journey, wait_for, wait_until};
use serde_json::Value;

use crate::embed::Around;
use crate::hosts::Host;

fn host(file: &str, fault: Fault) -> Host {
    let host = Host::new(&[]);
    host.browser.site.fail(&format!("/backwise/{file}"), fault);
    host
}

/// The console says what is not there, and what stands inside the tag is all that is seen.
fn check_stays(file: &str, fault: Fault) {
    let host = host(file, fault);
    host.browser.open("/embed/plain.html");
    said(&host.browser);
    assert_words(&host.browser, &format!("{file}, {fault:?}"));
}

/// All that the console says, once it says something.
fn said(browser: &Browser) -> Vec<String> {
    wait_for(|| {
        let said = browser.console_errors();
        if said.is_empty() { Err("a word on the console") } else { Ok(said) }
    })
}

/// The warning signs are in sight, and no checker is.
fn assert_words(browser: &Browser, what: &str) {
    let words = browser.find(&format!("{WIDGET} li")).text();
    assert!(!words.is_empty(), "{what}: the words are not in sight");
    let drawn =
        format!("return !!document.querySelector('{WIDGET}').shadowRoot?.querySelector('.body')");
    assert_eq!(browser.script(&drawn), false, "{what}: half a checker is drawn");
}

/// How soon to get help is told, what fits is not, and the result says so.
fn assert_tells_the_level(host: &Host, what: &str) {
    walk(&host.browser, &journey::checker(), &journey::read("tired-runner"), Until::Result);
    let card = host.browser.find(&format!("{WIDGET} >> .care-card"));
    assert_eq!(card.attribute("data-urgency").as_deref(), Some("self-care"), "{what}");
    assert_eq!(texts(&host.browser, ".fit"), [""; 0], "{what}");
    assert_eq!(texts(&host.browser, ".missing").len(), 1, "{what}: it says so");
}

#[test]
fn where_a_file_is_missing_the_words_inside_stay() {
    for file in ["backwise.js", "ask.js", "ask_bg.wasm", "asking.bwg", "check.css", "tokens.css"] {
        check_stays(file, Fault::Missing);
    }
}

/// Many hosts send a page of theirs, and say that all is well.
#[test]
fn where_a_page_comes_instead_of_a_file_the_words_inside_stay() {
    for file in ["backwise.js", "ask.js", "ask_bg.wasm", "asking.bwg", "check.css", "tokens.css"] {
        check_stays(file, Fault::Page);
    }
}

/// As an upload leaves it that broke off.
#[test]
fn where_a_file_is_cut_short_the_words_inside_stay() {
    for file in ["backwise.js", "ask.js", "ask_bg.wasm", "asking.bwg"] {
        check_stays(file, Fault::Half);
    }
}

/// Half a sheet is a sheet: the checker is plainer, and tells the same.
#[test]
fn where_a_sheet_is_cut_short_the_checker_works() {
    let host = host("check.css", Fault::Half);
    host.tired_runner("plain", Until::Result);
    let card = host.browser.find(&format!("{WIDGET} >> .care-card"));
    assert_eq!(card.attribute("data-urgency").as_deref(), Some("self-care"));
}

/// A host that knows neither wasm nor our graphs sends them as bytes of no kind.
#[test]
fn files_of_no_kind_are_files() {
    for file in ["ask_bg.wasm", "asking.bwg", "check.css"] {
        let host = host(file, Fault::Untyped);
        host.browser.open("/embed/plain.html");
        host.browser.find(&format!("{WIDGET} >> [name=start]"));
        assert_eq!(host.browser.console_errors(), [""; 0], "{file}");
    }
}

#[test]
fn without_what_weighs_causes_it_tells_how_soon_to_get_help() {
    for (file, fault) in [
        ("tell.js", Fault::Page),
        ("tell.js", Fault::Half),
        ("tell_bg.wasm", Fault::Page),
        ("tell_bg.wasm", Fault::Half),
        ("telling.bwg", Fault::Page),
        ("telling.bwg", Fault::Half),
        ("told.css", Fault::Page),
        ("figure.css", Fault::Page),
    ] {
        let host = host(file, fault);
        host.tired_runner("plain", Until::Question("age"));
        assert_tells_the_level(&host, &format!("{file}, {fault:?}"));
    }
}

/// Byte by byte: until a minute is over the words are there, and after it as well.
#[test]
fn where_a_file_drips_in_the_words_inside_stay() {
    for file in ["ask.js", "ask_bg.wasm", "asking.bwg", "check.css"] {
        let host = host(file, Fault::Drip);
        host.browser.prepare(PATIENT);
        host.browser.open("/embed/plain.html");
        wait_for_request(&host, file);
        assert_words(&host.browser, file);
        assert_eq!(host.browser.console_errors(), [""; 0], "{file}");
        host.browser.script(TIME_GOES_BY);
        let said = said(&host.browser);
        assert!(said.iter().any(|line| line.contains("is not there")), "{file}: {said:?}");
        assert_words(&host.browser, file);
    }
}

/// Nobody is kept waiting for ever either.
#[test]
fn where_what_weighs_causes_drips_in_it_tells_how_soon_to_get_help_in_the_end() {
    for file in ["tell_bg.wasm", "telling.bwg"] {
        let host = host(file, Fault::Drip);
        host.browser.prepare(PATIENT);
        host.tired_runner("plain", Until::Waiting);
        assert_eq!(texts(&host.browser, WAITING).len(), 1, "{file}");
        host.browser.script(TIME_GOES_BY);
        assert_tells_the_level(&host, file);
    }
}

fn wait_for_request(host: &Host, file: &str) {
    wait_until(file, || host.browser.requests().iter().any(|it| it.path.ends_with(file)));
}

/// Never an empty box, before it comes either.
#[test]
fn while_it_is_on_its_way_an_empty_tag_leads_to_the_warning_signs() {
    let host = Host::new(&[]);
    let page = "<!doctype html><title>Nothing inside</title>\
        <script type=\"module\" src=\"../backwise/backwise.js\"></script><backwise-check>\n</backwise-check>";
    host.write("embed/empty.html", page);
    host.browser.site.hold("/backwise/ask_bg.wasm");
    host.browser.open("/embed/empty.html");
    let way = host.browser.find(&format!("{WIDGET} >> a"));
    assert_eq!(way.text(), "When to get help");
    assert_eq!(way.attribute("href"), Some(host.browser.site.url("/help.html")));
    host.browser.site.release();
    host.browser.find(&format!("{WIDGET} >> [name=start]"));
    assert_eq!(
        inside(&host.browser, "return root.querySelector('[href$=\"help.html\"]')"),
        Value::Null
    );
}

/// A frame with one of its files at fault, in which time stands still.
fn frame(path: &str, fault: Fault) -> Around {
    let around = Around::new("");
    around.browser.prepare(PATIENT);
    around.ours.fail(path, fault);
    around.browser.open("/");
    around.browser.enter_frame(0);
    around
}

/// Its warning signs, its numbers and the way to the others are seen, and it gets the height that they take.
#[test]
fn a_frame_without_its_checker_shows_the_warning_signs() {
    for (file, fault) in [
        ("backwise.js", Fault::Missing),
        ("backwise.js", Fault::Page),
        ("backwise.js", Fault::Half),
        ("ask.js", Fault::Page),
        ("ask_bg.wasm", Fault::Half),
        ("asking.bwg", Fault::Missing),
        ("check.css", Fault::Page),
    ] {
        let around = frame(&format!("/backwise/{file}"), fault);
        let what = format!("{file}, {fault:?}");
        assert!(!said(&around.browser).is_empty(), "{what}: the console says nothing");
        assert_words(&around.browser, &what);
        assert_eq!(
            around.browser.find(".fallback a[href$='help.html']").text(),
            "When to get help"
        );
        around.browser.script(TIME_GOES_BY);
        around.assert_tells_one_height(&what);
    }
}

/// It is plainer then, and as high as it wants.
#[test]
fn a_frame_without_its_sheets_shows_the_checker() {
    for file in ["tokens.css", "frame.css"] {
        for fault in [Fault::Missing, Fault::Page] {
            let around = frame(&format!("/style/{file}"), fault);
            around.browser.find(&format!("{WIDGET} >> [name=start]"));
            let height = around.height();
            wait_until("its height is told", || {
                around.told().last().is_some_and(|it| it["height"].as_u64() == Some(height))
            });
        }
    }
}

/// Nobody tells its height then: it stays as high as their page says, and scrolls.
#[test]
fn a_frame_without_its_own_script_shows_the_checker() {
    for fault in [Fault::Missing, Fault::Page] {
        let around = frame("/frame/frame.js", fault);
        click(&around.browser, "[name=start]");
        walk(
            &around.browser,
            &journey::checker(),
            &journey::read("tired-runner"),
            Until::Question("place"),
        );
        assert_eq!(around.told(), [Value::Null; 0]);
        let is_scrolled = "return document.documentElement.scrollHeight > innerHeight";
        assert_eq!(around.browser.script(is_scrolled), true);
    }
}
