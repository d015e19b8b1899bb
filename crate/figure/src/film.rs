//! A figure that moves, for whoever asks to see it: positions in a row, drawn past a window step by step.

use std::f64::consts::PI;

use crate::figure::Figure;
use crate::pen::short;
use crate::picture::{Scene, scene};
use crate::print::{Panel, file, reuse};
use crate::window::window;

/// How many positions there are from the first to the last.
const N_FRAMES: usize = 10;

/// The moving picture as a file. It rests at both ends, and stands still where motion is not welcome.
#[must_use]
pub fn film(figure: &Figure, title: &str, text: &str, style: &str) -> String {
    // A body that begins and ends gently.
    let share = |at: usize| (1.0 - (PI * at as f64 / (N_FRAMES - 1) as f64).cos()) / 2.0;
    let scenes: Vec<Scene> = (0..N_FRAMES).map(|at| scene(figure, share(at))).collect();
    let window = window(&scenes);
    let panels: Vec<Panel> = scenes.iter().map(|scene| window.panel(scene)).collect();
    let (width, height) = (panels[0].width.ceil(), panels[0].height.ceil());
    let shapes: Vec<_> = panels.iter().map(|panel| &panel.shapes[..]).collect();
    let frames = reuse(&shapes).into_iter().enumerate().map(|(at, shapes)| {
        format!("<g transform=\"translate({})\">{shapes}</g>", short(at as f64 * width))
    });
    let row = format!("<g class=\"row\">{}</g>", frames.collect::<String>());
    file((width, height), title, text, &(style.to_owned() + &motion(width)), &row)
}

fn motion(width: f64) -> String {
    let n_steps = N_FRAMES - 1;
    let far = width * n_steps as f64;
    format!(
        "@media(prefers-reduced-motion:no-preference){{.row{{animation:row 2.4s infinite alternate}}}}\
         @keyframes row{{0%,15%{{transform:none;animation-timing-function:steps({n_steps})}}\
         85%,100%{{transform:translate(-{far}px)}}}}"
    )
}
