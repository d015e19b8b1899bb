//! What every page of the site keeps to, on a small content folder and on the real one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{LazyLock, Mutex};

use backwise_compiler::html::address;
use backwise_compiler::reviewer::{reviewable, words};
use backwise_compiler::{Compiled, Date, Source, compile, hazard};
use backwise_graph::{Fit, Urgency, Word};
use backwise_site::played::{Case, Example, Fitting, Score, Tally};
use backwise_site::{File, Settings, Site};
use resvg::tiny_skia::Pixmap;
use roxmltree::Document;
use serde_json::Value;

/// The pages of a content folder, by path; none when it does not compile.
fn site(source: &Source) -> Option<BTreeMap<String, String>> {
    with(source, &settings())
}

fn with(source: &Source, settings: &Settings) -> Option<BTreeMap<String, String>> {
    Some(apart(printed(source, settings)?).0)
}

/// Pages and whatever else is text, and pictures.
fn apart(files: Files) -> (BTreeMap<String, String>, Files) {
    let (pictures, texts): (Files, Files) =
        files.into_iter().partition(|(path, _)| path.ends_with(".png"));
    let text = |bytes| String::from_utf8(bytes).expect("pages are UTF-8");
    (texts.into_iter().map(|(path, bytes)| (path, text(bytes))).collect(), pictures)
}

type Files = BTreeMap<String, Vec<u8>>;

fn printed(source: &Source, settings: &Settings) -> Option<Files> {
    let Compiled { content, graph, .. } = compile(source, Date::from_unix_days(20_778));
    let files = Mutex::new(BTreeMap::new());
    let put = |File { path, bytes }| {
        let before = files.lock().expect("nobody panicked with it").insert(path, bytes);
        before.map_or(Ok(()), Err)
    };
    let graph = graph?;
    let site = Site::new(&content, &graph, 7, settings);
    site.each(&put).expect("no file is made twice");
    Some(files.into_inner().expect("nobody panicked with it"))
}

/// Each file made alone is the file that is made with all others.
#[test]
fn a_file_is_the_same_alone() {
    let base = Some(HOME.to_owned());
    let settings = Settings { base, app: true, ..settings() };
    let Compiled { content, graph, .. } = compile(&small_source(), Date::from_unix_days(20_778));
    let graph = graph.expect("the content compiles");
    let site = Site::new(&content, &graph, 7, &settings);
    let all = printed(&small_source(), &settings).expect("the content compiles");
    for (path, bytes) in &all {
        let alone = site.file(path).unwrap_or_else(|| panic!("{path} is not there alone"));
        assert!(alone.path == *path && alone.bytes == *bytes, "{path}");
    }
    for path in ["", "cause/", "nowhere.html", "cause/nowhere.html", "article/slump.html"] {
        assert!(site.file(path).is_none(), "{path}");
    }
    assert!(Site::new(&content, &graph, 7, &Settings::default()).file("search.html").is_none());
}

/// Somebody who says yes to an ache, and a case that misses.
fn settings() -> Settings {
    let fit = Fitting {
        cause: "slump".to_owned(),
        fit: Fit::Partly,
        speaks_for: vec!["ache".to_owned(), "desk".to_owned()],
        speaks_against: vec!["ache".to_owned()],
    };
    let (yes, urgency) = (vec!["ache".to_owned()], Urgency::Emergency);
    let tally = Tally { what: "level as expected".to_owned(), no: (0, 1), unsure: (1, 1) };
    let case = Case {
        who: "A <man> & his dog.".to_owned(),
        source: "Wu \"2021\"".to_owned(),
        expected: vec!["within-days", "same-day"],
        no: "routine",
        unsure: "same-day",
        verdict: "less",
    };
    Settings {
        example: Some(Example { yes, urgency, fits: vec![fit], n_asked: 9 }),
        score: Some(Score { tallies: vec![tally], cases: vec![case] }),
        search: true,
        laws: vec!["One more <yes> lowers nothing"],
        ..Settings::default()
    }
}

/// The pages of the real content, printed once for all tests.
fn real() -> &'static BTreeMap<String, String> {
    static PAGES: LazyLock<BTreeMap<String, String>> =
        LazyLock::new(|| site(&content()).expect("the content compiles"));
    &PAGES
}

fn content() -> Source {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    Source::read(&folder).expect("the content folder is beside us")
}

/// The real pages, where their address is known.
fn at_home() -> &'static BTreeMap<String, String> {
    &HOMELY.0
}

