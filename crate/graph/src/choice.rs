//! The closed sets. Each is matched without a catch-all, so that a new member is met everywhere.

use crate::bytes::choice;

choice! {
    /// How soon to get help. The order is the rule: the highest wins.
    pub enum Urgency {
        /// Nothing that was asked calls for help; come back when it changes.
        SelfCare = "self-care",
        /// A visit in one to four weeks, or when it does not settle.
        Routine = "routine",
        /// To be looked at in two to seven days.
        WithinDays = "within-days",
        /// To be looked at within hours, today.
        SameDay = "same-day",
        /// The emergency number, now.
        Emergency = "emergency",
    }
}

choice! {
    /// What is known of a finding. `Unsure` is an answer, and it is never `No`.
    pub enum Truth {
        /// Answered no.
        No = "no",
        /// Asked, and the reader does not know; or not asked yet.
        Unsure = "unsure",
        /// Answered yes.
        Yes = "yes",
    }
}

choice! {
    /// How well a cause fits the answers, in the words that readers see. No numbers leave the engine.
    pub enum Fit {
        /// Little in the answers speaks for it.
        Little = "little",
        /// Some of it fits.
        Partly = "partly",
        /// The answers fit it well.
        Well = "well",
    }
}

choice! {
    /// What a page is; the name is its folder.
    pub enum Kind {
        /// A text to read from top to bottom.
        Article = "article",
        /// A contributor or a condition behind the pain.
        Cause = "cause",
        /// Something felt or noticed.
        Symptom = "symptom",
        /// Something about the person or their training that makes a cause more likely.
        Risk = "risk",
        /// A part of the body.
        Structure = "structure",
        /// A rule over answers that sets an urgency; readers see "warning sign".
        RedFlag = "red-flag",
        /// A movement with a dose, steps and a stop rule.
        Exercise = "exercise",
        /// Something to do differently.
        Habit = "habit",
        /// A look at oneself that needs no examiner.
        SelfTest = "self-test",
        /// A sign that a self-test can show, and what it may go with.
        Observation = "observation",
        /// Who to see.
        Professional = "professional",
        /// A screen that asks several findings at once.
        Question = "question",
        /// What a statement rests on.
        Source = "source",
        /// What the words for strength are worth.
        Scale = "scale",
        /// The fixed words of the screens.
        Interface = "interface",
        /// A list of what content must hold, with what holds each.
        Coverage = "coverage",
        /// A part of the world, and whom to call there.
        Country = "country",
        /// A text about these pages themselves.
        About = "about",
        /// What could hurt a reader, and what prevents it.
        Hazard = "hazard",
    }
}

choice! {
    /// The closed list of relations between pages.
    pub enum RelationKind {
        /// A cause brings on another cause.
        LeadsTo = "leads-to",
        /// A cause makes a symptom be felt.
        Shows = "shows",
        /// A risk makes a cause more likely.
        Raises = "raises",
        /// A cause overloads a structure.
        Strains = "strains",
        /// A cause makes a structure tense or short.
        Tightens = "tightens",
        /// A cause lets a structure lose strength or endurance.
        Weakens = "weakens",
        /// A cause takes movement from a structure.
        Stiffens = "stiffens",
        /// An exercise makes a structure stronger.
        Strengthens = "strengthens",
        /// An exercise lengthens or calms a structure.
        Stretches = "stretches",
        /// An exercise gives a structure movement.
        Mobilises = "mobilises",
        /// An exercise or habit makes a cause or symptom less.
        Eases = "eases",
        /// An exercise is left out when this is so.
        AvoidWith = "avoid-with",
        /// A structure belongs to a larger one.
        PartOf = "part-of",
        /// A cause can be looked for with a self-test.
        TestedBy = "tested-by",
        /// A sign of a self-test is seen with a cause, among other things.
        MayGoWith = "may-go-with",
        /// A sign of a self-test makes it worth training a structure.
        WorthStrengthening = "worth-strengthening",
        /// A sign of a self-test makes it worth stretching or moving a structure.
        WorthLoosening = "worth-loosening",
        /// Who to see about it.
        See = "see",
    }
}

choice! {
    /// Where in the interview a screen stands.
    pub enum Stage {
        /// Who it is for.
        Who = "who",
        /// Signs that need help now.
        Emergency = "emergency",
        /// Signs that need help today.
        SameDay = "same-day",
        /// Where it hurts.
        Where = "where",
        /// How it began and how it goes on.
        Course = "course",
    }
}

impl Stage {
    /// Whether its questions are asked first, for nothing but how soon to get help.
    #[must_use]
    pub fn is_safety(self) -> bool {
        match self {
            Stage::Who | Stage::Emergency | Stage::SameDay => true,
            Stage::Where | Stage::Course => false,
        }
    }
}

choice! {
    /// How many options of a screen may be true.
    pub enum Choose {
        /// One excludes the others.
        One = "one",
        /// Each stands for itself; what is not ticked is no.
        Many = "many",
    }
}

choice! {
    /// The two sorts of cause.
    pub enum CauseType {
        /// A habit, a load, a posture: something that adds to pain.
        Contributor = "contributor",
        /// Something a clinician would give a name.
        Condition = "condition",
    }
}
