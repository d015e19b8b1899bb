//! What may help, and how much it is worth: the ranking behind a plan, and behind what a wall test suggests.

use backwise_graph::{FindingId, Graph, Kind, PageId, Relation, RelationKind, Truth};

use crate::known::Known;

/// Something that may help.
pub(crate) struct Offer {
    /// An exercise or a habit.
    pub page: PageId,
    /// What it is worth, for all its reasons together.
    pub worth: f64,
    /// The best of its reasons: relations that lead to it.
    pub because: Vec<Relation>,
    /// What the best of its reasons is worth.
    best: f64,
}

/// All that may help, each once.
pub(crate) struct Offers<'a> {
    graph: &'a Graph,
    all: Vec<Offer>,
}

impl<'a> Offers<'a> {
    pub(crate) fn new(graph: &'a Graph) -> Self {
        Self { graph, all: Vec::new() }
    }

    /// Everything that eases a cause of this weight. `before` is what led to the cause.
    pub(crate) fn ease(&mut self, cause: PageId, weight: f64, before: Option<&Relation>) {
        let graph = self.graph;
        let is_ease = |r: &&Relation| r.to == cause && r.kind == RelationKind::Eases;
        for ease in graph.relations.iter().filter(is_ease) {
            // What is said to help the cause itself counts twice what follows by way of a structure.
            let worth = 2.0 * weight * f64::from(ease.strength);
            let because = before.into_iter().chain([ease]).cloned().collect();
            self.add(ease.from, worth, because);
        }
    }

    /// Everything that does a structure good of which something is said.
    pub(crate) fn train(&mut self, said: &Relation, weight: f64) {
        let graph = self.graph;
        for help in &graph.relations {
            if help.to == said.to && answers(help.kind, said.kind) {
                let worth = weight * f64::from(said.strength) * f64::from(help.strength);
                self.add(help.from, worth, vec![said.clone(), help.clone()]);
            }
        }
    }

    fn add(&mut self, page: PageId, worth: f64, because: Vec<Relation>) {
        match self.all.iter_mut().find(|offer| offer.page == page) {
            None => self.all.push(Offer { page, worth, because, best: worth }),
            Some(offer) => {
                offer.worth += worth;
                if worth > offer.best {
                    (offer.best, offer.because) = (worth, because);
                }
            }
        }
    }

    /// Makes each of them worth so many times as much.
    pub(crate) fn weigh(&mut self, factor: impl Fn(PageId) -> f64) {
        for offer in &mut self.all {
            offer.worth *= factor(offer.page);
        }
    }

    /// Whether something is among them.
    pub(crate) fn has(&self, page: PageId) -> bool {
        self.all.iter().any(|offer| offer.page == page)
    }

    /// The best first; of two as good, in the order of the graph.
    pub(crate) fn ranked(mut self) -> Vec<Offer> {
        self.all.sort_by(|a, b| b.worth.total_cmp(&a.worth).then(a.page.cmp(&b.page)));
        self.all
    }
}

/// Whether training of one kind makes good what is said of a structure.
fn answers(training: RelationKind, said: RelationKind) -> bool {
    use RelationKind::{
        Mobilises, Stiffens, Strains, Strengthens, Stretches, Tightens, Weakens, WorthLoosening,
        WorthStrengthening,
    };
    matches!(
        (training, said),
        (Strengthens, Weakens | Strains | WorthStrengthening)
            | (Stretches, Tightens | WorthLoosening)
            | (Mobilises, Stiffens | WorthLoosening)
    )
}

/// Takes what there is room for, the best first, but not two for the same reason before all others had their turn.
/// Returns what was taken, and what there was no room for.
pub(crate) fn choose(
    offers: Vec<Offer>,
    has_room: impl Fn(&[Offer], &Offer) -> bool,
) -> (Vec<Offer>, Vec<Offer>) {
    let (mut taken, mut later, mut left): (Vec<Offer>, Vec<_>, Vec<_>) = Default::default();
    for offer in offers {
        if taken.iter().any(|other| same_reason(&other.because, &offer.because)) {
            later.push(offer);
        } else {
            if has_room(&taken, &offer) { &mut taken } else { &mut left }.push(offer);
        }
    }
    for offer in later {
        if has_room(&taken, &offer) { &mut taken } else { &mut left }.push(offer);
    }
    (taken, left)
}

/// Whether two reasons are the same, or end in the same training of the same structure.
fn same_reason(a: &[Relation], b: &[Relation]) -> bool {
    a == b || matches!((a, b), ([_, x], [_, y]) if x.to == y.to && x.kind == y.kind)
}

/// The findings to leave something out with that nobody asked about.
pub(crate) fn unasked(graph: &Graph, known: &Known, page: PageId) -> Vec<Relation> {
    let is_unasked =
        |r: &&Relation| finding(graph, r.to).is_some_and(|finding| known.get(finding).is_none());
    avoided(graph, page).filter(is_unasked).cloned().collect()
}

/// The chance that nothing speaks against it of what nobody asked about, as common as content says that it is.
pub(crate) fn chance(graph: &Graph, known: &Known, page: PageId) -> f64 {
    let unasked = unasked(graph, known, page);
    let findings = unasked.iter().filter_map(|r| finding(graph, r.to));
    let shares = findings.map(|id| match graph.likelihood(id) {
        risk if risk.share > 0.0 => risk.share,
        symptom => symptom.leak,
    });
    shares.map(|share| 1.0 - f64::from(share)).product()
}

fn avoided(graph: &Graph, page: PageId) -> impl Iterator<Item = &Relation> {
    graph.relations.iter().filter(move |r| r.from == page && r.kind == RelationKind::AvoidWith)
}

/// Whether `avoid-with` speaks against something: one of these causes, or a finding that is so or that nobody is
/// sure of.
pub(crate) fn is_ruled_out(graph: &Graph, known: &Known, causes: &[PageId], page: PageId) -> bool {
    avoided(graph, page).any(|r| {
        let told = finding(graph, r.to).and_then(|finding| known.get(finding));
        causes.contains(&r.to) || matches!(told, Some(Truth::Yes | Truth::Unsure))
    })
}

fn finding(graph: &Graph, page: PageId) -> Option<FindingId> {
    graph.findings.iter().position(|f| f.page == page).map(FindingId::new)
}

pub(crate) fn is_a(graph: &Graph, kind: Kind, page: PageId) -> bool {
    graph.page(page).kind == kind
}

/// How long something takes, in minutes; a habit takes none.
pub(crate) fn minutes(graph: &Graph, page: PageId) -> f32 {
    let exercise = graph.exercises.iter().find(|e| e.page == page);
    exercise.map_or(0.0, |e| e.minutes)
}
