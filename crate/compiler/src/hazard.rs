//! The hazard log: what could hurt a reader, how bad and how likely that is, what prevents it, and what shows that it does.
//!
//! A hazard has controls, each with the tests that show it, or it says openly that nothing prevents it.

use backwise_graph::Kind;

use crate::content::Content;
use crate::front_matter::Fields;
use crate::markdown::{Block, words};
use crate::page::Page;
use crate::yaml::Spot;

/// How bad it is for the reader, the mildest first: the words of the NHS standard DCB0129.
pub const SEVERITIES: &[&str] = &["minor", "significant", "considerable", "major", "catastrophic"];

/// How likely it is, the least first: the words of the same standard.
pub const LIKELIHOODS: &[&str] = &["very-low", "low", "medium", "high", "very-high"];

/// The sections of its page: how it comes about, what it does to a reader, what the controls leave.
pub const SECTIONS: [&str; 3] = ["Cause", "Effect", "What remains"];

/// What could hurt a reader.
pub struct Hazard {
    /// One of [`SEVERITIES`]: how bad the worst is that can be expected.
    pub severity: Spot,
    /// One of [`LIKELIHOODS`]: how likely that is as things stand.
    pub likelihood: Spot,
    /// One of [`LIKELIHOODS`]: how likely it would be without the controls; nothing where there are none.
    pub without: Option<Spot>,
    /// What prevents it; none where the hazard is open.
    pub controls: Vec<Control>,
    /// Why nothing prevents it, where that is so.
    pub open: Option<Spot>,
}

/// Something that prevents a hazard.
pub struct Control {
    /// What it is.
    pub text: Spot,
    /// The tests that show it, by name; one at least.
    pub tests: Vec<Spot>,
}

/// Takes what a hazard has.
pub(crate) fn read(fields: &mut Fields) -> Hazard {
    let severity = fields.one_word("severity", SEVERITIES);
    let likelihood = fields.one_word("likelihood", LIKELIHOODS);
    if fields.has("open") {
        let open = fields.text("open");
        return Hazard { severity, likelihood, without: None, controls: Vec::new(), open };
    }
    let without = Some(fields.one_word("without", LIKELIHOODS));
    if !fields.has("controls") {
        fields.missing("controls");
    }
    let groups = fields.groups("controls");
    let controls = groups.into_iter().map(|group| control(fields, group)).collect();
    Hazard { severity, likelihood, without, controls, open: None }
}

fn control(fields: &mut Fields, mut group: Fields) -> Control {
    let text = group.needed("text");
    if !group.has("tests") {
        group.missing("tests");
    }
    let tests = group.texts("tests");
    fields.close(group);
    Control { text, tests }
}

/// All hazards: the worst first, then the likeliest, then by title.
#[must_use]
pub fn all(content: &Content) -> Vec<(&Page, &Hazard)> {
    let of_kind = content.of_kind(Kind::Hazard).map(|(_, page)| page);
    let mut all: Vec<_> = of_kind.filter_map(|page| Some((page, page.facts.hazard()?))).collect();
    let rank = |words: &[&str], spot: &Spot| words.iter().position(|word| *word == spot.text);
    all.sort_by_key(|(page, hazard)| {
        let severity = rank(SEVERITIES, &hazard.severity);
        let likelihood = rank(LIKELIHOODS, &hazard.likelihood);
        (std::cmp::Reverse((severity, likelihood)), &page.title.text)
    });
    all
}

/// The paragraphs below one heading of a page, as plain text.
#[must_use]
pub fn section(page: &Page, heading: &str) -> Vec<String> {
    let passages = page.document.passages.iter();
    let is_heading = |block: Block| matches!(block, Block::Heading(_));
    let from = passages.skip_while(|it| !is_heading(it.block) || it.text.trim() != heading);
    let below = from.skip(1).take_while(|it| !is_heading(it.block));
    below.map(|it| words(&page.text, it.span.clone()).trim().to_owned()).collect()
}
