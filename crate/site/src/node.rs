//! What the page of one node shows.

use backwise_compiler::Facts;
use backwise_compiler::html::{self, Body};
use backwise_compiler::{Content, Page, yaml};
use backwise_graph::{CauseType, Kind, Urgency};
use serde::Serialize;

use crate::card;
use crate::graph::{Drawing, draw};
use crate::index::{Index, Spot};
use crate::picture::{Picture, picture, seated};
use crate::play::by_the_clock;
use crate::relation::{Relations, relations};
use crate::rule::{Reading, level_alone, reading};
use crate::source::{Source, source};
use crate::view::{Link, minutes, spaced};

/// The way from a node's page to the root of the site: every node stands one folder deep.
const ROOT: &str = "../";

/// Words per minute of a reader who is not in a hurry.
const PACE: usize = 220;

#[derive(Serialize)]
pub struct Node {
    pub path: String,
    pub kind: &'static str,
    /// The picture that others show beside a link to it; empty where that is the site's own.
    pub card: String,
    /// What it is, in words, with the list it belongs to.
    pub family: Link,
    /// Its id.
    pub slug: String,
    pub title: String,
    pub description: String,
    pub also: Vec<String>,
    /// Its item in Wikidata and its category in ICD-11, or nothing.
    pub wikidata: String,
    pub icd_11: String,
    pub facts: NodeFacts,
    /// How it looks, for exercises.
    pub picture: Option<Picture>,
    /// How a self-test looks for who sits.
    pub seated: Option<Picture>,
    pub lead: String,
    pub rest: String,
    /// Its sections, with their addresses on the page.
    pub contents: Vec<Link>,
    pub minutes_to_read: usize,
    pub relations: Vec<Relations>,
    /// The same as a picture, as far as it holds them.
    pub drawing: Option<Drawing>,
    /// Pages that link here, at their first passage that does.
    pub linked: Vec<Link>,
    /// Pages that rest on it.
    pub cited: Vec<Link>,
    pub sources: Vec<Source>,
    pub editorial: Option<Source>,
    pub checked: String,
    pub review: String,
    /// Who put their name to it.
    pub reviewers: Vec<Reviewer>,
}

/// A clinician who put their name to a page.
#[derive(Serialize)]
pub struct Reviewer {
    pub name: String,
    pub profession: String,
    /// The register and their number in it, or nothing.
    pub register: String,
    pub on: String,
}

/// The front matter of its kind, as far as readers see it.
#[derive(Default, Serialize)]
pub struct NodeFacts {
    pub author: String,
    /// Its own id, for an article that says what it is about: the checker ticks that beforehand.
    pub topic: String,
    pub region: Vec<String>,
    pub ask: String,
    pub help: String,
    pub dose: String,
    pub minutes: String,
    /// The usual way of an exercise, in sets, counts and seconds.
    pub by_the_clock: String,
    pub stop: String,
    /// What to know before a self-test begins.
    pub before: Vec<String>,
    /// How soon to get help: for a warning sign, or for a finding that is one on its own.
    pub level: &'static str,
    pub rule: Option<Reading>,
    /// Who says how urgent it is.
    pub levels: Vec<SourceLevel>,
    pub waiver: String,
    pub source: Option<Source>,
}

/// The urgency that one source gives.
#[derive(Serialize)]
pub struct SourceLevel {
    pub source: Source,
    pub level: String,
}