/// The pictures beside them.
fn pictures() -> &'static Files {
    &HOMELY.1
}

static HOMELY: LazyLock<(BTreeMap<String, String>, Files)> = LazyLock::new(|| {
    let base = Some(HOME.to_owned());
    apart(
        printed(&content(), &Settings { base, app: true, ..settings() })
            .expect("the content compiles"),
    )
});

const HOME: &str = "https://example.org/back/";

/// One page of each kind that a reader can open, with what tends to break a page in its words.
fn small() -> BTreeMap<String, String> {
    let source = small_source();
    site(&source).unwrap_or_else(|| {
        let found = compile(&source, Date::from_unix_days(20_778)).diagnostics;
        let lines: Vec<_> =
            found.iter().map(|d| format!("{}: {} ({})", d.code, d.message, d.help)).collect();
        panic!("the small folder should compile:\n{}", lines.join("\n"))
    })
}

fn small_source() -> Source {
    let words: String =
        Word::NAMES.iter().map(|name| format!("  \"{name}\": some words\n")).collect();
    let interface = format!("---\ntitle: Words\nwords:\n{words}---\n");
    let mut files = vec![("interface/check.md", interface.as_str())];
    files.extend(SMALL);
    let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    Source::of(&files)
}

const SMALL: [(&str, &str); 18] = [
    ("scale/shows.md", "---\ntitle: Shows\nwords:\n  often: 0.7\n---\n"),
    ("scale/raises.md", "---\ntitle: Raises\nwords:\n  clearly: 2\n---\n"),
    ("scale/common.md", "---\ntitle: Common\nwords:\n  uncommon: 0.04\n---\n"),
    ("source/editorial.md", "---\ntitle: Our own judgement\nread: full\n---\n"),
    (
        "source/wu-2021.md",
        "---\ntitle: 'Wu & Li <2021>'\nurl: https://example.org/?a&b\nread: abstract\n---\nIn \"marathons\".\n",
    ),
    (
        "article/why.md",
        "---\ntitle: Why <me> & you?\nabout: [ache]\ndescription: A \"short\" answer.\nauthor: Us\nregion: [upper-back]\nchecked: 2026-11-21\nreview: 2027-11-21\n---\nIt may be [[slump]].[^editorial]\n\n## [[slump]]\n\nIt [[often shows::ache|aches]].[^wu-2021]\n[[disputes::slump shows ache|Or does it?]][^wu-2021]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ),
    (
        "cause/slump.md",
        "---\ntitle: Slumping\nalso: [slouch]\ntype: contributor\nfamily: posture\nregion: [upper-back]\ncommon: uncommon\nchecked: 2026-11-21\nreview: 2027-11-21\n---\nA slump.\n\nIt [[often shows::ache|aches]] and [[strains::rhomboids|strains]].[^editorial]\n[[see::physio|Someone]] helps. [[tested-by::wall|Look]].[^editorial]\n",
    ),
    (
        "symptom/ache.md",
        "---\ntitle: An ache\nask: Does it ache?\nregion: [upper-back]\notherwise: uncommon\n---\n",
    ),
    (
        "risk/desk.md",
        "---\ntitle: Desk work\nask: Do you sit?\ncommon: uncommon\n---\nIt [[clearly raises::slump|adds]].[^editorial]\n",
    ),
    ("structure/rhomboids.md", "---\ntitle: Rhomboids\n---\nBetween the blades.\n"),
    (
        "exercise/row.md",
        "---\ntitle: Row\ndose: 8 to 12\nstop: Stop if it hurts.\nplay:\n  usual: { sets: 2, count: 10, pace: 5, held: 2, sides: together, rest: 45, ready: 10 }\nfigure:\n  rest: [feet]\n  end: { shoulder: 90 }\n  start-text: 'Standing, so to < say.'\n  end-text: 'The arms & hands are \"ahead\".'\nchecked: 2026-11-21\nreview: 2027-11-21\n---\nYou pull.\n\n1. Sit.\n2. Pull.\n\nIt [[strengthens::rhomboids|trains]], [[eases::slump|helps]]; not [[avoid-with::ache|with an ache]].[^editorial]\n",
    ),
    (
        "habit/breaks.md",
        "---\ntitle: Breaks\nminutes: 2\n---\nGet up.\n\nIt [[eases::slump|helps]].[^editorial]\n",
    ),
    (
        "coverage/list.md",
        "---\ntitle: List\n---\n## One\n\n- Slumps & more: [[slump]], [[slump shows ache]]. Rarely.\n- Cups: left out, because so\n",
    ),
    ("about/us.md", "---\ntitle: Us & <you>\norder: 1\nyes: [ache]\n---\nWe are [[slump]]ers.\n"),
    ("about/safety-score.md", "---\ntitle: Score\norder: 2\n---\nPlayed.\n"),
    ("self-test/wall.md", "---\ntitle: Wall\n---\nStand.\n"),
    ("professional/physio.md", "---\ntitle: Physio\n---\nThey help.\n"),
    (
        "red-flag/bad.md",
        "---\ntitle: Bad ache\nwhen: ache or (desk and ache)\nlevel: emergency\nfamily: f\nsources:\n  - wu-2021: emergency\nchecked: 2026-11-21\nreview: 2027-11-21\n---\nCall now.\n\nBecause.[^wu-2021]\n",
    ),
];

/// Runs `check` on every page of both sites.
fn every(check: impl Fn(&BTreeMap<String, String>, &str, &str)) {
    every_file(".html", check);
}

/// Runs `check` on every file of both sites whose name ends like this.
fn every_file(end: &str, check: impl Fn(&BTreeMap<String, String>, &str, &str)) {
    for site in [&small(), real()] {
        for (path, text) in site.iter().filter(|(path, _)| path.ends_with(end)) {
            check(site, path, text);
        }
    }
}

/// The values of an attribute.
fn values<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    text.split(&opening).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

/// The file that a relative link on page `path` leads to.
fn follow(path: &str, href: &str) -> String {
    let mut parts: Vec<_> = path.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{path}: {href} leaves the site"),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// What the command puts beside the pages.
fn is_beside(target: &str) -> bool {
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www");
    // The command makes the app's icons of the drawing beside them.
    ["backwise/", "icon/app-", "icon/card.png"].iter().any(|start| target.starts_with(start))
        || www.join(target).is_file()
}

#[test]
fn every_link_leads_somewhere() {
    every(|site, path, text| {
        for href in [values(text, "href"), values(text, "src")].concat() {
            if ["https://", "http://", "tel:"].iter().any(|scheme| href.starts_with(scheme)) {
                continue;
            }
            let (file, passage) = href.split_once('#').unwrap_or((href, ""));
            // The checker is told which article its reader comes from.
            let (file, topic) = file.split_once("?from=").unwrap_or((file, ""));
            let is_here = topic.is_empty() || path == format!("article/{topic}.html");
            assert!(is_here, "{path}: {href} says that it is another page");
            let target = if file.is_empty() { path.to_owned() } else { follow(path, file) };
            match site.get(&target) {
                Some(page) if file.ends_with(".svg") => {
                    assert!(page.starts_with("<svg "), "{path}: {href} is no picture");
                }
                Some(page) => {
                    let found = passage.is_empty() || values(page, "id").contains(&passage);
                    assert!(found, "{path}: nothing on {target} is called {passage}");
                }
                None => assert!(is_beside(&target), "{path}: {href} leads nowhere"),
            }
        }
    });
}

#[test]
fn an_article_leads_to_the_checker_with_what_it_is_about() {
    let (site, page) = (small(), "article/why.html");
    let links = values(&site[page], "href");
    let n_links = links.iter().filter(|href| **href == "../check.html?from=why").count();
    assert_eq!(n_links, 2, "in the menu and in the words");
    assert_eq!(values(&site[page], "topic"), ["why"]);
    assert!(!site["index.html"].contains("?from="));
}

#[test]
fn no_link_knows_where_the_site_lives() {
    every(|_, path, text| {
        for href in [values(text, "href"), values(text, "src")].concat() {
            assert!(!href.starts_with('/') && !href.starts_with("file:"), "{path}: {href}");
        }
    });
}

#[test]
fn every_page_has_one_heading_a_title_a_description_and_a_language() {
    every(|_, path, text| {
        assert_eq!(text.matches("<h1").count(), 1, "{path}");
        assert!(text.contains("<html lang=\"en\">"), "{path}");
        let title = text.split_once("<title>").and_then(|(_, rest)| rest.split_once(" · Backwise"));
        assert!(title.is_some_and(|(title, _)| !title.trim().is_empty()), "{path}");
        let described = text.split_once("name=\"description\" content=\"");
        assert!(described.is_some_and(|(_, rest)| !rest.starts_with('"')), "{path}");
    });
}

#[test]
fn an_address_on_a_page_is_there_once() {
    every(|_, path, text| {
        let ids = values(text, "id");
        let unlike: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unlike.len(), "{path}: {ids:?}");
    });
}

#[test]
fn a_script_stands_only_where_an_element_does() {
    every(|_, path, text| {
        let text = &text.replace("<script type=\"application/ld+json\"", "<data");
        let has_element = text.contains("<backwise-") || path == "proof.html";
        assert_eq!(text.contains("<script"), has_element, "{path}");
        assert!(!text.contains(" style=\"") && !text.contains(" onclick="), "{path}");
    });
}

/// Elements without an end.
const VOID: [&str; 10] =
    ["base", "meta", "link", "br", "hr", "img", "input", "path", "rect", "use"];

#[test]
fn every_exercise_is_drawn_on_its_page_in_the_list_and_in_a_file() {
    every(|site, path, text| {
        let Some(slug) = path.strip_prefix("exercise/").and_then(|p| p.strip_suffix(".html"))
        else {
            return;
        };
        assert_eq!(text.matches("<figure class=\"position\">").count(), 2, "{path}");
        let captions = text.split("<figcaption><strong>").skip(1);
        let said =
            captions.filter_map(|rest| rest.split_once("</strong>")?.1.split_once("</figcaption>"));
        let said = said.filter(|(words, _)| words.trim().len() > 20).count();
        assert_eq!(said, 2, "{path}: a picture without words");
        let picture = format!("picture/{slug}.svg");
        assert!(site.contains_key(&picture), "{path}");
        assert!(values(&site["exercises.html"], "src").contains(&&*picture), "{path}");
        let moving = &site[&format!("picture/{slug}-moving.svg")];
        assert!(moving.contains("@media(prefers-reduced-motion:no-preference){.row{"), "{path}");
    });
}

#[test]
fn a_self_test_shows_who_stands_and_who_sits() {
    let text = &real()["self-test/wall-posture-test.html"];
    assert_eq!(text.matches("<figure class=\"position\">").count(), 4);
}

/// The list is for everyone, so it says all that the picture does; and each choice above has its line in the sheet.
#[test]
fn what_is_drawn_around_a_node_is_in_the_list_beside_it() {
    const SHEET: &str = include_str!("../../../www/style/graph.css");
    every(|_, path, text| {
        let Some((_, section)) = text.split_once("<svg class=\"graph\"") else { return };
        let (drawn, list) = section.split_once("</svg>").expect("a picture ends");
        assert!(drawn.matches("class=\"graph-box").count() <= 14, "{path}");
        for href in values(drawn, "href") {
            let is_there = match href.strip_prefix('#') {
                Some(sense) => values(list, "id").contains(&sense),
                None => values(list, "href").contains(&href),
            };
            assert!(is_there, "{path}: {href}");
        }
        for sense in values(text, "data-sense") {
            assert!(SHEET.contains(&format!("[value=\"{sense}\"]:checked")), "{path}: {sense}");
        }
    });
}

/// What proves a text about us stands on its own page and on no other.
#[test]
fn an_example_and_a_score_stand_below_their_texts() {
    let site = small();
    let us = &site["about/us.html"];
    let fit = us.split_once("What fits</h3>").expect("what fits is told").1;
    assert!(fit.contains("../cause/slump.html") && fit.contains("<b>often</b>"), "{fit}");
    assert!(fit.contains("this makes it <b>clearly</b> more likely"), "{fit}");
    let score = &site["about/safety-score.html"];
    let less = score.split_once("Told less than they should be").expect("misses are told").1;
    let (less, others) = less.split_once("Told more").expect("and what else was told");
    assert!(less.contains("A &lt;man&gt; &amp; his dog."), "{less}");
    assert!(!others.contains("his dog") && !us.contains("his dog"));
}

#[test]
fn what_a_page_is_said_to_be_is_json_and_true() {
    let mut n_medical = 0;
    for (path, text) in small() {
        let Some((_, rest)) = text.split_once("<script type=\"application/ld+json\">") else {
            continue;
        };
        let json = rest.split_once("</script>").expect("a script ends").0;
        let json: Value = serde_json::from_str(json).unwrap_or_else(|e| panic!("{path}: {e}"));
        let name = json["name"].as_str().expect("a page has a name");
        let heading = format!("<h1>{}</h1>", backwise_compiler::html::escape(name));
        assert!(text.contains(&heading), "{path}: {name}");
        assert!(json.get("url").is_none(), "{path}");
        n_medical += usize::from(json["@type"] == "MedicalWebPage");
    }
    assert!(n_medical > 5);
}

/// What stands between these, as a reader copies it.
fn copied(page: &str, id: &str) -> String {
    let (_, rest) = page.split_once(&format!("<code id=\"{id}\">")).expect("it is on the page");
    let code = rest.split_once("</code>").expect("a code ends").0;
    let mut parts = code.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let first = parts.next().unwrap_or_default().to_owned();
    let text = parts.fold(first, |text, part| text + part);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn what_others_copy_is_whole_and_leads_to_what_is_there() {
    for (site, home) in [(&small(), ""), (at_home(), HOME)] {
        let mut addresses = BTreeSet::new();
        for id in ["snippet-element", "snippet-frame", "snippet-card"] {
            let snippet = copied(&site["embed.html"], id);
            for name in ["src", "href", "base"] {
                addresses.extend(values(&snippet, name).into_iter().map(str::to_owned));
            }
        }
        for address in &addresses {
            let path = address.strip_prefix(home).expect("all are as whole as can be");
            let is_there = path.is_empty() || site.contains_key(path) || is_beside(path);
            assert!(is_there, "{address} leads nowhere");
        }
        assert_eq!(addresses.len(), 7, "{addresses:?}");
        let element = copied(&site["embed.html"], "snippet-element");
        assert!(element.ends_with("\n</backwise-check>"), "{element}");
        assert_eq!(element.matches("<li>").count() > 9, !home.is_empty(), "{element}");
    }
}

/// It says what the page for frames is, in the words that the page to choose on gives to people.
#[test]
fn programs_are_told_of_the_frame_where_the_address_is_known() {
    let site = at_home();
    let told: Value = serde_json::from_str(&site["embed/check.json"]).expect("it is JSON");
    let frame = copied(&site["embed.html"], "snippet-frame");
    let html = told["html"].as_str().expect("it has HTML");
    for name in ["src", "title", "width", "height", "loading", "sandbox", "allow"] {
        assert_eq!(values(html, name), values(&frame.replace("\n ", ""), name)[..1], "{name}");
    }
    assert!(site["check.html"].contains("application/json+oembed"));
    assert!(!small()["check.html"].contains("oembed") && !small().contains_key("embed/check.json"));
}

/// Only who knows where a site is can write whole addresses.
#[test]
fn a_site_that_does_not_know_where_it_is_says_nothing_of_it() {
    let site = real();
    assert!(!site.contains_key("sitemap.xml") && !site.contains_key("feed.xml"));
    assert!(!site["robots.txt"].contains("://"));
    assert!(site.values().all(|text| !text.contains("rel=\"canonical\"")));
}

#[test]
fn the_map_and_the_feed_lead_to_pages_and_each_page_knows_its_address() {
    let site = at_home();
    let texts = |file: &str, tag: &str| -> BTreeSet<String> {
        let document = Document::parse(&site[file]).expect("it is XML");
        let tags = document.descendants().filter(|it| it.has_tag_name(tag));
        tags.map(|it| it.text().expect("a text").to_owned()).collect()
    };
    // What is shown in others' frames is no place to come to.
    let is_place =
        |path: &str| !["404.html", "later.html"].contains(&path) && !path.starts_with("embed/");
    let places = site.iter().filter(|(path, _)| path.ends_with(".html") && is_place(path));
    let mut expected = BTreeSet::new();
    for (path, text) in places {
        let place = format!("{HOME}{}", if path == "index.html" { "" } else { path });
        let said = format!("<link rel=\"canonical\" href=\"{place}\">");
        assert_eq!(text.matches(&said).count(), 1, "{path}");
        expected.insert(place);
    }
    assert_eq!(texts("sitemap.xml", "loc"), expected);
    let fed = texts("feed.xml", "id");
    assert!(fed.len() > 10 && fed.iter().all(|place| expected.contains(place)), "{fed:?}");
    assert!(site["robots.txt"].contains(&format!("Sitemap: {HOME}sitemap.xml")));
}

/// Others show it beside a link; what they are told of its size must be so.
#[test]
fn the_card_is_there_and_as_large_as_it_is_said_to_be() {
    let (site, pictures) = (at_home(), pictures());
    let mut n_own = 0;
    for (path, text) in site.iter().filter(|(_, text)| text.contains("<link rel=\"canonical\"")) {
        let card = meta(text, "og:image").unwrap_or_else(|| panic!("{path} has no picture"));
        let own = ["article/", "self-test/"].iter().any(|folder| path.starts_with(folder));
        n_own += usize::from(own);
        let expected = format!("card/{}", path.replace(".html", ".png"));
        let expected = if own { &expected } else { "icon/card.png" };
        let name = card.strip_prefix(HOME).expect("it is a whole address");
        assert_eq!(name, expected, "{path}");
        let card = Pixmap::decode_png(&pictures[name]).expect("it is a picture");
        for (side, size) in [("width", card.width()), ("height", card.height())] {
            let said = meta(text, &format!("og:image:{side}")).expect("it is said");
            assert_eq!(said, size.to_string(), "{path}: {side}");
        }
    }
    assert!(
        n_own > 0 && pictures.len() == n_own + 1,
        "every picture is some page's own, but the site's"
    );
}

/// The letters of a title keep off the drawing beside them.
#[test]
fn every_title_stands_on_its_card() {
    for (name, bytes) in pictures() {
        let card = Pixmap::decode_png(bytes).expect("it is a picture");
        let paper = card.pixel(0, 0).expect("it has pixels");
        let is_clear = |x: u32| (0..600).all(|y| card.pixel(x, y) == Some(paper));
        assert!((0..80).chain(815..860).all(is_clear), "{name}: the title does not fit");
        assert!((90..800).any(|x| !is_clear(x)), "{name}: no title");
    }
}

#[test]
fn what_others_call_the_same_is_on_the_page_and_told_to_programs() {
    let content = compile(&content(), Date::from_unix_days(20_778)).content;
    let (mut n_items, mut n_categories) = (0, 0);
    for page in &content.pages {
        let text = address(page).and_then(|path| real().get(&path));
        if let Some(item) = &page.identity.wikidata {
            let link = format!("href=\"https://www.wikidata.org/wiki/{}\"", item.text);
            assert!(text.is_some_and(|text| text.contains(&link)), "{}", page.slug);
            n_items += 1;
        }
        if let Some(category) = &page.identity.icd_11 {
            let told = format!("\"codeValue\":\"{}\"", category.text);
            let shown = format!("illnesses: {}</p>", category.text);
            let is_there = |text: &String| text.contains(&told) && text.contains(&shown);
            assert!(text.is_some_and(is_there), "{}", page.slug);
            n_categories += 1;
        }
    }
    assert!(n_items > 0 && n_categories > 0, "some are told");
}

/// What a page says of itself to programs by this name, if it does.
fn meta<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("<meta property=\"{name}\" content=\""))?;
    Some(rest.split_once('"')?.0)
}

