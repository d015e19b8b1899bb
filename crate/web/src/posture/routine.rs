//! A routine: exercises one after the other, with easier and harder ways.

use std::rc::Rc;

use backwise_graph::{Exercise, Graph, Word};
use backwise_posture::diary::{Done, ExerciseId};
use backwise_posture::routine::{Dose, Item, Part, Side, Sides, Turn, Work};
use backwise_posture::{
    Civil, Command, Due, Elapsed, Entry, Mark, PastRoutine, Player, Ran, Routine, Span, State,
};

use super::cue::{Cue, Tone};
use super::tool::{Clock, Playing, Scene, Screen, Tool};
use super::view::routine as view;
use crate::dom::Page;
use crate::text::{digits, fill, joined};

/// What it shows when it is over.
const DONE: u8 = 0;
/// What it shows when nothing of it is known.
const NONE: u8 = 1;

pub struct Play {
    graph: Rc<Graph>,
    /// Places among the graph's exercises.
    pub exercises: Vec<usize>,
    pub routine: Routine,
    rules: Vec<String>,
    has_begun: bool,
}

impl Play {
    /// The exercises with these ids, with blanks between; ids that no exercise has are left out.
    #[must_use]
    pub fn new(graph: Rc<Graph>, ids: &str) -> Self {
        let slug = |exercise: &Exercise| graph.page(exercise.page).slug.clone();
        let named = ids.split(' ').filter(|id| !id.is_empty());
        let exercises: Vec<usize> =
            named.filter_map(|id| graph.exercises.iter().position(|e| slug(e) == id)).collect();
        let routine =
            Routine::new(exercises.iter().map(|at| item(&graph.exercises[*at])).collect());
        let mut rules: Vec<String> = Vec::new();
        for at in &exercises {
            let stop = &graph.exercises[*at].stop;
            if !rules.contains(stop) {
                rules.push(stop.clone());
            }
        }
        Self { graph, exercises, routine, rules, has_begun: false }
    }

    /// Stop rules, of each exercise once.
    #[must_use]
    pub fn rules(&self) -> &[String] {
        &self.rules
    }

    #[must_use]
    pub fn exercise(&self, item: usize) -> &Exercise {
        &self.graph.exercises[self.exercises[item]]
    }

    #[must_use]
    pub fn title(&self, item: usize) -> &str {
        &self.graph.page(self.exercise(item).page).title
    }

