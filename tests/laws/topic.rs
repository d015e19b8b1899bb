//! What an article is about is ticked beforehand, and has no say in how soon to get help.

use backwise_checker::Step;
use backwise_graph::{FindingId, Stage};
use proptest::prelude::*;

use crate::{cases, checker, graph, reader};

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn nothing_is_ticked_beforehand_where_help_may_be_urgent(reader in reader()) {
        reader.walk(checker(), |session| {
            let step = session.step(graph());
            let is_urgent = match step {
                Step::Urgent(_) | Step::End => true,
                Step::Screen(id) => match graph().questions[id.index()].stage {
                    Stage::Who | Stage::Emergency | Stage::SameDay => true,
                    Stage::Where | Stage::Course => false,
                },
                Step::Sort => false,
            };
            assert_eq!(step.may_be_ticked(graph()), !is_urgent, "{step:?}");
        });
    }
}

#[test]
fn every_topic_of_the_site_is_about_what_is_asked_after_the_safety_screens() {
    assert!(!graph().topics.is_empty());
    let later = graph().questions.iter().filter(|question| !question.stage.is_safety());
    let on_screens: Vec<FindingId> = later.flat_map(|question| question.options.clone()).collect();
    for topic in &graph().topics {
        let alone = |finding: &FindingId| !graph().finding(*finding).ask.is_empty();
        let is_asked = |finding: &FindingId| on_screens.contains(finding) || alone(finding);
        assert!(topic.about.iter().all(is_asked), "{}", graph().page(topic.page).slug);
    }
}