/// A wrong address may be deep down, and the links there must not be.
#[test]
fn the_page_for_wrong_addresses_works_at_any_depth() {
    let site = at_home();
    let page = &site["404.html"];
    for href in [values(page, "href"), values(page, "src")].concat() {
        let is_whole = href.starts_with(HOME) || href.starts_with("tel:") || href == "#main";
        assert!(is_whole, "{href}");
        let path = href.strip_prefix(HOME).unwrap_or("index.html");
        assert!(site.contains_key(path) || is_beside(path), "{href} leads nowhere");
    }
}

/// A choice that leaves nothing, or a number that the sheet does not know, would be a dead button.
#[test]
fn each_choice_among_exercises_leaves_some() {
    const SHEET: &str = include_str!("../../../www/style/exercises.css");
    let site = real();
    let page = &site["exercises.html"];
    let numbers: BTreeSet<_> = values(page, "value").into_iter().filter(|it| *it != "0").collect();
    let named: BTreeSet<_> =
        values(page, "data-choice").into_iter().flat_map(|it| it.split(' ')).collect();
    assert!(numbers.len() > 4);
    assert_eq!(numbers, named);
    for number in numbers {
        assert!(SHEET.contains(&format!("[data-choice~=\"{number}\"]")), "{number}");
    }
}

