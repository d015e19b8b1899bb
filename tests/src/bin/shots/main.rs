//! Takes pictures of the screens: `shots FOLDER [START]`, all or those whose names start so. To add one, add a row.
//!
//! `offline` is a story of its own, told in stills, and `app` are the pictures that the app shows of itself where it
//! is offered: they are written into the shipped folder.

mod app;
mod offline;

use std::path::PathBuf;
use std::{env, fs, io};

use backwise_checker::Checker;
use backwise_posture::Area::{self, *};
use backwise_posture::wall::Touch;
use backwise_tests::past::{ago, january, keep, keep_tests, test};
use backwise_tests::widget::{self, Until};
use backwise_tests::{Browser, Screen, journey};

struct Shot {
    name: &'static str,
    path: &'static str,
    steps: &'static [Step],
}

/// What is done on a page before its picture is taken. Elements are found as by `Browser::find`.
#[allow(dead_code, reason = "the table below is where steps are chosen from")]
enum Step {
    Click(&'static str),
    Press(&'static str),
    Open(&'static str),
    Reload,
    /// Has kept wall tests of these days of January 2027, with how the head touched and what pulled.
    Keep(&'static [(u8, Touch, &'static [Area])]),
    /// Has kept a wall test of today.
    KeepToday(Touch, &'static [Area]),
    /// Has kept this text, which is no diary.
    KeepText(&'static str),
    /// Waits until this is there.
    See(&'static str),
    /// Waits until this is there, however long it takes.
    Await(&'static str),
    /// Answers the checker as somebody does, so far.
    Answer(&'static str, Until),
}

/// A row of the table without steps.
const fn page(name: &'static str, path: &'static str) -> Shot {
    Shot { name, path, steps: &[] }
}

/// A page of the search, with these steps.
const fn search(name: &'static str, path: &'static str, steps: &'static [Step]) -> Shot {
    Shot { name, path, steps }
}

const fn check(name: &'static str, steps: &'static [Step]) -> Shot {
    Shot { name, path: "/check.html", steps }
}

const fn wall(name: &'static str, steps: &'static [Step]) -> Shot {
    Shot { name, path: "/self-test/wall-posture-test.html", steps }
}

const fn routine(name: &'static str, steps: &'static [Step]) -> Shot {
    Shot { name, path: "/exercise/bird-dog.html", steps }
}

const PROVE: Step = Step::Click(".proof-begin");
/// The fewest interviews that the page offers.
const FEWER: Step = Step::Click("[name=interviews] option:first-child");

const SAID: Step = Step::See(".search-said:not(:empty)");

const START: Step = Step::Click("backwise-check >> [name=start]");

const PLAY: Step = Step::Click("backwise-routine button");

const START_WALL: Step = Step::Click("backwise-wall-test >> [name=play-start]");
const SKIP: Step = Step::Click("backwise-wall-test >> [name=play-skip]");
const PAUSE_WALL: Step = Step::Click("backwise-wall-test >> [name=play-pause]");
const SIT: Step = Step::Click("backwise-wall-test >> [name=variant][value='1']");
const PRESS_HEAD: Step = Step::Click("backwise-wall-test >> [data-place='0'] .contact-area");
const PRESS_BLADES: Step = Step::Click("backwise-wall-test >> [data-place='1'] .contact-area");
const PRESS_LOW_BACK: Step = Step::Click("backwise-wall-test >> [data-place='4'] .contact-area");
const KEEP: Step = Step::Click("backwise-wall-test >> [name=kept-keep]");
const UNFOLD: Step = Step::Click("backwise-wall-test >> .kept summary");
const NEXT_WALL: Step = Step::Click("backwise-wall-test >> [name=next]");

const SEVERAL: Step = Step::Keep(&[
    (1, Touch::Off, &[BackOfNeck, BetweenBlades, Chest]),
    (8, Touch::Straining, &[BackOfNeck, BetweenBlades]),
    (15, Touch::Straining, &[BetweenBlades]),
    (22, Touch::Easily, &[BetweenBlades, Hips]),
]);
const UNDER: Step = Step::See("backwise-wall-test >> .kept-body .error");

const SKIP_ROUTINE: Step = Step::Click("backwise-routine >> [name=play-skip]");

const SHEET: Step = Step::Click("backwise-check >> .sheet-fold > summary");

const SHOTS: &[Shot] = &[
    Shot { name: "home", path: "/", steps: &[Step::See("backwise-check >> [name=start]")] },
    page("article", "/article/upper-back-pain-while-running.html"),
    page("cause", "/cause/fatigue-slump.html"),
    page("exercise", "/exercise/row.html"),
    page("red-flag", "/red-flag/short-of-breath.html"),
    page("help", "/help.html"),
    page("exercises", "/exercises.html"),
    page("embed", "/embed.html"),
    page("about", "/about.html"),
    page("proof-start", "/proof.html"),
    Shot {
        name: "proof-paused",
        path: "/proof.html",
        steps: &[PROVE, Step::Click("[name=pause]"), Step::See("[data-paused=true]")],
    },
    Shot {
        name: "proof-report",
        path: "/proof.html",
        steps: &[FEWER, PROVE, Step::Await(".proof-report:not([hidden])")],
    },
    search("search-start", "/search.html", &[Step::See(".search-box button")]),
    search("search-urgent", "/search.html#q=chest+pain", &[SAID]),
    search("search-found", "/search.html#q=rounded+sholders", &[SAID]),
    search("search-none", "/search.html#q=zzzz", &[SAID]),
    wall("wall-start", &[Step::See("backwise-wall-test >> [name=play-start]")]),
    wall(
        "wall-play",
        &[
            Step::Click("backwise-wall-test >> [name=play-start]"),
            Step::See("backwise-wall-test >> .play-time"),
        ],
    ),
    wall(
        "wall-stopped",
        &[
            Step::Click("backwise-wall-test >> [name=play-start]"),
            Step::Click("backwise-wall-test >> [name=play-stop]"),
        ],
    ),
    wall("wall-paused", &[START_WALL, PAUSE_WALL]),
    wall("wall-asked", &[START_WALL, SKIP, PAUSE_WALL]),
    wall("wall-hold", &[START_WALL, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP]),
    wall(
        "wall-safety",
        &[
            START_WALL,
            Step::Click("backwise-wall-test >> [name=play-stop]"),
            Step::Click("backwise-wall-test >> [name=play-it-hurt]"),
        ],
    ),
    wall("wall-touch", &[START_WALL, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP]),
    wall(
        "wall-touch-marked",
        &[
            START_WALL,
            SKIP,
            SKIP,
            SKIP,
            SKIP,
            SKIP,
            SKIP,
            SKIP,
            SKIP,
            PRESS_HEAD,
            PRESS_HEAD,
            PRESS_BLADES,
            PRESS_LOW_BACK,
        ],
    ),
    wall("wall-seated", &[SIT, Step::See("backwise-wall-test >> .position")]),
    wall("wall-seated-touch", &[SIT, START_WALL, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, PRESS_HEAD]),
    wall("wall-seated-hold", &[SIT, START_WALL, SKIP, SKIP, SKIP, SKIP, SKIP]),
    wall("wall-areas", &[START_WALL, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, NEXT_WALL]),
    wall(
        "wall-result",
        &[
            START_WALL,
            SKIP,
            Step::Click("backwise-wall-test >> [name=answer-no]"),
            SKIP,
            SKIP,
            SKIP,
            SKIP,
            SKIP,
            SKIP,
            NEXT_WALL,
            Step::Click("backwise-wall-test >> [name=area][value='3']"),
            NEXT_WALL,
            Step::See("backwise-wall-test >> .fit"),
        ],
    ),
    wall(
        "kept-nothing",
        &[START_WALL, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, NEXT_WALL, NEXT_WALL],
    ),
    wall(
        "kept-first",
        &[START_WALL, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, NEXT_WALL, NEXT_WALL, KEEP],
    ),
    wall("kept-several", &[SEVERAL, Step::Reload, UNFOLD]),
    wall(
        "kept-reminders",
        &[SEVERAL, Step::Reload, UNFOLD, Step::Click("backwise-wall-test >> .kept-remind summary")],
    ),
    wall(
        "kept-deletion",
        &[SEVERAL, Step::Reload, UNFOLD, Step::Click("backwise-wall-test >> [name=kept-delete]")],
    ),
    wall("kept-damaged", &[Step::KeepText("something else"), Step::Reload, UNDER]),
    routine("routine-start", &[PLAY, Step::See("backwise-routine >> [name=play-start]")]),
    routine(
        "routine-play",
        &[
            PLAY,
            Step::Click("backwise-routine >> [name=play-start]"),
            Step::See("backwise-routine >> .play-time"),
        ],
    ),
    routine(
        "routine-paused",
        &[
            PLAY,
            Step::Click("backwise-routine >> [name=play-start]"),
            SKIP_ROUTINE,
            Step::Click("backwise-routine >> [name=play-pause]"),
        ],
    ),
    routine(
        "routine-done",
        &[
            PLAY,
            Step::Click("backwise-routine >> [name=play-start]"),
            SKIP_ROUTINE,
            SKIP_ROUTINE,
            Step::See("backwise-routine >> [name=kept-keep]"),
        ],
    ),
    check("check-start", &[Step::See("backwise-check >> [name=start]")]),
    check("check-age", &[START, Step::See("backwise-check >> legend")]),
    check(
        "check-emergency",
        &[
            START,
            Step::Answer("tired-runner", Until::Question("emergency-chest")),
            Step::Click("backwise-check >> label.choice"),
            Step::See("backwise-check >> .care-card"),
        ],
    ),
    check("check-place", &[START, Step::Answer("tired-runner", Until::Question("place"))]),
    Shot {
        name: "check-topic",
        path: "/check.html?from=upper-back-pain-while-running",
        steps: &[START, Step::Answer("tired-runner", Until::Question("place"))],
    },
    check(
        "check-place-marked",
        &[
            START,
            Step::Answer("tired-runner", Until::Question("place")),
            Step::Click("backwise-check >> [data-place='2'] .map-area"),
            Step::Click("backwise-check >> [data-place='7'] .map-area"),
        ],
    ),
    check(
        "check-single",
        &[START, Step::Answer("tired-runner", Until::Question("head-drops-when-tired"))],
    ),
    check("check-answers", &[START, Step::Answer("tired-runner", Until::CheckAnswers)]),
    check(
        "check-kept",
        &[
            START,
            Step::Click("backwise-check >> [name=keep]"),
            Step::Answer("tired-runner", Until::Question("emergency-nerves")),
            Step::Open("/about.html"),
            Step::Open("/check.html"),
            Step::See("backwise-check >> .notice"),
        ],
    ),
    check(
        "check-loaded-anew",
        &[
            START,
            Step::Answer("tired-runner", Until::Question("emergency-chest")),
            Step::Reload,
            Step::See("backwise-check >> .notice"),
        ],
    ),
    check("result-emergency", &[START, Step::Answer("numb-saddle", Until::Result)]),
    check("result-sheet", &[START, Step::Answer("tired-runner", Until::Result), SHEET]),
    check("result-emergency-sheet", &[START, Step::Answer("numb-saddle", Until::Result), SHEET]),
    check("result-routine", &[START, Step::Answer("morning-stiffness", Until::Result)]),
    check(
        "result-share",
        &[
            START,
            Step::Answer("numb-saddle", Until::Result),
            Step::Click("backwise-check >> .share summary"),
        ],
    ),
    check(
        "result-tested",
        &[
            Step::KeepToday(Touch::Off, &[MiddleBack]),
            START,
            Step::Answer("tired-runner", Until::Result),
        ],
    ),
    check("result-self-care", &[START, Step::Answer("tired-runner", Until::Result)]),
];

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| "target/shots".into()));
    let start = arguments.next().unwrap_or_default();
    match start.as_str() {
        "offline" => return offline::record(&folder),
        "app" => return app::take(),
        _ => {}
    }
    if !SHOTS.iter().any(|shot| shot.name.starts_with(&start)) {
        let names = SHOTS.iter().map(|shot| shot.name).collect::<Vec<_>>().join(", ");
        return Err(io::Error::other(format!(
            "no picture begins with `{start}`; there are offline, app, {names}"
        )));
    }
    fs::create_dir_all(&folder)?;
    let (browser, checker) = (Browser::start(), journey::checker());
    for shot in SHOTS.iter().filter(|shot| shot.name.starts_with(&start)) {
        for screen in Screen::ALL {
            let file = folder.join(format!("{}-{screen}.png", shot.name));
            fs::write(&file, take(&browser, &checker, shot, screen))?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

fn take(browser: &Browser, checker: &Checker, shot: &Shot, screen: Screen) -> Vec<u8> {
    browser.show_on(screen);
    // Each picture begins with nothing kept; before the first there is no page to keep anything for.
    browser.script("try { localStorage.clear() } catch {}");
    browser.open(shot.path);
    for step in shot.steps {
        match step {
            Step::Click(element) => browser.find(element).click(),
            Step::Press(keys) => browser.press(keys),
            Step::Open(path) => browser.open(path),
            Step::Reload => browser.reload(),
            Step::Keep(days) => {
                let tests =
                    days.iter().map(|(day, head, pulled)| test(january(*day), *head, pulled));
                keep_tests(browser, tests);
            }
            Step::KeepToday(head, pulled) => {
                keep_tests(browser, [test(ago(browser, 0), *head, pulled)]);
            }
            Step::KeepText(text) => keep(browser, text),
            Step::See(element) => drop(browser.find(element)),
            Step::Await(element) => {
                browser.wait_until(&format!("return !!document.querySelector('{element}')"));
            }
            Step::Answer(name, until) => {
                widget::walk(browser, checker, &journey::read(name), *until);
            }
        }
    }
    // What fills the screen is looked at as it is, and a page to its very end.
    let fills = browser.script("return [...document.querySelectorAll('*')].some((e) => e.shadowRoot?.querySelector('dialog[open]'))");
    if fills == true { browser.glance() } else { browser.picture() }
}
