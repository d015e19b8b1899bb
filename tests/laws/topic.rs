//! What an article is about is ticked beforehand, and has no say in how soon to get help.

use backwise_checker::{Ask, Known, Step};
use backwise_graph::{FindingId, QuestionId, Stage};
use proptest::prelude::*;

use crate::{cases, checker, graph, reader};

/// Every finding said to be so, as no article says it.
fn everything() -> Known {
    let findings: Vec<_> = (0..graph().findings.len()).map(FindingId::new).collect();
    Known::so(findings.len(), &findings)
}

/// Everything that can be asked.
fn asks() -> Vec<Ask> {
    let screens = (0..graph().questions.len()).map(|at| Ask::Screen(QuestionId::new(at)));
    let findings = (0..graph().findings.len()).map(FindingId::new);
    let alone = findings.filter(|finding| !graph().finding(*finding).ask.is_empty());
    screens.chain(alone.map(Ask::Single)).collect()
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn nothing_is_ticked_beforehand_where_help_may_be_urgent(reader in reader()) {
        reader.walk(checker(), |session| {
            let ask = match session.step(graph()) {
                Step::Urgent(finding) => Ask::Single(finding),
                Step::Screen(id) => match graph().questions[id.index()].stage {
                    Stage::Who | Stage::Emergency | Stage::SameDay => Ask::Screen(id),
                    Stage::Where | Stage::Course => return,
                },
                Step::Sort | Step::End => return,
            };
            assert_eq!(ask.ticked(graph(), &everything()), []);
        });
    }
}

#[test]
fn every_topic_of_the_site_ticks_something_and_no_more_than_it_says() {
    assert!(!graph().topics.is_empty());
    for topic in &graph().topics {
        let said = Known::so(graph().findings.len(), &topic.about);
        let mut ticked: Vec<_> =
            asks().into_iter().flat_map(|ask| ask.ticked(graph(), &said)).collect();
        ticked.sort_unstable();
        let mut about = topic.about.clone();
        about.sort_unstable();
        assert_eq!(ticked, about, "{}", graph().page(topic.page).slug);
    }
}
