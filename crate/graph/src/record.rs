//! What a graph is made of.

use crate::bytes::{Bytes, Reader, record};
use crate::choice::{CauseType, Choose, Kind, RelationKind, Stage, Urgency};
use crate::graph::Fault;
use crate::id::{CauseId, FindingId, PageId};
use crate::play::Play;

record! {
    /// A node: one page of content.
    pub struct Page {
        /// What it is, and so its folder.
        pub kind: Kind,
        /// Its id among pages of its kind: the file name.
        pub slug: String,
        /// How readers see it named.
        pub title: String,
        /// Its first paragraph as plain text, where the interface shows one; else empty.
        pub summary: String,
    }
}

record! {
    /// A symptom or a risk: what an answer says yes or no to.
    pub struct Finding {
        /// Its page.
        pub page: PageId,
        /// The yes-no question, or empty when only a screen asks it.
        pub ask: String,
        /// What the words of the question mean, or empty.
        pub help: String,
        /// It can only be so when one of these is; none where it can be so of anybody.
        pub needs: Vec<FindingId>,
    }
}

record! {
    /// What an answer to a finding says of causes.
    pub struct Likelihood {
        /// Chance of a yes with no listed cause behind it, 0.005 to 0.5.
        pub leak: f32,
        /// For a risk: the share of visitors who have it. For a symptom 0.
        pub share: f32,
        /// The causes that show it.
        pub links: Vec<Link>,
        /// The causes whose prior it changes.
        pub modifiers: Vec<Modifier>,
    }
}

record! {
    /// A cause that shows a finding.
    pub struct Link {
        /// The cause.
        pub cause: CauseId,
        /// P(yes because of this cause alone) = `strength` / 255. Quantised so, it is part of the model.
        pub strength: u8,
    }
}

record! {
    /// How knowing a risk multiplies the odds of a cause. Not knowing multiplies by 1.
    pub struct Modifier {
        /// The cause.
        pub cause: CauseId,
        /// Factor on its odds when the answer is yes.
        pub yes: f32,
        /// Factor on its odds when the answer is no.
        pub no: f32,
    }
}

record! {
    /// A screen that asks several findings at once.
    pub struct Question {
        /// Its page.
        pub page: PageId,
        /// The question.
        pub ask: String,
        /// What the words mean, or empty.
        pub help: String,
        /// Where it stands in the interview.
        pub stage: Stage,
        /// Which part of the sheet for a clinician its answers stand in.
        pub sheet: Stage,
        /// Whether one option excludes the others.
        pub choose: Choose,
        /// The findings it asks, in the order shown.
        pub options: Vec<FindingId>,
    }
}

record! {
    /// A cause.
    pub struct Cause {
        /// Its page.
        pub page: PageId,
        /// Contributor or condition.
        pub cause_type: CauseType,
        /// The family it is counted in when cases are scored.
        pub family: String,
        /// Share among people who come with back pain, 0.0005 to 0.6.
        pub prior: f32,
        /// Weight of missing it, 1 or more.
        pub harm: u8,
    }
}

record! {
    /// A rule over answers that sets an urgency.
    pub struct RedFlag {
        /// Its page; the summary is the text of the card.
        pub page: PageId,
        /// When it holds.
        pub when: Rule,
        /// What it sets at least.
        pub level: Urgency,
        /// The family it is counted in when cases are scored.
        pub family: String,
    }
}

record! {
    /// A part of the world, and whom to call there.
    pub struct Country {
        /// How readers see it named.
        pub title: String,
        /// Its ISO 3166-1 codes, in lower case, with spaces between.
        pub codes: String,
        /// The number to call in an emergency.
        pub number: String,
    }
}

/// A monotone expression over findings: there is no *not*, so one more yes never lowers an urgency.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Rule {
    /// The finding is answered yes.
    Finding(FindingId),
    /// At least this many of the parts hold. All of them is *and*, one of them is *or*.
    AtLeast(u8, Vec<Rule>),
}

/// Deeper rules than this are refused, so that reading one cannot exhaust the stack.
pub const MAX_RULE_DEPTH: usize = 16;