/// In the order in which the checker asks, and what to do about several is said once.
#[test]
fn help_names_signs_in_the_order_asked_and_says_once_what_to_do() {
    let pages = real();
    let help = &pages["help.html"];
    let emergencies = help.split("<section").nth(1).expect("the most urgent come first");
    let place = |name: &str| {
        let link = format!("red-flag/{name}.html");
        emergencies.find(&link).unwrap_or_else(|| panic!("{name} is an emergency"))
    };
    assert!(place("chest-pain-with-back-pain") < place("swollen-main-artery"));
    let mut acts: Vec<_> = emergencies.split("<strong>").skip(1).collect();
    acts.sort_unstable();
    assert!(acts.windows(2).all(|pair| pair[0] != pair[1]), "{acts:?}");
    assert_eq!(emergencies.matches("Do not drive yourself.").count(), 1);
}

/// Whoever has only paper is told of every sign, and of every page that an answer speaks for.
#[test]
fn all_of_the_checker_is_on_paper() {
    for site in [&small(), real()] {
        let paper = &site["paper.html"];
        let hrefs: BTreeSet<_> = values(paper, "href").into_iter().collect();
        for kind in ["red-flag/", "cause/"] {
            for path in site.keys().filter(|path| path.starts_with(kind)) {
                assert!(hrefs.contains(&**path), "{path}");
            }
        }
        assert!(!paper.contains("<script"));
    }
}

