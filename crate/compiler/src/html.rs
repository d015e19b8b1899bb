//! The words of a page as HTML: the passages of [`crate::markdown`], each at its address, with links and sources.
//!
//! The same events are walked and the same blocks are counted, so `#p3` here is passage 3 there.
//! Nothing else may become HTML: raw HTML is shown as text, pictures as their text, odd links as their label.

use backwise_graph::Kind;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd, html};

use crate::content::Content;
use crate::facts::Facts;
use crate::markdown::{events, opens};
use crate::page::Page;

/// The source that says openly: this is our own judgement.
pub const EDITORIAL: &str = "editorial";

/// The body of a page.
#[derive(Default)]
pub struct Body {
    /// The first paragraph, when the body begins with one.
    pub lead: String,
    /// Everything behind it.
    pub rest: String,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// The sources it cites, each once, in order; [`EDITORIAL`] is not among them.
    pub sources: Vec<usize>,
    /// Whether anything on it rests on our own judgement.
    pub editorial: bool,
}

/// A heading and its address, `#p` and the number.
pub struct Heading {
    /// Its level on the page, from 2: the title of the page is the first.
    pub level: u8,
    /// Its number among the passages.
    pub passage: u16,
    /// Its words.
    pub text: String,
}

/// Where the site keeps a page, below its root; questions, scales, the words of screens, lists, countries and hazards
/// have none.
#[must_use]
pub fn address(page: &Page) -> Option<String> {
    match page.kind {
        Kind::Question
        | Kind::Scale
        | Kind::Interface
        | Kind::Coverage
        | Kind::Country
        | Kind::Hazard => None,
        kind => Some(format!("{}/{}.html", kind.name(), page.slug)),
    }
}

/// The body of page number `at`; `root` leads from it to the root of the site.
///
/// # Panics
/// When there is no such page.
#[must_use]
pub fn body(content: &Content, at: usize, root: &str) -> Body {
    let page = &content.pages[at];
    let mut writer = Writer::new(content, at, root);
    for (event, _) in events(&page.text, page.body.clone()) {
        writer.step(event);
    }
    writer.finish()
}

/// `text` with the signs that HTML reads replaced.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out + rest
}

struct Writer<'a> {
    content: &'a Content,
    at: usize,
    root: &'a str,
    /// What goes to the printer: Markdown's own events, and ours as finished HTML.
    out: Vec<Event<'a>>,
    body: Body,
    n_passages: u16,
    /// Whether each open list is numbered.
    lists: Vec<bool>,
    /// What closes each open link.
    links: Vec<&'static str>,
    /// Whether the words of a link are replaced by a title.
    muted: bool,
    in_heading: bool,
    /// The events of the first paragraph, when it is closed and began the body.
    n_lead: Option<usize>,
}

impl<'a> Writer<'a> {
    fn new(content: &'a Content, at: usize, root: &'a str) -> Self {
        Self {
            content,
            at,
            root,
            out: Vec::new(),
            body: Body::default(),
            n_passages: 0,
            lists: Vec::new(),
            links: Vec::new(),
            muted: false,
            in_heading: false,
            n_lead: None,
        }
    }

