//! Every distinct screen of the checker, each shown once.

use std::collections::BTreeSet;

use backwise_checker::triage::MUST_CLEAR;
use backwise_checker::{Ask, Checker, Reply, protocol};
use backwise_graph::{Choose, Urgency};
use backwise_tests::patience::PATIENT;
use backwise_tests::widget::{self, inside, texts};
use backwise_tests::{Browser, journey, person, wait_until};

/// A way through all of it; `look` is called with the name of each screen that is new.
pub struct Tour<'a> {
    browser: &'a Browser,
    checker: &'a Checker,
    seen: BTreeSet<String>,
    /// Whether what sorts causes is kept from coming, so that the reader waits.
    held: bool,
    look: &'a mut dyn FnMut(&str),
}

/// What somebody answers.
type Answers<'a> = &'a dyn Fn(Ask) -> Reply;

impl<'a> Tour<'a> {
    pub fn new(browser: &'a Browser, checker: &'a Checker, look: &'a mut dyn FnMut(&str)) -> Self {
        Self { browser, checker, seen: BTreeSet::new(), held: false, look }
    }

    pub fn go(&mut self) {
        self.runner();
        self.levels();
        self.nobody_is_sure();
        self.for_somebody_else();
        let graph = self.checker.graph();
        for ask in protocol::questions(graph).filter(|ask| matches!(ask, Ask::Screen(_))) {
            let id = protocol::question(graph, ask).id;
            assert!(self.seen.contains(id), "the tour has not come by `{id}`");
        }
        for level in Urgency::ALL {
            let has = |kind: &str| self.seen.contains(&format!("{kind}: {}", level.name()));
            assert!(has("result"), "the tour has seen no result of {level:?}");
            assert!(has("sign") || *level < MUST_CLEAR, "no sign of {level:?} was ticked");
        }
    }

    /// The whole way, with a wait, and then the short one.
    fn runner(&mut self) {
        let (checker, journey) = (self.checker, journey::read("tired-runner"));
        let answers = |ask| journey::reply(checker.graph(), &journey, ask);
        self.held = true;
        self.browser.prepare(PATIENT);
        self.browser.site.hold("/backwise/tell_bg.wasm");
        self.browser.open("/check.html");
        self.browser.find("backwise-check >> [name=start]");
        self.see("start");
        self.begin_here("start");
        self.walk(&answers);
        assert_eq!(texts(self.browser, widget::WAITING).len(), 1);
        self.see("waiting");
        self.browser.site.release();
        self.held = false;
        self.browser.find("backwise-check >> legend");
        self.walk(&answers);
        self.see("check answers");
        self.press("show-result");
        self.see_result();
        self.begin("start-brief");
        self.walk(&answers);
        self.press("show-result");
        self.browser.find("backwise-check >> .care-card");
        self.see("brief result");
    }

    /// Somebody for each level.
    fn levels(&mut self) {
        let graph = self.checker.graph();
        let people: Vec<_> =
            person::all().into_iter().flat_map(|(_, p)| [p.raised, p.spared].concat()).collect();
        for level in Urgency::ALL {
            let somebody = people.iter().find(|person| person.told.urgency == level.name());
            let somebody = somebody.expect("a level that nobody is told").somebody(graph);
            self.begin("start");
            self.walk(&|ask| somebody.reply(graph, ask));
            self.press("show-result");
            self.see_result();
        }
    }

    fn nobody_is_sure(&mut self) {
        self.begin("start");
        self.walk(&|_| Reply { ticked: Vec::new(), rest_unsure: true });
        self.press("show-result");
        self.browser.find("backwise-check >> .care-card");
        self.see("result with what is not cleared");
    }

    fn for_somebody_else(&mut self) {
        self.begin("start-for-other");
        self.see("somebody else: a question");
        self.walk(&|_| Reply { ticked: Vec::new(), rest_unsure: true });
        self.see("somebody else: check answers");
    }

    fn begin(&mut self, button: &str) {
        self.browser.open("/check.html");
        widget::load(self.browser);
        self.begin_here(button);
    }

    fn begin_here(&self, button: &str) {
        widget::click(self.browser, &format!("[name={button}]"));
        self.browser.find("backwise-check >> legend");
    }

    /// Answers until nothing is asked.
    fn walk(&mut self, answers: Answers) {
        let graph = self.checker.graph();
        while let Some(ask) = self.asked() {
            self.see(&self.name(ask));
            self.mistakes(ask);
            self.tick_a_sign(ask);
            widget::answer(self.browser, graph, ask, &answers(ask));
        }
    }

    /// What sorts causes may not be there yet, though its files are.
    fn asked(&self) -> Option<Ask> {
        wait_until("what sorts causes", || {
            self.held || texts(self.browser, widget::WAITING).is_empty()
        });
        widget::question(self.browser, self.checker.graph())
    }

    /// A screen of several has its own; single questions are of one kind when they show the same parts.
    fn name(&self, ask: Ask) -> String {
        match ask {
            Ask::Screen(_) => protocol::question(self.checker.graph(), ask).id.to_owned(),
            Ask::Single(_) => {
                let stage = texts(self.browser, ".progress-stage").concat();
                let n_folds = texts(self.browser, ".fold").len();
                format!("single question: {stage}, {n_folds} folded")
            }
        }
    }

    /// Going on with nothing chosen, and with a sign together with none of them.
    fn mistakes(&mut self, ask: Ask) {
        let is_many = self.is_many(ask);
        let kind = if is_many { "many" } else { "one" };
        if !self.seen.contains(&format!("error: none of {kind} chosen")) {
            self.press("next");
            self.see(&format!("error: none of {kind} chosen"));
        }
        if is_many && !self.seen.contains("error: a clash") {
            let both = "root.querySelectorAll('.choice-input').forEach((row) => row.click())";
            inside(self.browser, both);
            self.press("next");
            self.see("error: a clash");
            inside(self.browser, both);
        }
    }

    /// The first sign of each level that shows its card in place.
    fn tick_a_sign(&mut self, ask: Ask) {
        for row in 0..if self.is_many(ask) { texts(self.browser, ".choice").len() } else { 0 } {
            let row = format!("root.querySelectorAll('.choice-input')[{row}].click();");
            let card = "return root.querySelector('.care-card')?.dataset.urgency";
            if let Some(level) = inside(self.browser, &format!("{row}{card}")).as_str() {
                self.see(&format!("sign: {level}"));
            }
            inside(self.browser, &row);
        }
    }

    fn is_many(&self, ask: Ask) -> bool {
        let many = |id: backwise_graph::QuestionId| {
            self.checker.graph().questions[id.index()].choose == Choose::Many
        };
        matches!(ask, Ask::Screen(id) if many(id))
    }

    /// Presses a button, if it is there.
    fn press(&self, name: &str) {
        inside(self.browser, &format!("root.querySelector('[name={name}]')?.click()"));
    }

    fn see_result(&mut self) {
        let card = self.browser.find("backwise-check >> .care-card");
        let level = card.attribute("data-urgency").unwrap_or_default();
        self.see(&format!("result: {level}"));
    }

    fn see(&mut self, name: &str) {
        if self.seen.insert(name.to_owned()) {
            (self.look)(name);
        }
    }
}