/// The file of a row, the way the browser makes it.
fn searched(site: &BTreeMap<String, String>) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for file in ["search/names.json", "search/words.json"] {
        let file: Value = serde_json::from_str(&site[file]).expect("it is JSON");
        for shelf in file["shelves"].as_array().expect("a list") {
            let folder = shelf["folder"].as_str().expect("a text");
            for row in shelf["pages"].as_array().expect("a list") {
                let path = format!("{folder}{}.html", row[0].as_str().expect("a text"));
                assert_eq!(found.insert(path.clone(), row.clone()), None, "{path} is there twice");
            }
        }
    }
    found
}

#[test]
fn every_page_can_be_found_and_whatever_is_found_is_there() {
    for site in [&small(), real()] {
        let found = searched(site);
        let apart = ["404.html", "index.html", "search.html"];
        let pages =
            site.keys().filter(|path| path.ends_with(".html") && !path.starts_with("embed/"));
        let pages: Vec<_> = pages.filter(|path| !apart.contains(&path.as_str())).collect();
        assert_eq!(found.keys().collect::<Vec<_>>(), pages);
        let title = |row: &Value| row[1].as_str().map(backwise_compiler::html::escape);
        for (path, row) in &found {
            let title = title(row).expect("a page has a title");
            assert!(site[path].contains(&format!("<title>{title} · ")), "{path}: {title}");
        }
    }
    let found = searched(&small());
    assert_eq!(found["cause/slump.html"][2], "slouch");
    assert_eq!(found["red-flag/bad.html"][3], "emergency");
    assert_eq!(found["symptom/ache.html"][3], "emergency", "it raises one on its own");
    assert_eq!(found["cause/slump.html"][3], "");
}

