//! What content must hold, and what holds it: the pages of kind `coverage`, read item by item.
//!
//! An item names a concept in our own words, then what holds it, then what there is to know:
//! `- the long back muscles: [[erector-spinae]]. They are the middle layer, not the deepest.`
//! Without a link it is a decision, and gives its reason: `- cupping: left out, because …`.

use backwise_graph::Kind;

use crate::content::{Content, Target};
use crate::markdown::{Block, Passage};
use crate::page::Page;

/// How a decision begins.
const DECISION: &str = "left out";

/// One item of one list.
pub struct Row<'a> {
    /// The page that lists it.
    pub page: usize,
    /// The heading above it, or nothing.
    pub group: &'a str,
    /// The item itself.
    pub passage: &'a Passage,
    /// What must be held, in our own words.
    pub concept: &'a str,
    /// What holds it.
    pub held: Held<'a>,
    /// What there is to know: where the words it was first said in are imprecise, or how sure a number is.
    pub note: &'a str,
}

/// What holds a concept.
pub enum Held<'a> {
    /// Pages and relations, at least one; what counts is the first.
    Links(Vec<Target>),
    /// Nothing, by a decision with this reason.
    Decision(&'a str),
    /// Nothing at all.
    Nothing,
}

/// How many rows there are of each sort.
#[derive(Default)]
pub struct Count {
    /// All of them.
    pub rows: usize,
    /// Held by a page.
    pub pages: usize,
    /// Held by a relation.
    pub relations: usize,
    /// Left out by a decision.
    pub decisions: usize,
    /// Held by nothing.
    pub empty: usize,
    /// With something to know about them.
    pub notes: usize,
}

/// Every row, in order of page and place.
#[must_use]
pub fn rows(content: &Content) -> Vec<Row<'_>> {
    content.of_kind(Kind::Coverage).flat_map(|(at, page)| of_page(content, at, page)).collect()
}

/// Counts rows.
#[must_use]
pub fn count<'a>(rows: impl IntoIterator<Item = &'a Row<'a>>) -> Count {
    let mut count = Count::default();
    for row in rows {
        count.rows += 1;
        count.notes += usize::from(!row.note.is_empty());
        match &row.held {
            Held::Links(links) if matches!(links[0], Target::Page(_)) => count.pages += 1,
            Held::Links(_) => count.relations += 1,
            Held::Decision(_) => count.decisions += 1,
            Held::Nothing => count.empty += 1,
        }
    }
    count
}

fn of_page<'a>(content: &'a Content, at: usize, page: &'a Page) -> Vec<Row<'a>> {
    let mut group = "";
    let mut rows = Vec::new();
    for passage in &page.document.passages {
        match passage.block {
            Block::Heading(_) => group = passage.text.trim(),
            Block::Item(_) => rows.push(row(content, at, group, passage)),
            Block::Paragraph | Block::Table => {}
        }
    }
    rows
}

fn row<'a>(content: &'a Content, page: usize, group: &'a str, passage: &'a Passage) -> Row<'a> {
    let (concept, rest) = passage.text.split_once(": ").unwrap_or((&passage.text, ""));
    let (concept, rest) = (concept.trim(), rest.trim());
    if let Some(reason) = rest.strip_prefix(DECISION) {
        let reason = reason.trim_start_matches([',', ' ']).trim_end_matches('.');
        let held = if reason.is_empty() { Held::Nothing } else { Held::Decision(reason) };
        return Row { page, group, passage, concept, held, note: "" };
    }
    let (_, note) = rest.split_once(". ").unwrap_or((rest, ""));
    let links = links(content, page, passage);
    let held = if links.is_empty() { Held::Nothing } else { Held::Links(links) };
    Row { page, group, passage, concept, held, note }
}

/// The links between the concept and the first full stop behind it.
fn links(content: &Content, page: usize, passage: &Passage) -> Vec<Target> {
    let text = &content.pages[page].text[passage.span.clone()];
    let from = text.find(": ").unwrap_or(text.len());
    let length = text[from..].split_inclusive(['.']).next().map_or(0, str::len);
    let held = passage.span.start + from..passage.span.start + from + length;
    // In order of place, so those of a page stand together.
    let first = content.mentions.partition_point(|m| m.page < page);
    let here = content.mentions[first..].iter().take_while(|m| m.page == page);
    here.filter(|m| held.contains(&m.span.start)).map(|m| m.to).collect()
}

#[cfg(test)]
mod tests {
    use super::{Held, count, rows};
    use crate::source::Source;
    use crate::{Compiled, Date, Target, compile};

    fn compiled(list: &str) -> Compiled {
        let list = format!("---\ntitle: List\n---\n\n{list}");
        let source = Source::of(&[
            ("coverage/list.md", list.as_bytes()),
            ("structure/back.md", b"---\ntitle: Back\n---\n"),
            ("structure/muscle.md", b"---\ntitle: Muscle\n---\nIt is [[part-of::back]]."),
        ]);
        compile(&source, Date::from_unix_days(0))
    }

    /// What one item is read as: its concept, what holds it, its note.
    fn check(item: &str, expected: &str) {
        let Compiled { content, .. } = compiled(item);
        let name = |target: &Target| match target {
            Target::Page(at) => content.pages[*at].slug.clone(),
            Target::Relation(_, kind, _) => kind.name().to_owned(),
        };
        let rows = rows(&content);
        let held = match &rows[0].held {
            Held::Links(links) => links.iter().map(name).collect::<Vec<_>>().join("+"),
            Held::Decision(reason) => format!("not: {reason}"),
            Held::Nothing => "nothing".to_owned(),
        };
        assert_eq!(format!("{}|{held}|{}", rows[0].concept, rows[0].note), expected, "{item}");
    }

    #[test]
    fn an_item_is_a_concept_what_holds_it_and_a_note() {
        check("- The back: [[back]]", "The back|back|");
        check(
            "- The back: [[back]], [[muscle|it]].\n  Not [[muscle|that]].",
            "The back|back+muscle|Not that.",
        );
        check("- Its muscle: [[muscle part-of back]]. Yes.", "Its muscle|part-of|Yes.");
        check("- Cups: left out, because. No source.", "Cups|not: because. No source|");
        check("- Cups: left out.", "Cups|nothing|");
        check("- Cups. [[back]]", "Cups. back|nothing|");
    }

    #[test]
    fn rows_are_counted_by_what_holds_them_first() {
        let list = "- A: [[back]], [[muscle part-of back]]. N.\n- B: [[muscle part-of back]]\n- C: left out, as is\n- D";
        let Compiled { content, .. } =
            compiled(&format!("## One\n\n{list}\n\n## Two\n\n- E: [[back]]"));
        let rows = rows(&content);
        let found = count(&rows);
        let found =
            [found.rows, found.pages, found.relations, found.decisions, found.empty, found.notes];
        assert_eq!(found, [5, 2, 1, 1, 1, 1]);
        let groups: Vec<_> = rows.iter().map(|row| row.group).collect();
        assert_eq!(groups, ["One", "One", "One", "One", "Two"]);
    }
}
