//! What the embed page tells others to copy, as text.

use std::fs;

use backwise_tests::site::Site;

/// The snippet of this name, as it is copied from a site at `base`.
pub fn snippet(name: &str, base: &str) -> String {
    let page = fs::read_to_string(Site::folder().join("embed.html")).expect("it is built");
    let start = format!("<code id=\"snippet-{name}\">");
    let (_, code) = page.split_once(&start).expect("it has a snippet");
    let (code, _) = code.split_once("</code>").expect("which ends");
    let filled = |code: String, part| {
        code.replace(&format!("<span data-part=\"{part}\">"), &format!("<span>{base}"))
    };
    let code = ["base", "folder"].into_iter().fold(code.to_owned(), filled);
    // What a browser makes of it.
    let text = code.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    named.iter().fold(text.collect(), |text: String, (name, sign)| text.replace(name, sign))
}

/// What it puts inside the tag.
pub fn words() -> String {
    let element = snippet("element", "");
    let (_, inside) = element.split_once("rem\">").expect("the tag ends with its style");
    let (inside, _) = inside.split_once("</backwise-check>").expect("and ends");
    inside.to_owned()
}