#[test]
fn without_the_library_nothing_speaks_of_a_search() {
    let site = with(&content(), &Settings::default()).expect("the content compiles");
    assert!(site.keys().all(|path| !path.starts_with("search")));
    let about = |text: &str| text.contains("search.html") || text.contains("<backwise-search");
    assert!(site.values().all(|text| !about(text)));
}

#[test]
fn a_picture_stands_alone() {
    every_file(".svg", |_, path, text| {
        let foreign = text.replace("http://www.w3.org/2000/svg", "");
        for word in ["://", "@import", "url(", "<script"] {
            assert!(!foreign.contains(word), "{path}: {word}");
        }
        for word in [" role=\"img\"", "<title id=\"t\">", "<desc id=\"d\">", "prefers-color-scheme"]
        {
            assert!(text.contains(word), "{path}: {word}");
        }
        let used = text.split("var(").skip(1).filter_map(|rest| rest.split(')').next());
        used.for_each(|name| assert!(text.contains(&format!("{name}:#")), "{path}: {name}"));
    });
}

#[test]
fn what_is_opened_is_closed() {
    let check = |path: &str, text: &str| {
        let mut open = Vec::new();
        for tag in text.split('<').skip(1) {
            let name =
                tag.split(|c: char| !(c.is_ascii_alphanumeric() || "/-!".contains(c))).next();
            match name.unwrap_or_default() {
                name if name.starts_with('!') || VOID.contains(&name.trim_end_matches('/')) => {}
                name => match name.strip_prefix('/') {
                    Some(closed) => assert_eq!(open.pop(), Some(closed), "{path}: {tag}"),
                    None => open.push(name),
                },
            }
        }
        assert!(open.is_empty(), "{path}: {open:?}");
    };
    every_file(".html", |_, path, text| check(path, text));
    every_file(".svg", |_, path, text| check(path, text));
}

