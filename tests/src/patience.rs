//! Waiting for what comes in its own time. It takes no longer than it takes: only where something never comes does a
//! test last as long as this, so there is one limit for all, and the busiest machine keeps it.

use std::fmt::Display;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long anything may take to come.
pub const PATIENCE: Duration = Duration::from_mins(3);

const PAUSE: Duration = Duration::from_millis(20);

/// For pages: keeps what is to happen in ten seconds or more until [`TIME_GOES_BY`]. Where a test holds something back,
/// a page must not give it up because the machine is slow.
pub const PATIENT: &str = "const soon = setTimeout;
    globalThis.late = [];
    globalThis.setTimeout = (then, time, ...more) =>
        time < 10000 ? soon(then, time, ...more) : late.push(() => then(...more))";

/// Has all that happen at once.
pub const TIME_GOES_BY: &str = "late.splice(0).forEach((then) => then())";

/// What `look` finds, as soon as it finds it; until then it says what is missing.
///
/// # Panics
/// With the last that was missing, when it never comes.
#[track_caller]
pub fn wait_for<T, E: Display>(mut look: impl FnMut() -> Result<T, E>) -> T {
    let begun = Instant::now();
    loop {
        match look() {
            Ok(found) => return found,
            Err(missing) if begun.elapsed() > PATIENCE => panic!("it never comes: {missing}"),
            Err(_) => sleep(PAUSE),
        }
    }
}

/// Waits until this is so.
///
/// # Panics
/// When it never is.
#[track_caller]
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    wait_for(|| is_so().then_some(()).ok_or(what));
}
