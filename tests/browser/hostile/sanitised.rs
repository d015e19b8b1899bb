//! An editor like that of WordPress: what it does not know it takes out, and leaves what stood inside.

use backwise_tests::Axe;
use backwise_tests::widget::{WIDGET, load};

use super::{STORED, tells_the_same};
use crate::hosts::Host;
use crate::shifts::shifts;
use crate::snippet::snippet;

/// What such editors let through, of what we write: a tag and its attributes.
const KNOWN: [(&str, &[&str]); 5] =
    [("p", &[]), ("strong", &[]), ("ul", &[]), ("li", &[]), ("a", &["href"])];

/// Without leave for our tag the warning signs stay, and a way to the others. With the leave that our page tells to
/// give, the element works.
#[test]
fn what_a_sanitiser_leaves_still_leads_to_help() {
    let host = &Host::new(&[]);
    let (browser, element) = (&host.browser, snippet("element", "../"));
    publish(host, "stripped", &sanitise(&element, &KNOWN), "");
    browser.open("/embed/stripped.html");
    let stands = format!("return document.querySelectorAll('script, {WIDGET}').length");
    assert_eq!(browser.script(&stands), 0);
    assert!(browser.script("return document.querySelectorAll('li').length").as_u64() > Some(10));
    assert!(browser.find("main > p").text().contains("help now"));
    assert_eq!(browser.find("main a").attribute("href").as_deref(), Some("../help.html"));
    assert_eq!(Axe::installed().faults(browser, "main"), [""; 0]);

    let leave = snippet("wordpress", "../");
    let (_, attributes) = leave.split_once(" array( ").expect("it lists attributes");
    let (attributes, _) = attributes.split_once(" )").expect("which end");
    let attributes: Vec<_> = attributes.split(", ").map(|it| it.trim_matches('\'')).collect();
    let (_, script) = leave.split_once("echo '").expect("it writes the script");
    let (script, _) = script.split_once("';").expect("which ends");
    let known = [&KNOWN[..], &[(WIDGET, &attributes)]].concat();
    publish(host, "allowed", &sanitise(&element, &known), script);
    browser.open("/embed/allowed.html");
    load(browser);
    assert_eq!(shifts(browser), [""; 0]);
    tells_the_same(browser);
    assert_eq!(browser.script(STORED), 0);
}

fn publish(host: &Host, name: &str, text: &str, head: &str) {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>A post</title>{head}\
         <main><h1>A post</h1>{text}<p>The post goes on.</p></main>"
    );
    host.write(&format!("embed/{name}.html"), page);
}

/// Takes out every tag that is not known, and every attribute.
fn sanitise(html: &str, known: &[(&str, &[&str])]) -> String {
    let mut parts = html.split('<');
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, text) = part.split_once('>').expect("every tag ends");
        clean.push_str(&sanitise_tag(tag, known));
        clean.push_str(text);
    }
    clean
}

fn sanitise_tag(tag: &str, known: &[(&str, &[&str])]) -> String {
    let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let Some((_, allowed)) = known.iter().find(|it| it.0 == name.trim_start_matches('/')) else {
        return String::new();
    };
    let mut clean = format!("<{name}");
    for attribute in attributes.split_inclusive("\" ").flat_map(|it| it.split_inclusive("\"\n")) {
        let (name, value) = attribute.split_once('=').expect("every attribute has a value");
        if allowed.contains(&name.trim()) {
            clean.push_str(&format!(" {}={}", name.trim(), value.trim()));
        }
    }
    clean + ">"
}

#[test]
fn a_sanitiser_takes_out_what_it_does_not_know() {
    let clean =
        sanitise("<b-c x=\"1\"><p onclick=\"y()\">A<a href=\"h\" id=\"i\">b</a></p></b-c>", &KNOWN);
    assert_eq!(clean, "<p>A<a href=\"h\">b</a></p>");
}