#[test]
fn the_hazard_log_holds_every_hazard_and_what_nothing_prevents_comes_first() {
    let content = compile(&content(), Date::from_unix_days(20_778)).content;
    let log = &real()["hazards.html"];
    let place = |id: &str| log.find(&format!("id=\"{id}\"")).expect("it is on the sheet");
    let (open, controlled): (Vec<_>, Vec<_>) =
        hazard::all(&content).into_iter().partition(|(_, hazard)| hazard.open.is_some());
    let last_open = open.iter().map(|(page, _)| place(&page.slug)).max();
    for (page, hazard) in &controlled {
        assert!(Some(place(&page.slug)) > last_open, "{}", page.slug);
        let mut tests = hazard.controls.iter().flat_map(|control| &control.tests);
        assert!(tests.all(|test| log.contains(&test.text)), "{}", page.slug);
    }
    assert!(real()["about.html"].contains("href=\"hazards.html\""));
}

#[test]
fn a_page_that_a_clinician_signed_says_who_and_is_counted() {
    let path = "cause/fatigue-slump.md";
    let compiled = compile(&content(), Date::from_unix_days(20_778));
    let page = compiled.content.pages.iter().find(|page| &*page.path == path);
    let page = page.expect("it is one of the pages");
    let review = format!(
        "---\nreviewed-by:\n  - name: A & B\n    profession: nurse\n    register: R <1>\n    on: 2026-11-21\n    words: {}\n",
        words(page)
    );
    let signed = page.text.replacen("---\n", &review, 1);
    let source = content().overlaid(Source::of(&[(path, signed.as_bytes())]));
    let pages = site(&source).expect("the signature holds");
    let page = &pages["cause/fatigue-slump.html"];
    assert!(page.contains("Reviewed by A &amp; B, nurse (R &lt;1&gt;), on 21 November 2026."));
    let none_yet = "No doctor or physiotherapist has reviewed";
    assert!(!page.contains(none_yet) && pages["index.html"].contains(none_yet));
    let all = reviewable(&compiled.content).count();
    assert!(pages["about.html"].contains(&format!("Signed by a clinician: 1 of {all} pages.")));
    assert!(real()["about.html"].contains(&format!("Signed by a clinician: 0 of {all} pages.")));
}

