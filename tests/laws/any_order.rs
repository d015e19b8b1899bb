//! Answers that no interview comes to: anything, in any order, as a program or a link may give them.

use backwise_checker::{Ask, Reply, Session, protocol};
use backwise_proof::somebody::options;
use backwise_proof::{Dice, Somebody};
use proptest::prelude::*;

use crate::{cases, checker, graph, reader};

/// Everything answered, or nearly, and now and then a line that something else rules out.
fn in_any_order() -> impl Strategy<Value = Session> {
    any::<u64>().prop_map(|n| {
        let mut dice = Dice::new((n >> 32) as u32, n as u32);
        let somebody = Somebody::random(graph(), &mut dice);
        let mut asks: Vec<Ask> = protocol::questions(graph()).collect();
        asks.sort_by_cached_key(|_| dice.draw());
        let left_out = dice.below(2) * 5;
        let mut session = Session::new();
        for ask in asks {
            let (lines, is_one) = options(graph(), ask);
            let (mut reply, more) = (somebody.reply(graph(), ask), *dice.pick(&lines));
            if !is_one && dice.percent(2) && !reply.ticked.contains(&more) {
                reply.ticked.push(more);
            }
            if !dice.percent(left_out) {
                session.answer(graph(), ask, reply).expect("it fits");
            }
        }
        session
    })
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn of_any_answers_no_tick_lowers_and_unsure_is_never_less_than_no(
        session in prop_oneof![in_any_order(), reader().prop_map(|r| r.walk(checker(), |_| {}))],
    ) {
        let told = |ask: Ask, reply: Reply| {
            let mut then = session.clone();
            then.answer(graph(), ask, reply).expect("it fits");
            then.urgency(graph())
        };
        for (ask, reply) in session.given() {
            let (lines, is_one) = options(graph(), *ask);
            if is_one {
                continue;
            }
            let no = told(*ask, Reply { rest_unsure: false, ..reply.clone() });
            let unsure = told(*ask, Reply { rest_unsure: true, ..reply.clone() });
            prop_assert!(unsure >= no, "{}", ask.text(graph()));
            for line in lines.into_iter().filter(|f| !reply.ticked.contains(f)) {
                let mut more = reply.clone();
                more.ticked.push(line);
                prop_assert!(told(*ask, more) >= session.urgency(graph()), "{}", graph().title(line));
            }
        }
    }
}
