//! What a shell does with what is kept.

use std::rc::Rc;

use backwise_graph::Word;

use super::super::kept::{Keeper, read_file};
use super::super::view;
use super::Shell;

/// What the names of everything begin with that has to do with what is kept.
const KEPT: &str = "kept-";
const FILE: &str = "kept-file";

/// Whether a button or a field of this name is one of them.
pub fn is_its(name: &str) -> bool {
    name.starts_with(KEPT)
}

impl Shell {
    pub(super) fn begin_keeping(&self) {
        let mut keeper = self.keeper.take();
        if let Some(keeper) = &mut keeper {
            keeper.begin();
        }
        self.keeper.set(keeper);
    }

    pub(super) fn press_kept(&self, name: &str) {
        let title = self.with_tool(|_, tool| tool.title()).unwrap_or(Word::Title);
        self.with_keeper(true, |me, keeper| keeper.press(name, me.graph.word(title)));
    }

    pub(super) fn change_kept(&self, event: &web_sys::Event, name: &str, value: &str, is_on: bool) {
        if name == FILE {
            let me = self.me.clone();
            let take = move |me: &Self, file| me.with_keeper(true, |_, keeper| keeper.take(file));
            read_file(event, Rc::new(move |file| Self::with(&me, |me| take(me, file))));
            return;
        }
        self.with_keeper(false, |_, keeper| keeper.change(name, value, is_on));
    }

    /// Has something done with what is kept, and shows what came of it.
    fn with_keeper(&self, was_pressed: bool, work: impl FnOnce(&Self, &mut Keeper)) {
        let Some(mut keeper) = self.keeper.take() else { return };
        let before = keeper.version;
        work(self, &mut keeper);
        let is_new = keeper.version != before;
        let scene = self.scene(Some(&keeper));
        view::kept::renew(&self.stage, &scene, &keeper, is_new, was_pressed);
        self.keeper.set(Some(keeper));
    }
}
