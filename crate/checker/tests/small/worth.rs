//! What may help is worth what its reasons are worth.

use backwise_graph::{Kind, RelationKind};

use crate::causes::{exercise, named, relation};
use crate::little::page;
use crate::plan::{check, eases, graph, plan};

/// `stretch` eases the muscle so much, and stretches a part so well that the muscle tightens so much; `more` eases it
/// by 0.51, and `less` by 0.12.
fn check_worth(ease: f32, tightens: f32, stretches: f32, order: &str, n_because: usize) {
    let mut graph = graph();
    let muscle = named(&graph, "muscle");
    let part = page(&mut graph, Kind::Structure, "part");
    let stretch = eases(&mut graph, "stretch", 1.0, ease);
    for (from, kind, strength) in
        [(muscle, RelationKind::Tightens, tightens), (stretch, RelationKind::Stretches, stretches)]
    {
        relation(&mut graph, from, kind, part);
        graph.relations.last_mut().expect("it was added").strength = strength;
    }
    eases(&mut graph, "more", 1.0, 0.51);
    eases(&mut graph, "less", 1.0, 0.12);
    check(&graph, "y", order);
    let plan = plan(&graph, "y");
    let item = plan.iter().find(|item| item.page == stretch).expect("it is in the plan");
    assert_eq!(item.because.len(), n_because, "by way of a structure it takes two relations");
}

#[test]
fn easing_counts_twice_what_follows_by_way_of_a_structure() {
    check_worth(0.0, 1.0, 1.0, "more stretch less", 2);
    check_worth(0.0, 0.5, 0.5, "more stretch less", 2);
    check_worth(0.0, 0.4, 0.5, "more less stretch", 2);
}

#[test]
fn reasons_add_up_and_the_best_is_told_the_direct_one_of_two_as_good() {
    check_worth(0.3, 0.5, 1.0, "stretch more less", 1);
    check_worth(0.3, 1.0, 1.0, "stretch more less", 2);
    check_worth(0.5, 1.0, 1.0, "stretch more less", 1);
}

#[test]
fn training_answers_what_is_said_of_a_structure() {
    use RelationKind::{Mobilises, Stiffens, Strains, Strengthens, Stretches, Tightens, Weakens};
    let answers = [
        (Strengthens, [true, true, false, false]),
        (Stretches, [false, false, true, false]),
        (Mobilises, [false, false, false, true]),
    ];
    for (training, expected) in answers {
        for (said, is_answer) in [Strains, Weakens, Tightens, Stiffens].into_iter().zip(expected) {
            let mut graph = graph();
            let muscle = named(&graph, "muscle");
            let (part, other) =
                (page(&mut graph, Kind::Structure, "p"), page(&mut graph, Kind::Structure, "q"));
            relation(&mut graph, muscle, said, part);
            let here = exercise(&mut graph, "here", 1.0);
            relation(&mut graph, here, training, part);
            let elsewhere = exercise(&mut graph, "elsewhere", 1.0);
            relation(&mut graph, elsewhere, training, other);
            check(&graph, "y", if is_answer { "here" } else { "" });
        }
    }
}
