//! How an exercise or a self-test looks: a figure posed in joint angles, as its front matter has it.

use backwise_figure::{Fault, Figure, Mark, Pose, Prop, Rest, Show, View};

use crate::front_matter::Fields;
use crate::suggest::did_you_mean;
use crate::yaml::Spot;

/// A picture and its text twin.
pub struct Drawing {
    /// The figure, from its first position to its last.
    pub figure: Figure,
    /// The first position, in words.
    pub start: Spot,
    /// The last position, in words.
    pub end: Spot,
    /// The names of what it rests on, in the order written.
    pub rests: Vec<Spot>,
    /// The names of what has a dot, in the order written.
    pub dots: Vec<Spot>,
}

/// Takes the figure under `key`, if it is there.
pub(crate) fn read(fields: &mut Fields, key: &'static str) -> Option<Drawing> {
    let mut group = fields.group(key)?;
    let drawing = read_group(&mut group);
    fields.close(group);
    Some(drawing)
}

fn read_group(fields: &mut Fields) -> Drawing {
    let (view, show) = (view(fields), fields.one_of("show", Show::NAMES, Show::ALL));
    let (rests, dots) = (fields.texts("rest"), fields.texts("dots"));
    let start = pose(fields, "start", &Pose::default());
    let end = pose(fields, "end", &start);
    let figure = Figure {
        view,
        show: show.unwrap_or(Show::Whole),
        rests: known(fields, &rests, Rest::from_name, &Rest::names()),
        hold: marks(fields, "hold").into_iter().next(),
        step: if fields.has("step") { fields.number("step").into() } else { 0.0 },
        moves: marks(fields, "moves"),
        circles: marks(fields, "circles"),
        dots: known(fields, &dots, Mark::from_name, &Mark::names()),
        props: props(fields),
        start,
        end,
    };
    let (start, end) = (fields.needed("start-text"), fields.needed("end-text"));
    Drawing { figure, start, end, rests, dots }
}

const VIEWS: [(&str, View); 3] =
    [("side", View::SIDE), ("front", View::FRONT), ("corner", View::CORNER)];

/// A word, or two angles: how far one walks round the figure and how high one climbs.
fn view(fields: &mut Fields) -> View {
    let spots = fields.texts("view");
    let named = |name: &str| VIEWS.iter().find(|(known, _)| *known == name).map(|row| row.1);
    let found = match &spots[..] {
        [] => Some(View::SIDE),
        [word] => named(&word.text),
        [turn, height] => {
            number(turn).zip(number(height)).map(|(turn, height)| View { turn, height })
        }
        _ => None,
    };
    if found.is_none() {
        let span = spots[0].span.start..spots[spots.len() - 1].span.end;
        let help = "write `side`, `front`, `corner`, or two angles such as `[40, 20]`";
        fields.fault("wrong-value", span, "this is no value of `view`", help);
    }
    found.unwrap_or(View::SIDE)
}

fn number(spot: &Spot) -> Option<f64> {
    spot.text.parse().ok().filter(|number: &f64| number.is_finite())
}

fn props(fields: &mut Fields) -> Vec<Prop> {
    let spots = fields.texts("props");
    let names: Vec<_> = Prop::NAMES.iter().map(|name| (*name).to_owned()).collect();
    let read = |name: &str| {
        let at = Prop::NAMES.iter().position(|known| *known == name)?;
        Some(Prop::ALL[at])
    };
    known(fields, &spots, read, &names)
}

fn marks(fields: &mut Fields, key: &'static str) -> Vec<Mark> {
    let spots = fields.texts(key);
    known(fields, &spots, Mark::from_name, &Mark::names())
}

/// What the names mean; a name without a meaning is a fault.
fn known<T>(
    fields: &mut Fields,
    spots: &[Spot],
    read: impl Fn(&str) -> Option<T>,
    names: &[String],
) -> Vec<T> {
    let mut found = Vec::new();
    for spot in spots {
        match read(&spot.text) {
            Some(value) => found.push(value),
            None => {
                let all = format!("write one of {}", names.join(", "));
                let help = did_you_mean(&spot.text, names.iter().map(String::as_str), &all);
                let message = format!("`{}` has no place in a figure", spot.text);
                fields.fault("wrong-value", spot.span.clone(), message, help);
            }
        }
    }
    found
}

/// `from`, with the angles that stand under `key`.
fn pose(fields: &mut Fields, key: &'static str, from: &Pose) -> Pose {
    let mut pose = from.clone();
    for (name, degrees) in fields.pairs(key) {
        let Some(angle) = number(&degrees) else {
            let message = format!("`{}` is no angle", degrees.text);
            fields.fault("wrong-value", degrees.span, message, "write degrees, such as `90`");
            continue;
        };
        match pose.set(&name.text, angle) {
            Ok(()) => {}
            Err(Fault::Unknown) => unknown(fields, &name),
            Err(Fault::Range(least, most)) => {
                let message = format!("`{}` does not go to {angle} degrees", name.text);
                let help = format!("it goes from {least} to {most}");
                fields.fault("joint-range", degrees.span, message, help);
            }
        }
    }
    pose
}

fn unknown(fields: &mut Fields, name: &Spot) {
    let names = Pose::names();
    let all = "the joints are listed in the writer's guide, under pictures";
    let help = did_you_mean(&name.text, names.iter().map(String::as_str), all);
    fields.fault("unknown-joint", name.span.clone(), format!("`{}` is no joint", name.text), help);
}
