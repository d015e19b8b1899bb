//! While it plays: what to do in large letters, the seconds, and a button to stop over half of the screen.
//!
//! It is drawn once and then renewed in its parts, so that the focus stays where it is.

use backwise_graph::Word;
use backwise_posture::State;
use web_sys::Element;

use super::button;
use crate::dom::{Page, Stage};
use crate::excerpt::picture;
use crate::posture::speaker::Trouble;
use crate::posture::tool::{Clock, Playing, Scene};
use crate::text::digits;

const DIALOG: &str = "dialog";

#[must_use]
pub fn draw(stage: &Stage, scene: &Scene) -> Option<Element> {
    let graph = scene.graph;
    let mut page = Page::new(&stage.document, "div")?;
    page.within("dialog.play", |page| {
        page.attribute("aria-labelledby", "caption");
        page.within("div.play-upper", |page| {
            page.leaf("div.play-controls", "");
            page.within("h2.play-caption", |page| page.attribute("id", "caption"));
            page.leaf("p.play-detail", "");
            page.within("div.play-main", |page| {
                page.leaf("div.play-picture", "");
                page.leaf("p.play-time", "");
            });
            page.leaf("div.play-halves", "");
            page.leaf("div.play-notice", "");
            page.within("p.hidden", |page| page.attribute("role", "status"));
        });
        button(page, "button.play-stop", "play-stop", graph.word(Word::PlayStop));
    });
    page.finish()
}

/// Opens the dialog above the page, and puts the focus on what stops it.
pub fn open(stage: &Stage) {
    stage.open_dialog(DIALOG);
    stage.focus(".play-stop");
}

/// Shows what is going on now. What has not changed is left alone.
pub fn renew(stage: &Stage, scene: &Scene, playing: &Playing, clock: Clock) {
    stage.write(".play-caption", &playing.caption);
    stage.write(".play-detail", &playing.detail);
    let seconds = clock.remaining.map(|left| digits(left.ms().div_ceil(1000) as usize));
    stage.write(".play-time", seconds.as_deref().unwrap_or_default());
    let what = if playing.asks { "asks" } else { "" };
    stage.redraw(".play-halves", what, |page| halves(page, scene, playing.asks));
    let text = playing.pictures.first().map_or("", |picture| &picture.text);
    stage.redraw(".play-picture", text, |page| {
        playing.pictures.iter().for_each(|position| picture::draw(page, position));
    });
    let is_paused = clock.state == State::Paused;
    let (easier, harder) = playing.ways.unwrap_or_default();
    let controls = [clock.at_rules, is_paused, playing.has_next, easier, harder];
    let which = controls.map(|is| if is { "1" } else { "0" }).concat();
    stage.redraw(".play-controls", &which, |page| match clock.at_rules {
        true => rules(page, scene, playing),
        false => controlled(page, scene, is_paused, playing),
    });
}

/// Both answers, over the width of the screen.
fn halves(page: &mut Page, scene: &Scene, asks: bool) {
    if asks {
        button(page, "button.play-half", "answer-yes", scene.graph.word(Word::WallYes));
        button(page, "button.play-half", "answer-no", scene.graph.word(Word::WallNo));
    }
}

fn rules(page: &mut Page, scene: &Scene, playing: &Playing) {
    page.within("ul.signs", |page| playing.rules.iter().for_each(|rule| page.leaf("li", rule)));
    button(page, "button.button-primary", "play-go", scene.graph.word(Word::PlayGo));
}

fn controlled(page: &mut Page, scene: &Scene, is_paused: bool, playing: &Playing) {
    let hold = match is_paused {
        true => ("play-resume", Word::PlayResume),
        false => ("play-pause", Word::PlayPause),
    };
    let mut buttons = vec![hold, ("play-repeat", Word::PlayRepeat), ("play-skip", Word::PlaySkip)];
    if let Some((easier, harder)) = playing.ways {
        buttons.extend(easier.then_some(("play-easier", Word::RoutineEasier)));
        buttons.extend(harder.then_some(("play-harder", Word::RoutineHarder)));
        buttons.extend(playing.has_next.then_some(("play-next", Word::RoutineNext)));
    }
    for (name, word) in buttons {
        button(page, "button", name, scene.graph.word(word));
    }
}

/// Says what is wrong with the sound or the screen, and what can be done.
pub fn notice(stage: &Stage, scene: &Scene, trouble: Trouble, is_lit: bool) {
    let word = match trouble {
        Trouble::Interrupted => Some(Word::PlayInterrupted),
        Trouble::NoSound => Some(Word::PlayNoSound),
        Trouble::NoVoice => Some(Word::PlayNoVoice),
        Trouble::None => None,
    };
    let texts: Vec<_> =
        word.into_iter().chain((!is_lit).then_some(Word::PlayScreenSleeps)).collect();
    let names: Vec<_> = texts.iter().map(|word| word.name()).collect();
    stage.redraw(".play-notice", &names.concat(), |page| {
        for word in &texts {
            page.leaf("p", scene.graph.word(*word));
        }
        if trouble == Trouble::Interrupted {
            button(page, "button", "play-sound", scene.graph.word(Word::PlaySoundBack));
        }
    });
}

/// Says the caption to whoever hears the screen read, where no voice of ours says it.
pub fn announce(stage: &Stage) {
    let caption = stage.read(".play-caption");
    stage.write(".play-upper [role=status]", &caption);
}

/// Has the screen flash: two flashes in turn, so that each begins anew.
pub fn flash(stage: &Stage, number: u32) {
    stage.set(DIALOG, "data-flash", if number.is_multiple_of(2) { "even" } else { "odd" });
}