    /// Whether all of it was done.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        (0..self.exercises.len()).all(|item| self.routine.ran(item) == Ran::Whole)
    }

    /// Whether some of it went by unheard.
    #[must_use]
    pub fn has_missed(&self) -> bool {
        !self.player().gaps().is_empty()
    }

    fn player(&self) -> &Player<Part> {
        self.routine.player()
    }

    fn go(&mut self, now: Elapsed, command: Command) -> Vec<Cue> {
        let due = self.routine.update(now, command);
        self.cues(&due)
    }

    fn cues(&self, due: &[Due<Part>]) -> Vec<Cue> {
        due.iter().map(|due| self.cue(*due)).collect()
    }

    fn cue(&self, due: Due<Part>) -> Cue {
        let say = match (due.phase, due.mark) {
            (Part::StopRules, Mark::Begin) => Some(self.rules.join(" ")),
            (_, Mark::Begin) => Some(self.caption(due.phase)),
            (_, Mark::Rep(n)) if n > 1 => Some(digits(n.into())),
            (_, Mark::Release) => Some(self.word(Word::RoutineRelease).to_owned()),
            _ => None,
        };
        Cue { at: due.at, tone: tone(due.phase, due.mark), say }
    }

    fn word(&self, word: Word) -> &str {
        self.graph.word(word)
    }

    /// What to do, to be heard and to be read.
    fn caption(&self, part: Part) -> String {
        let filled = |word, value: &str| fill(self.word(word), value);
        match part {
            Part::StopRules => self.word(Word::PlayRules).to_owned(),
            Part::Ready(turn) => filled(Word::RoutineReady, self.title(turn.item)),
            Part::Reps(turn) => match self.routine.items()[turn.item].dose.work {
                Work::Reps { count, .. } => filled(Word::RoutineReps, &digits(count.into())),
                Work::Hold(span) => filled(Word::RoutineHold, &seconds(span)),
            },
            Part::Hold(turn) => match self.routine.items()[turn.item].dose.work {
                Work::Hold(span) => filled(Word::RoutineHold, &seconds(span)),
                Work::Reps { .. } => String::new(),
            },
            Part::Change(_) => self.word(Word::RoutineChange).to_owned(),
            Part::Rest(turn) => {
                filled(Word::RoutineRest, &seconds(self.routine.items()[turn.item].dose.rest))
            }
            Part::Done => self.word(Word::RoutineDoneTitle).to_owned(),
        }
    }

    /// Which exercise, which set, which side.
    fn detail(&self, turn: Turn) -> String {
        let dose = &self.routine.items()[turn.item].dose;
        let mut parts = vec![self.title(turn.item).to_owned()];
        if dose.sets > 1 {
            parts.push(fill(self.word(Word::RoutineSet), &digits(turn.set.into())));
        }
        if let Some(side) = turn.side {
            let word = match side {
                Side::Left => Word::RoutineLeft,
                Side::Right => Word::RoutineRight,
            };
            parts.push(self.word(word).to_owned());
        }
        let way = self.way(turn.item);
        parts.extend((!way.is_empty()).then(|| way.to_owned()));
        let parts: Vec<_> = parts.iter().map(String::as_str).collect();
        parts.join(" · ")
    }

    /// What is different in the way it is done.
    fn way(&self, item: usize) -> &str {
        let form = usize::from(self.routine.items()[item].dose.form);
        doses(self.exercise(item)).nth(form).map_or("", |dose| &dose.text)
    }

    fn is_over(&self) -> bool {
        self.player().at_end()
    }
}

impl Tool for Play {
    fn screen(&self) -> Screen {
        match self.player().state() {
            State::Stopped(stop) => Screen::after(stop),
            _ if self.exercises.is_empty() => Screen::Other(NONE),
            _ if !self.has_begun => Screen::Start,
            _ if self.is_over() => Screen::Other(DONE),
            _ => Screen::Play,
        }
    }

    fn draw(&self, page: &mut Page, scene: &Scene) {
        match self.screen() {
            Screen::Other(DONE) => view::done(page, scene, self),
            Screen::Other(_) => view::none(page, scene),
            _ => view::start(page, scene, self),
        }
    }

    fn playing(&self) -> Playing<'_> {
        let part = self.routine.part();
        let is_paused = self.player().state() == State::Paused;
        let turn = part.turn();
        let item = turn.map(|turn| &self.routine.items()[turn.item]);
        let detail = turn.map(|turn| self.detail(turn)).unwrap_or_default();
        let paused = joined(&[self.word(Word::PlayPaused), " · ", &detail]);
        Playing {
            caption: self.caption(part),
            detail: if is_paused { paused } else { detail },
            pictures: turn.map_or(&[], |turn| &self.exercise(turn.item).positions),
            rules: if part == Part::StopRules { &self.rules } else { &[] },
            asks: false,
            has_next: turn.is_some_and(|turn| turn.item + 1 < self.exercises.len()),
            ways: item.map(|item| (!item.easier.is_empty(), !item.harder.is_empty())),
        }
    }

    fn press(&mut self, now: Elapsed, name: &str) -> Vec<Cue> {
        let change = match name {
            "play-start" => {
                *self = Self::new(self.graph.clone(), &self.ids());
                self.has_begun = true;
                return self.go(now, Command::Tick);
            }
            "play-again" | "play-enough" => {
                *self = Self::new(self.graph.clone(), &self.ids());
                return Vec::new();
            }
            "play-easier" => Routine::easier as fn(&mut Routine, Elapsed) -> Vec<Due<Part>>,
            "play-harder" => Routine::harder,
            "play-next" => Routine::skip_item,
            "play-missed" => Routine::repeat_missed,
            _ => return Vec::new(),
        };
        let due = change(&mut self.routine, now);
        self.cues(&due)
    }

    fn change(&mut self, _name: &str, _value: &str, _is_on: bool) {}

    fn command(&mut self, now: Elapsed, command: Command) -> Vec<Cue> {
        if self.has_begun { self.go(now, command) } else { Vec::new() }
    }

    fn upcoming(&self, until: Elapsed) -> Vec<(Elapsed, Tone)> {
        let due = self.player().upcoming(until);
        due.iter().filter_map(|due| Some((due.at, tone(due.phase, due.mark)?))).collect()
    }

    fn clock(&self) -> Clock {
        Clock::of(self.player(), self.has_begun && self.routine.part() == Part::StopRules)
    }

    fn title(&self) -> Word {
        Word::RoutineTitle
    }

    fn past(&self, when: Civil) -> Option<Entry> {
        let is_done = self.screen() == Screen::Other(DONE);
        is_done.then(|| Entry::Routine(PastRoutine::new(when, self.done())))
    }
}

