//! Everybody we know of: journeys, the people of each red flag, published cases.

use backwise_checker::triage::triage;
use backwise_checker::{Ask, Checker, Reply, Session};
use backwise_graph::{RedFlagId, Urgency};

/// Somebody from a file, with what they answer.
#[derive(Clone, Debug)]
pub struct Person {
    /// Where they come from.
    pub shelf: Shelf,
    /// Who they are.
    pub name: String,
    /// What they are to be told.
    pub due: Due,
    /// What they answer; the manner of it counts for nothing.
    pub session: Session,
}

/// Where somebody comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// A whole journey.
    Journey,
    /// Somebody for whom a red flag is raised, or whom it must spare.
    RedFlag,
    /// A published case, where what it leaves out is no.
    Case,
    /// The same, where that is not sure.
    CaseUnsure,
}

impl Shelf {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Journey, Self::RedFlag, Self::Case, Self::CaseUnsure];

    /// What a record and a report call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Journey => "journey",
            Self::RedFlag => "red-flag",
            Self::Case => "case",
            Self::CaseUnsure => "case-unsure",
        }
    }
}

/// What somebody is to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// This level for exactly these red flags, by their ids.
    Exactly(Urgency, Vec<String>),
    /// What was published, from the first level to the second. Some are told something else, which is counted and
    /// no failure; but it is the third everywhere.
    Published(Urgency, Urgency, Urgency),
}

/// What became of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Told what they are to be told.
    Right,
    /// Told more than was published.
    More,
    /// Told less than was published.
    Less,
}

impl Person {
    /// Asks them, and holds what they are told against what they are to be told.
    ///
    /// # Errors
    /// What is wrong, as a sentence.
    pub fn play(&self, checker: &Checker) -> Result<Verdict, String> {
        let session = self.ask(checker)?;
        let told = triage(checker.graph(), &|f| session.truth(f));
        let id = |flag: &RedFlagId| {
            let graph = checker.graph();
            graph.page(graph.red_flags[flag.index()].page).slug.clone()
        };
        match &self.due {
            Due::Exactly(level, flags) => {
                let raised: Vec<_> = told.red_flags.iter().map(id).collect();
                match (told.urgency, &raised) == (*level, flags) {
                    true => Ok(Verdict::Right),
                    false => Err(differ((*level, flags), (told.urgency, &raised))),
                }
            }
            Due::Published(least, most, recorded) if told.urgency == *recorded => {
                Ok(match told.urgency {
                    level if level > *most => Verdict::More,
                    level if level < *least => Verdict::Less,
                    _ => Verdict::Right,
                })
            }
            Due::Published(.., recorded) => {
                Err(differ((*recorded, &Vec::new()), (told.urgency, &Vec::new())))
            }
        }
    }

    fn ask(&self, checker: &Checker) -> Result<Session, String> {
        let (graph, mut session) = (checker.graph(), Session::new());
        while let Some((ask, _)) = session.next(checker) {
            let Some(reply) = self.reply(ask) else {
                return Err(format!("is asked what they were not: {}", ask.text(graph)));
            };
            if session.answer(graph, ask, reply).is_err() {
                return Err(format!("has no answer that fits: {}", ask.text(graph)));
            }
        }
        match session.given().len() == self.session.given().len() {
            true => Ok(session),
            false => Err("is asked less than they were".to_owned()),
        }
    }

    fn reply(&self, ask: Ask) -> Option<Reply> {
        let given = self.session.given().iter().find(|(asked, _)| *asked == ask);
        given.map(|(_, reply)| reply.clone())
    }
}

fn differ(due: (Urgency, &Vec<String>), told: (Urgency, &Vec<String>)) -> String {
    let say = |(level, flags): (Urgency, &Vec<String>)| match flags.is_empty() {
        true => level.name().to_owned(),
        false => format!("{} for {}", level.name(), flags.join(", ")),
    };
    format!("is told {}, and should be {}", say(told), say(due))
}
