//! A graph that holds one of everything.

use backwise_graph::{
    BodyMap, BodyPlace, BodyView, Cause, CauseId, CauseType, Choose, Country, Dose, Dot, Exercise,
    Facing, Finding, FindingId, Graph, Kind, Likelihood, Link, Modifier, Observation, Page, PageId,
    Play, Position, Question, Receipt, RedFlag, Relation, RelationKind, Rule, SelfTest, Shape,
    Sides, Sign, Stage, Topic, Urgency, Word, Work,
};

fn page(kind: Kind, slug: &str) -> Page {
    Page { kind, slug: slug.into(), title: slug.into(), summary: "Schön.".into() }
}

fn dose(work: Work, sides: Sides) -> Dose {
    Dose { text: "Thus.".into(), ready: 10, sets: 2, work, sides, rest: 45 }
}

fn position() -> Position {
    Position {
        width: 150,
        height: 100,
        text: "Upright.".into(),
        shapes: vec![Shape { class: "skin".into(), line: "M1 1l2 2".into() }],
        dots: vec![Dot { x: 1.5, y: 20.25 }],
    }
}

/// Its first three pages are those that asking takes.
pub fn small() -> Graph {
    let (p, f, c) = (PageId::new, FindingId::new, CauseId::new);
    Graph {
        language: "en".into(),
        pages: vec![
            page(Kind::Symptom, "ache"),
            page(Kind::RedFlag, "fever"),
            page(Kind::Question, "where"),
            page(Kind::Cause, "strain"),
            page(Kind::Exercise, "row"),
        ],
        findings: vec![Finding {
            page: p(0),
            ask: "Does it ache?".into(),
            help: String::new(),
            needs: vec![f(0)],
        }],
        likelihoods: vec![Likelihood {
            leak: 0.05,
            share: 0.0,
            links: vec![Link { cause: c(0), strength: 200 }],
            modifiers: vec![Modifier { cause: c(0), yes: 1.5, no: 0.9 }],
        }],
        questions: vec![Question {
            page: p(2),
            ask: "Where?".into(),
            help: String::new(),
            stage: Stage::Where,
            sheet: Stage::Course,
            choose: Choose::Many,
            options: vec![f(0)],
        }],
        causes: vec![Cause {
            page: p(3),
            cause_type: CauseType::Condition,
            family: "mechanical-muscle".into(),
            prior: 0.2,
            harm: 1,
        }],
        red_flags: vec![RedFlag {
            page: p(1),
            when: Rule::AtLeast(
                1,
                vec![Rule::Finding(f(0)), Rule::AtLeast(1, vec![Rule::Finding(f(0))])],
            ),
            level: Urgency::SameDay,
            family: "infection".into(),
        }],
        countries: vec![Country {
            title: "Europe".into(),
            codes: "at be".into(),
            number: "112".into(),
        }],
        exercises: vec![Exercise {
            page: p(4),
            dose: "Ten".into(),
            play: Play {
                usual: dose(Work::Reps { count: 10, pace: 4, held: 2 }, Sides::Together),
                easier: vec![dose(Work::Hold(300), Sides::InTurn { change: 5 })],
                harder: vec![],
            },
            minutes: 2.0,
            stop: "Pain".into(),
            steps: vec!["Pull.".into()],
            positions: vec![position()],
        }],
        self_tests: vec![SelfTest {
            page: p(4),
            stop: vec!["Pain.".into()],
            steps: vec!["Stand.".into()],
            standing: Vec::new(),
            seated: vec![position()],
        }],
        observations: vec![Observation { page: p(4), sign: Sign::PullChest }],
        sign_factor: 1.2,
        sign_days: 56,
        review: 21_143,
        relations: vec![Relation {
            from: p(3),
            kind: RelationKind::Shows,
            to: p(0),
            strength: 0.8,
            receipts: vec![Receipt { page: p(3), passage: 3 }],
        }],
        topics: vec![Topic { page: p(3), about: vec![f(0)] }],
        body_maps: vec![BodyMap {
            page: p(0),
            views: vec![BodyView {
                facing: Facing::Back,
                width: 240,
                height: 352,
                outline: "M0 0h9".into(),
                places: vec![BodyPlace { page: p(0), area: "M0 0z".into(), mark: "M1 1z".into() }],
                detail: String::new(),
            }],
        }],
        words: Word::ALL.iter().map(|w| w.name().into()).collect(),
    }
}