/// The page of node `at`; none where nodes of its kind have no page.
#[must_use]
pub fn node(index: &Index, at: usize) -> Option<Node> {
    let content = index.content;
    let page = &content.pages[at];
    let body = html::body(content, at, ROOT);
    let relations = relations(index, at);
    let editorial = content.find(html::EDITORIAL, &[Kind::Source]).filter(|_| body.editorial);
    Some(Node {
        path: html::address(page)?,
        kind: page.kind.name(),
        card: card::path(page).unwrap_or_default(),
        family: family(page),
        slug: page.slug.clone(),
        title: page.title.text.clone(),
        description: description(page),
        also: page.also.iter().map(|name| name.text.clone()).collect(),
        wikidata: text(&page.identity.wikidata),
        icd_11: text(&page.identity.icd_11),
        facts: facts(content, at),
        picture: picture(page),
        seated: seated(page),
        contents: contents(&body),
        minutes_to_read: minutes_to_read(page),
        drawing: draw(&page.title.text, &relations),
        relations,
        linked: first_spots(content, &index.linked[at]),
        cited: cited(index, at),
        sources: body.sources.iter().filter_map(|at| source(content, *at)).collect(),
        editorial: editorial.and_then(|at| source(content, at)),
        checked: page.checked.map(|day| day.to_string()).unwrap_or_default(),
        review: page.review.as_ref().map(|(day, _)| day.to_string()).unwrap_or_default(),
        reviewers: page.reviewers.iter().map(reviewer).collect(),
        lead: body.lead,
        rest: body.rest,
    })
}

fn text(spot: &Option<yaml::Spot>) -> String {
    spot.as_ref().map(|spot| spot.text.clone()).unwrap_or_default()
}

fn reviewer(it: &backwise_compiler::reviewer::Reviewer) -> Reviewer {
    Reviewer {
        name: it.name.text.clone(),
        profession: it.profession.text.clone(),
        register: text(&it.register),
        on: it.on.as_ref().map(|(day, _)| day.to_string()).unwrap_or_default(),
    }
}

fn family(page: &Page) -> Link {
    let (title, href) = match page.kind {
        Kind::Article => ("Article", "index.html#articles"),
        Kind::Cause => (cause_type(&page.facts), "causes.html"),
        Kind::Symptom => ("Something you may feel or notice", "everything.html#symptom"),
        Kind::Risk => ("Something about you", "everything.html#risk"),
        Kind::Structure => ("Part of the body", "everything.html#structure"),
        Kind::RedFlag => ("Warning sign", "help.html"),
        Kind::Exercise => ("Exercise", "exercises.html"),
        Kind::Habit => ("Habit", "exercises.html"),
        Kind::SelfTest => ("A look at yourself", "everything.html#self-test"),
        Kind::Observation => ("What a wall test can show", "everything.html#observation"),
        Kind::Professional => ("Who can help", "everything.html#professional"),
        Kind::Source => ("Source", "sources.html"),
        Kind::Country => ("Emergency number", "help.html"),
        Kind::About => ("About these pages", "about.html"),
        Kind::Question | Kind::Scale | Kind::Interface | Kind::Coverage | Kind::Hazard => {
            ("", "index.html")
        }
    };
    Link { title: title.to_owned(), href: href.to_owned() }
}

fn cause_type(facts: &Facts) -> &'static str {
    match facts {
        Facts::Cause { cause_type: CauseType::Contributor, .. } => "Something that may add to pain",
        _ => "Condition",
    }
}

/// For listings and search engines: what the writer gave, or else how the page begins.
#[must_use]
pub fn description(page: &Page) -> String {
    match &page.facts {
        Facts::Article { description, .. } => description.text.clone(),
        Facts::Symptom { ask: Some(ask), .. } | Facts::Risk { ask: Some(ask), .. }
            if page.summary().is_empty() =>
        {
            ask.text.clone()
        }
        _ if page.summary().is_empty() => format!("{}.", page.title.text),
        _ => shortened(page.summary(), 200),
    }
}

/// `text` up to the last whole word within `most` letters.
fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let cut = text[..end].rsplit_once(' ').map_or(&text[..end], |(kept, _)| kept);
    format!("{}…", cut.trim_end_matches([',', ';', ':']))
}

fn contents(body: &Body) -> Vec<Link> {
    let sections = body.headings.iter().filter(|h| h.level == 2);
    sections.map(|h| Link { title: h.text.clone(), href: format!("#p{}", h.passage) }).collect()
}