    fn finish(mut self) -> Body {
        let rest = self.out.split_off(self.n_lead.unwrap_or(0));
        html::push_html(&mut self.body.lead, self.out.into_iter());
        html::push_html(&mut self.body.rest, rest.into_iter());
        self.body
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    fn step(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.words(text),
            Event::FootnoteReference(name) => self.footnote(&name),
            Event::SoftBreak | Event::HardBreak if self.in_heading => self.words(" ".into()),
            Event::Code(ref text) if self.in_heading => {
                self.heading_words(text);
                self.out.push(event);
            }
            Event::Code(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => {
                self.out.push(event);
            }
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// The address of the passage that `tag` opens, ` id="p3"`, or nothing.
    fn passage(&mut self, tag: &Tag<'_>) -> String {
        let numbered = self.lists.last().copied().unwrap_or(false);
        if opens(tag, !self.lists.is_empty(), numbered).is_none() {
            return String::new();
        }
        self.n_passages = self.n_passages.saturating_add(1);
        format!(" id=\"p{}\"", self.n_passages)
    }

    fn start(&mut self, tag: Tag<'a>) {
        let id = self.passage(&tag);
        match tag {
            Tag::Heading { level, .. } => self.start_heading(level as u8, &id),
            Tag::Paragraph if !id.is_empty() => self.html(format!("<p{id}>")),
            Tag::Item => self.html(format!("<li{id}>")),
            Tag::Table(_) => {
                self.html(format!("<div class=\"table\"{id}>"));
                self.out.push(Event::Start(tag));
            }
            Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
                self.start_link(&dest_url, has_pothole);
            }
            Tag::Link { dest_url, .. } => self.start_outward(&dest_url),
            Tag::Image { .. }
            | Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
            | Tag::MetadataBlock(_) => {}
            Tag::List(first) => {
                self.lists.push(first.is_some());
                self.out.push(Event::Start(tag));
            }
            _ => self.out.push(Event::Start(tag)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Paragraph if self.lists.is_empty() => self.end_paragraph(),
            TagEnd::Item => self.html("</li>\n"),
            TagEnd::Table => {
                self.out.push(Event::End(tag));
                self.html("</div>\n");
            }
            TagEnd::Link => {
                self.muted = false;
                let close = self.links.pop().unwrap_or_default();
                self.html(close);
            }
            TagEnd::Image
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::MetadataBlock(_) => {}
            TagEnd::List(_) => {
                self.lists.pop();
                self.out.push(Event::End(tag));
            }
            _ => self.out.push(Event::End(tag)),
        }
    }

    fn start_heading(&mut self, level: u8, id: &str) {
        let level = level.max(2);
        let heading = Heading { level, passage: self.n_passages, text: String::new() };
        self.body.headings.push(heading);
        self.in_heading = true;
        self.html(format!("<h{level}{id}>"));
    }

    fn end_heading(&mut self) {
        self.in_heading = false;
        let level = self.body.headings.last().map_or(2, |h| h.level);
        self.html(format!("</h{level}>\n"));
    }

    fn end_paragraph(&mut self) {
        self.html("</p>\n");
        let began = matches!(self.out.first(), Some(Event::InlineHtml(p)) if p.starts_with("<p"));
        if self.n_passages == 1 && began {
            self.n_lead = Some(self.out.len());
        }
    }

    /// Opens a wikilink. Where the page is unknown, has no address or is this one, its words stand alone; a
    /// country's stand behind the number to call there.
    fn start_link(&mut self, target: &str, has_label: bool) {
        let (relation, slugs) = match target.rsplit_once("::") {
            None => (None, ends(target)),
            Some((left, right)) => (Some(relation_name(left)), ends(right)),
        };
        let found = slugs.iter().filter_map(|slug| self.content.by_slug.get(*slug).copied());
        let to = found.into_iter().find(|to| *to != self.at);
        let href = to.and_then(|to| address(&self.content.pages[to]));
        let number = to.and_then(|to| self.number_to_call(to));
        let (open, close) = match (href, relation) {
            (Some(href), None) => (format!("<a href=\"{}{href}\">", self.root), "</a>"),
            (Some(href), Some(name)) => {
                (format!("<a class=\"relation {name}\" href=\"{}{href}\">", self.root), "</a>")
            }
            (None, _) => (number.unwrap_or_default(), ""),
        };
        self.html(open);
        self.links.push(close);
        if !has_label {
            let title = self.title(slugs.last().copied().unwrap_or_default());
            self.words(title.into());
            self.muted = true;
        }
    }

    /// The number of a country, to be called with a tap.
    fn number_to_call(&self, at: usize) -> Option<String> {
        match &self.content.pages[at].facts {
            Facts::Country { number, .. } => {
                let number = escape(&number.text);
                Some(format!("<a class=\"call\" href=\"tel:{number}\">{number}</a> "))
            }
            _ => None,
        }
    }

    fn title(&self, slug: &str) -> String {
        let page = self.content.by_slug.get(slug).map(|at| &self.content.pages[*at]);
        page.map_or_else(|| slug.to_owned(), |page| page.title.text.clone())
    }

    fn start_outward(&mut self, href: &str) {
        let safe = ["https://", "http://", "mailto:", "tel:"];
        let kept = safe.iter().any(|scheme| href.starts_with(scheme));
        self.links.push(if kept { "</a>" } else { "" });
        if kept {
            self.html(format!("<a href=\"{}\">", escape(href)));
        }
    }

    fn words(&mut self, text: CowStr<'a>) {
        if !self.muted {
            self.heading_words(&text);
            self.out.push(Event::Text(text));
        }
    }

    fn heading_words(&mut self, text: &str) {
        if let Some(heading) = self.body.headings.last_mut().filter(|_| self.in_heading) {
            heading.text.push_str(text);
        }
    }

    /// A number that leads to the source, or a dagger where we judged ourselves. An unknown source has no sign.
    fn footnote(&mut self, slug: &str) {
        let Some(at) = self.content.find(slug, &[Kind::Source]) else { return };
        let (sign, name) = if slug == EDITORIAL {
            self.body.editorial = true;
            ("†".to_owned(), "our own judgement".to_owned())
        } else {
            let number = self.number(at);
            (number.to_string(), format!("source {number}"))
        };
        let link = format!("<a href=\"#source-{slug}\" aria-label=\"{name}\">{sign}</a>");
        self.html(format!("<sup class=\"cite\">{link}</sup>"));
    }

    fn number(&mut self, source: usize) -> usize {
        let sources = &mut self.body.sources;
        let known = sources.iter().position(|at| *at == source);
        1 + known.unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        })
    }
}

/// The relation in `often shows` or `shows 0.7`.
fn relation_name(left: &str) -> &str {
    let is_relation = |word: &&str| {
        *word == "disputes" || backwise_graph::RelationKind::from_name(word).is_some()
    };
    left.split_whitespace().find(is_relation).unwrap_or_default()
}

/// The pages of a link: one, or for a relation that is named or doubted both of its ends.
fn ends(right: &str) -> Vec<&str> {
    let words: Vec<_> = right.split_whitespace().collect();
    match words[..] {
        [from, _, to] => vec![from, to],
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;
    use crate::{Compiled, Date, compile};

    /// The body of a cause page beside a structure, a symptom and two sources.
    fn html(body: &str) -> super::Body {
        let cause = format!("---\ntitle: Slump\n---\n\n{body}");
        let source = Source::of(&[
            ("cause/slump.md", cause.as_bytes()),
            ("structure/rhomboids.md", b"---\ntitle: Muscles <between> the blades\n---\n"),
            ("symptom/ache.md", b"---\ntitle: Ache\n---\n"),
            ("country/norway.md", b"---\ntitle: Norway\ncodes: [\"no\"]\nnumber: \"113\"\n---\n"),
            ("source/editorial.md", b"---\ntitle: Our own judgement\nread: full\n---\n"),
            ("source/wu-2021.md", b"---\ntitle: Wu\nread: full\n---\n"),
        ]);
        let Compiled { content, .. } = compile(&source, Date::from_unix_days(0));
        super::body(&content, content.by_slug["slump"], "../")
    }

    fn check(body: &str, expected: &str) {
        let found = html(body);
        assert_eq!(format!("{}{}", found.lead, found.rest).trim(), expected, "{body}");
    }

    #[test]
    fn a_link_leads_to_its_page_under_its_title_or_in_our_words() {
        let to = "<a href=\"../structure/rhomboids.html\">";
        check(
            "[[rhomboids]]",
            &format!("<p id=\"p1\">{to}Muscles &lt;between&gt; the blades</a></p>"),
        );
        check(
            "[[rhomboids|*these* muscles]]",
            &format!("<p id=\"p1\">{to}<em>these</em> muscles</a></p>"),
        );
    }

    #[test]
    fn a_country_is_named_behind_the_number_to_call_there() {
        let number = "<a class=\"call\" href=\"tel:113\">113</a>";
        check("[[norway]]", &format!("<p id=\"p1\">{number} Norway</p>"));
        check("[[norway|up north]]", &format!("<p id=\"p1\">{number} up north</p>"));
    }

    #[test]
    fn a_relation_says_which() {
        let to =
            |class, page| format!("<a class=\"relation {class}\" href=\"../{page}.html\">it</a>");
        let paragraph = |link| format!("<p id=\"p1\">{link}</p>");
        check("[[strains::rhomboids|it]]", &paragraph(to("strains", "structure/rhomboids")));
        check("[[often shows::ache|it]]", &paragraph(to("shows", "symptom/ache")));
        check("[[shows 0.7::ache|it]]", &paragraph(to("shows", "symptom/ache")));
        check("[[disputes::slump shows ache|it]]", &paragraph(to("disputes", "symptom/ache")));
        let named = "<a href=\"../symptom/ache.html\">it</a>";
        check("[[slump shows ache|it]]", &paragraph(named.to_owned()));
    }

    #[test]
    fn a_link_to_nowhere_or_to_its_own_page_is_words() {
        check("[[nowhere|there]] and [[slump|here]]", "<p id=\"p1\">there and here</p>");
    }

    #[test]
    fn passages_are_counted_as_the_graph_counts_them() {
        let text = "One.\n\n## Two\n\n- Three\n\n  still three\n- Four\n  1. Five\n\n> Six";
        let body = html(text);
        let mut rest = &*format!("{}{}", body.lead, body.rest);
        for block in ["<p ", "<h2 ", "<li ", "<li ", "<li ", "<p "].iter().zip(1..) {
            let opening = format!("{}id=\"p{}\">", block.0, block.1);
            rest = rest.split_once(&opening).expect(&opening).1;
        }
        assert!(!rest.contains("id="), "{rest}");
    }

    #[test]
    fn a_table_is_one_passage() {
        let body = html("One.\n\n| a | b |\n|---|---|\n| c | d |\n\nThree.");
        assert!(body.rest.starts_with("<div class=\"table\" id=\"p2\"><table>"), "{}", body.rest);
        assert!(
            body.rest.ends_with("</table>\n</div>\n<p id=\"p3\">Three.</p>\n"),
            "{}",
            body.rest
        );
    }

    #[test]
    fn a_footnote_is_a_number_and_our_own_judgement_a_dagger() {
        let body = html("One.[^wu-2021][^editorial] Two.[^wu-2021] Three.[^nobody]");
        let wu =
            "<sup class=\"cite\"><a href=\"#source-wu-2021\" aria-label=\"source 1\">1</a></sup>";
        let own = "<sup class=\"cite\"><a href=\"#source-editorial\" aria-label=\"our own judgement\">†</a></sup>";
        assert_eq!(body.lead, format!("<p id=\"p1\">One.{wu}{own} Two.{wu} Three.</p>\n"));
        assert_eq!((body.sources.len(), body.editorial), (1, true));
    }

    #[test]
    fn nothing_else_becomes_html() {
        check("a <b>c</b> & d", "<p id=\"p1\">a &lt;b&gt;c&lt;/b&gt; &amp; d</p>");
        check("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;");
        check("[click](javascript:x) ![cat](cat.png)", "<p id=\"p1\">click cat</p>");
        check(
            "[NHS](https://nhs.uk/?a&b)",
            "<p id=\"p1\"><a href=\"https://nhs.uk/?a&amp;b\">NHS</a></p>",
        );
    }

    #[test]
    fn headings_know_their_words_and_never_compete_with_the_title() {
        let body = html("# [[rhomboids]] `x`\nOne.\n### Two\nThree.");
        let found: Vec<_> = body.headings.iter().map(|h| (h.level, h.passage, &*h.text)).collect();
        assert_eq!(found, [(2, 1, "Muscles <between> the blades x"), (3, 3, "Two")]);
        assert_eq!(body.lead, "");
    }
}