/// A page that takes a phone seconds to lay out is a page that nobody reads.
#[test]
fn no_page_is_longer_than_300_kilobytes() {
    every(|_, path, text| assert!(text.len() < 300_000, "{path}: {}", text.len()));
}

/// The receipts of the graph name passages by number; the pages must count alike.
#[test]
fn every_passage_has_its_address() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let source = Source::read(&folder).expect("the content folder is beside us");
    let content = compile(&source, Date::from_unix_days(20_778)).content;
    for (at, page) in content.pages.iter().enumerate() {
        let body = backwise_compiler::html::body(&content, at, "../");
        let text = format!("{}{}", body.lead, body.rest);
        let expected: Vec<_> =
            page.document.passages.iter().map(|p| format!("p{}", p.number)).collect();
        assert_eq!(values(&text, "id"), expected, "{}", page.path);
    }
}

#[test]
fn an_exercise_says_how_it_goes_on_the_clock() {
    let row = &small()["exercise/row.html"];
    let clock = "2 rounds of 10, one every 5 seconds, each held for 2 seconds. 45 seconds of rest in between.";
    assert!(row.contains(clock) && row.contains("2.5 minutes"), "{row}");
}

#[test]
fn a_self_test_says_what_to_know_before_how_it_goes() {
    let site = real();
    let (_, page) = site["self-test/wall-posture-test.html"]
        .split_once("Before you begin")
        .expect("it is there");
    let (before, steps) = page.split_once("<ol").expect("it has steps");
    assert!(before.matches("<li>").count() >= 5 && steps.contains("one step forward"));
}

#[test]
fn a_sign_leads_to_what_is_worth_training_and_back() {
    let site = real();
    let (sign, structure) = ("observation/head-off.html", "structure/deep-neck-flexors.html");
    for (from, to) in [(sign, structure), (structure, sign)] {
        assert!(values(&site[from], "href").contains(&format!("../{to}").as_str()), "{from}");
    }
    assert!(site["everything.html"].contains(sign));
}

#[test]
fn same_content_same_bytes() {
    assert_eq!(small(), small());
}