#[must_use]
pub fn minutes_to_read(page: &Page) -> usize {
    page.document.n_words.div_ceil(PACE).max(1)
}

/// One link for each page, to the first of its passages here; passage 0 is the page as a whole.
fn first_spots(content: &Content, spots: &[Spot]) -> Vec<Link> {
    let pages = spots.chunk_by(|(one, _), (other, _)| one == other);
    let link = |spots: &[Spot]| match spots[0] {
        (page, 0) => Link::to(content, page),
        (page, passage) => Link::to_passage(content, page, passage),
    };
    pages.filter_map(link).collect()
}

/// Pages that cite a source, and warning signs whose level rests on it.
fn cited(index: &Index, at: usize) -> Vec<Link> {
    let mut spots = index.cited[at].clone();
    let whole = index.flags.get(&at).into_iter().flatten();
    let whole = whole.filter(|_| index.content.pages[at].kind == Kind::Source);
    spots.extend(whole.map(|flag| (*flag, 0)));
    spots.sort_unstable();
    first_spots(index.content, &spots)
}

fn facts(content: &Content, at: usize) -> NodeFacts {
    let words = |region: &[yaml::Spot]| region.iter().map(|part| spaced(&part.text)).collect();
    let alone = level_alone(content, &content.pages[at].slug);
    let none = NodeFacts { level: alone.map_or("", Urgency::name), ..NodeFacts::default() };
    match &content.pages[at].facts {
        Facts::Article { author, region, about, .. } => NodeFacts {
            author: author.text.clone(),
            topic: if about.is_empty() { String::new() } else { content.pages[at].slug.clone() },
            region: words(region),
            ..none
        },
        Facts::Cause { region, .. } => NodeFacts { region: words(region), ..none },
        Facts::Symptom { ask, help, region, .. } => {
            NodeFacts { ask: text(ask), help: text(help), region: words(region), ..none }
        }
        Facts::Risk { ask, help, .. } => NodeFacts { ask: text(ask), help: text(help), ..none },
        Facts::Exercise { dose, play: Some(play), stop, .. } => NodeFacts {
            dose: dose.text.clone(),
            minutes: minutes(play.minutes()),
            by_the_clock: by_the_clock(play),
            stop: stop.text.clone(),
            ..none
        },
        Facts::SelfTest { stop, .. } => {
            NodeFacts { before: stop.iter().map(|rule| rule.text.clone()).collect(), ..none }
        }
        Facts::Habit { minutes: n } => {
            NodeFacts { minutes: n.map(minutes).unwrap_or_default(), ..none }
        }
        Facts::RedFlag { .. } => red_flag(content, &content.pages[at].facts),
        Facts::Source { .. } => NodeFacts { source: source(content, at), ..none },
        Facts::Exercise { play: None, .. } | Facts::Question { .. } | Facts::Country { .. } => none,
        Facts::About { .. } | Facts::Words(_) | Facts::Hazard(_) | Facts::Plain => none,
    }
}

fn red_flag(content: &Content, facts: &Facts) -> NodeFacts {
    let Facts::RedFlag { when, level, sources, waiver, .. } = facts else {
        return NodeFacts::default();
    };
    let levels = sources.iter().filter_map(|(name, level)| {
        let at = content.find(&name.text, &[Kind::Source])?;
        Some(SourceLevel { source: source(content, at)?, level: level.text.clone() })
    });
    NodeFacts {
        level: level.name(),
        rule: when.as_ref().map(|(rule, _)| reading(content, rule)),
        levels: levels.collect(),
        waiver: text(waiver),
        ..NodeFacts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn what_is_long_ends_at_a_word() {
        assert_eq!(shortened("short", 10), "short");
        assert_eq!(shortened("one two, three", 10), "one two…");
        assert_eq!(shortened("überlang", 3), "übe…");
    }
}