impl Play {
    fn done(&self) -> Vec<Done> {
        let slug = |item| &self.graph.page(self.exercise(item).page).slug;
        let done = |item| {
            Some(Done { exercise: ExerciseId::new(slug(item))?, ran: self.routine.ran(item) })
        };
        (0..self.exercises.len()).filter_map(done).collect()
    }

    fn ids(&self) -> String {
        let mut ids = String::new();
        for at in &self.exercises {
            ids.push_str(&self.graph.page(self.graph.exercises[*at].page).slug);
            ids.push(' ');
        }
        ids
    }
}

/// The usual way, then easier ones, then harder ones: a dose's form is its place here.
fn doses(exercise: &Exercise) -> impl Iterator<Item = &backwise_graph::Dose> {
    let play = &exercise.play;
    std::iter::once(&play.usual).chain(&play.easier).chain(&play.harder)
}

fn item(exercise: &Exercise) -> Item {
    let play = &exercise.play;
    let dose = |(form, dose): (usize, &backwise_graph::Dose)| self::dose(form, dose);
    let mut forms = doses(exercise).enumerate().map(dose);
    let usual = forms.next().unwrap_or_else(|| self::dose(0, &play.usual));
    let mut easier: Vec<Dose> = forms.by_ref().take(play.easier.len()).collect();
    let mut harder: Vec<Dose> = forms.collect();
    // The machine takes the nearest from the end.
    easier.reverse();
    harder.reverse();
    Item { dose: usual, easier, harder }
}

fn dose(form: usize, dose: &backwise_graph::Dose) -> Dose {
    use backwise_graph::{Sides as S, Work as W};
    let work = match dose.work {
        W::Reps { count, pace, held } => {
            Work::Reps { count, pace: Span::from_s(pace), held: Span::from_s(held) }
        }
        W::Hold(length) => Work::Hold(Span::from_s(length)),
    };
    let sides = match dose.sides {
        S::Together => Sides::Together,
        S::InTurn { change } => Sides::InTurn { change: Span::from_s(change) },
    };
    let (ready, rest) = (Span::from_s(dose.ready), Span::from_s(dose.rest));
    Dose { form: form as u16, ready, sets: dose.sets, work, sides, rest }
}

fn tone(part: Part, mark: Mark) -> Option<Tone> {
    let begin = match part {
        Part::StopRules | Part::Done => None,
        Part::Hold(_) => Some(Tone::Begin),
        Part::Reps(_) => None,
        Part::Ready(_) | Part::Change(_) | Part::Rest(_) => Some(Tone::Next),
    };
    Tone::of(mark, begin)
}

fn seconds(span: Span) -> String {
    digits(span.ms().div_ceil(1000) as usize)
}