impl Rule {
    /// Calls `visit` with every finding the rule names, in order, repeats included.
    pub fn each_finding(&self, visit: &mut dyn FnMut(FindingId)) {
        match self {
            Rule::Finding(finding) => visit(*finding),
            Rule::AtLeast(_, parts) => {
                for part in parts {
                    part.each_finding(visit);
                }
            }
        }
    }

    fn read_at(input: &mut Reader<'_>, depth: usize) -> Self {
        if depth == 0 {
            input.fail(Fault::Malformed);
        }
        let n = u8::read(input);
        if n == 0 {
            return Rule::Finding(FindingId::read(input));
        }
        let n_parts = u16::read(input);
        let mut parts = Vec::new();
        for _ in 0..n_parts {
            parts.push(Self::read_at(input, depth - 1));
        }
        Rule::AtLeast(n, parts)
    }
}

impl Bytes for Rule {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Rule::Finding(finding) => {
                0u8.write(out);
                finding.write(out);
            }
            Rule::AtLeast(n, parts) => {
                n.write(out);
                parts.write(out);
            }
        }
    }

    fn read(input: &mut Reader<'_>) -> Self {
        Self::read_at(input, MAX_RULE_DEPTH)
    }
}

record! {
    /// A typed link between two pages.
    pub struct Relation {
        /// The page that it speaks of.
        pub from: PageId,
        /// What it says.
        pub kind: RelationKind,
        /// The page it points at.
        pub to: PageId,
        /// How strong, 0 to 1; for `raises` the odds ratio.
        pub strength: f32,
        /// The passages that state it.
        pub receipts: Vec<Receipt>,
    }
}

record! {
    /// What an article is about.
    pub struct Topic {
        /// The article.
        pub page: PageId,
        /// What whoever comes from it is likely to have. No safety screen asks any of it.
        pub about: Vec<FindingId>,
    }
}

record! {
    /// The passage that states something.
    pub struct Receipt {
        /// The page it stands on.
        pub page: PageId,
        /// Its number on that page; its address is `#p` and the number.
        pub passage: u16,
    }
}

record! {
    /// What an exercise asks for.
    pub struct Exercise {
        /// Its page.
        pub page: PageId,
        /// How often and how many.
        pub dose: String,
        /// How it is played.
        pub play: Play,
        /// How long the usual way of playing it takes, in minutes.
        pub minutes: f32,
        /// When to stop.
        pub stop: String,
        /// What to do, one sentence or two a step.
        pub steps: Vec<String>,
        /// How it looks at its beginning and its end; none where nobody has drawn it.
        pub positions: Vec<Position>,
    }
}

record! {
    /// A look at oneself, step by step.
    pub struct SelfTest {
        /// Its page.
        pub page: PageId,
        /// What to hear before it begins: who leaves it out, when to stop, what to have ready. One sentence or two each.
        pub stop: Vec<String>,
        /// What to do, one sentence or two a step.
        pub steps: Vec<String>,
        /// How it looks at its beginning and its end, for who stands; none where nobody has drawn it.
        pub standing: Vec<Position>,
        /// The same for who sits.
        pub seated: Vec<Position>,
    }
}

record! {
    /// A drawing of one position.
    pub struct Position {
        /// Its width on paper, and the width of its view box.
        pub width: u16,
        /// The same of its height.
        pub height: u16,
        /// What is seen, in words.
        pub text: String,
        /// The far ones first.
        pub shapes: Vec<Shape>,
        /// What it points out: for a self-test what is asked about, in the order in which it is asked.
        pub dots: Vec<Dot>,
    }
}

record! {
    /// The middle of a dot, in steps of the view box.
    pub struct Dot {
        /// To the right.
        pub x: f32,
        /// Down.
        pub y: f32,
    }
}

record! {
    /// A shape of a drawing: an SVG path.
    pub struct Shape {
        /// The names of its style.
        pub class: String,
        /// Its line, as the attribute `d` has it.
        pub line: String,
    }
}
