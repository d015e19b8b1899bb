//! The fixed words of the interface: a closed list of places, so that code holds no wording.
//!
//! `content/interface/` gives each of them a text. `{n}` and other names in braces are filled in by the screen.
//!
//! Those that only the second module shows come last: they travel in the graph's second file.

use crate::bytes::choice;
use crate::choice::{Fit, Urgency};

choice! {
    /// A place in the interface that shows words.
    pub enum Word {
        /// Heading of the first screen.
        Title = "title",
        /// What the checker does, in two sentences.
        Intro = "intro",
        /// That nothing leaves the device.
        Privacy = "privacy",
        /// That no clinician has reviewed it yet.
        NotReviewed = "not-reviewed",
        /// What it is not.
        Purpose = "purpose",
        /// Button: begin.
        Start = "start",
        /// Button: begin, with nothing asked but what the urgency takes.
        StartBrief = "start-brief",
        /// Button: begin, for somebody else.
        StartForOther = "start-for-other",
        /// Above each question, when somebody else is asked about.
        ForOther = "for-other",
        /// Button on a brief result: ask the rest as well.
        GoOn = "go-on",
        /// What a brief result leaves out.
        BriefText = "brief-text",
        /// Button: go on.
        Next = "next",
        /// Button: the screen before.
        Back = "back",
        /// Answer: yes.
        Yes = "yes",
        /// Answer: no.
        No = "no",
        /// Answer: not sure.
        NotSure = "not-sure",
        /// Between the options of a screen and the answers that exclude them.
        Or = "or",
        /// Answer on a screen of several: none of them.
        NoneOfThese = "none-of-these",
        /// Answer on a screen of several: not sure about the ones left unticked.
        NotSureOfRest = "not-sure-of-rest",
        /// That several options may be chosen.
        ChooseAll = "choose-all",
        /// Button: why this question.
        WhyThis = "why-this",
        /// Why a question about urgency is asked.
        WhyUrgency = "why-urgency",
        /// Why a screen of the beginning is asked.
        WhyScreen = "why-screen",
        /// Button: what the words mean.
        WhatMeans = "what-means",
        /// Progress; `{n}`.
        AtMost = "at-most",
        /// Progress, one question before the last.
        AtMostOne = "at-most-one",
        /// Progress, at the last question.
        LastQuestion = "last-question",
        /// That what weighs causes is still on its way.
        Waiting = "waiting",
        /// Name of the stage: who.
        StageWho = "stage-who",
        /// Name of the stage: emergency signs.
        StageEmergency = "stage-emergency",
        /// Name of the stage: same-day signs.
        StageSameDay = "stage-same-day",
        /// Name of the stage: where.
        StageWhere = "stage-where",
        /// Name of the stage: course.
        StageCourse = "stage-course",
        /// Name of the stage: single questions that can still change the urgency.
        StageUrgency = "stage-urgency",
        /// Name of the stage: single questions.
        StageFits = "stage-fits",
        /// Before the questions whose answers do not count any more.
        LeftBehind = "left-behind",
        /// Error: nothing chosen.
        ErrorChoose = "error-choose",
        /// Error: none together with something.
        ErrorClash = "error-clash",
        /// Heading: check your answers.
        CheckTitle = "check-title",
        /// Link: change an answer.
        Change = "change",
        /// Button: see the result.
        ShowResult = "show-result",
        /// Heading of the result, for screen readers.
        ResultTitle = "result-title",
        /// Name of self-care, as the card begins.
        LevelSelfCare = "level-self-care",
        /// Name of routine.
        LevelRoutine = "level-routine",
        /// Name of within days.
        LevelWithinDays = "level-within-days",
        /// Name of same day.
        LevelSameDay = "level-same-day",
        /// Name of emergency.
        LevelEmergency = "level-emergency",
        /// The one action of self-care.
        ActSelfCare = "act-self-care",
        /// The one action of routine.
        ActRoutine = "act-routine",
        /// The one action of within days.
        ActWithinDays = "act-within-days",
        /// The one action of same day.
        ActSameDay = "act-same-day",
        /// The one action of emergency.
        ActEmergency = "act-emergency",
        /// Link: the number to call; `{number}`.
        CallNumber = "call-number",
        /// Before the numbers of other countries.
        Elsewhere = "elsewhere",
        /// Before the answers that led to the level.
        BecauseYouSaid = "because-you-said",
        /// Heading: not cleared.
        NotClearedTitle = "not-cleared-title",
        /// What not cleared means.
        NotClearedText = "not-cleared-text",
        /// That what fits is not there yet, or could not be fetched.
        FitsMissing = "fits-missing",
        /// Heading: when to come back.
        ReturnTitle = "return-title",
        /// When to come back, and what would be worse.
        ReturnText = "return-text",
        /// Heading: what would change this advice.
        WouldRaiseTitle = "would-raise-title",
        /// Before the list of answers that would.
        WouldRaiseText = "would-raise-text",
        /// That nothing would.
        WouldRaiseNone = "would-raise-none",
        /// Button: print.
        Print = "print",
        /// Button: start again.
        StartAgain = "start-again",
        /// Before the version of the graph.
        Version = "version",
        /// Before the warning signs that an answer can raise.
        WhySigns = "why-signs",
        /// Why a question that sorts causes is asked; `{causes}`.
        WhySorting = "why-sorting",
        /// Heading: what fits.
        FitsTitle = "fits-title",
        /// That what fits is no verdict.
        FitsText = "fits-text",
        /// That nothing fits.
        FitsNone = "fits-none",
        /// Fits well.
        FitWell = "fit-well",
        /// Fits partly.
        FitPartly = "fit-partly",
        /// Little speaks for it.
        FitLittle = "fit-little",
        /// Reasons for.
        For = "for",
        /// Reasons against.
        Against = "against",
        /// Not known.
        Unknown = "unknown",
        /// Link to the passage that states it.
        Receipt = "receipt",
        /// Heading: how it hangs together.
        ChainTitle = "chain-title",
        /// Heading: the plan.
        PlanTitle = "plan-title",
        /// The plan's length and care; `{n}` minutes.
        PlanText = "plan-text",
        /// Before what a thing to do is to be left out with, where nobody asked about it.
        PlanAvoid = "plan-avoid",
        /// Before the because-chain.
        Because = "because",
        /// Heading: who to see.
        SeeTitle = "see-title",
        /// The engine's answer is approximate.
        Approximate = "approximate",
        /// That the answers came with a link, and are to be looked over.
        LinkCame = "link-came",
        /// That a link is damaged.
        LinkDamaged = "link-damaged",
        /// That a link is of other content.
        LinkOld = "link-old",
        /// That what the address ends with is none of ours.
        LinkForeign = "link-foreign",
        /// That the page was loaded anew and answers are gone.
        LoadedAnew = "loaded-anew",
        /// Box: keep the answers on this device.
        Keep = "keep",
        /// That nothing can be kept.
        KeepFailed = "keep-failed",
        /// That the answers were kept, and are to be looked over.
        KeptCame = "kept-came",
        /// That what was kept could not be read, and is deleted.
        KeptLost = "kept-lost",
        /// Button: shows the answers as a link.
        Share = "share",
        /// What the link holds, and who sees it.
        ShareText = "share-text",
        /// Name of the field that holds the link.
        ShareLink = "share-link",
        /// Button: copies the link.
        Copy = "copy",
        /// That it is copied.
        Copied = "copied",
        /// That copying is not allowed, and the link is selected instead.
        CopyRefused = "copy-refused",
        /// What the QR code is for.
        QrText = "qr-text",
        /// Name of the QR code.
        QrLabel = "qr-label",
        /// Relation, as a chain reads it: leads to.
        LeadsTo = "leads-to",
        /// Relation: raises.
        Raises = "raises",
        /// Relation: strains.
        Strains = "strains",
        /// Relation: tightens.
        Tightens = "tightens",
        /// Relation: weakens.
        Weakens = "weakens",
        /// Relation: stiffens.
        Stiffens = "stiffens",
        /// Relation: strengthens.
        Strengthens = "strengthens",
        /// Relation: stretches.
        Stretches = "stretches",
        /// Relation: mobilises.
        Mobilises = "mobilises",
        /// Relation: eases.
        Eases = "eases",
        /// Heading of the sheet for a clinician, and what opens it.
        SheetTitle = "sheet-title",
        /// What the sheet is for.
        SheetHint = "sheet-hint",
        /// Place to write the name in.
        SheetName = "sheet-name",
        /// Place to write the day in.
        SheetDate = "sheet-date",
        /// Heading of the sheet, before the level: how soon to get help.
        SheetUrgency = "sheet-urgency",
        /// Before red flags below the level reached.
        SheetAlso = "sheet-also",
        /// That no red flag holds.
        SheetNoFlags = "sheet-no-flags",
        /// That signs are not ruled out, and where they stand.
        SheetNotCleared = "sheet-not-cleared",
        /// That it was a brief check, and what that leaves out.
        SheetBrief = "sheet-brief",
        /// That an emergency ended the questions.
        SheetEnded = "sheet-ended",
        /// Heading of the sheet: who it is.
        SheetWho = "sheet-who",
        /// Heading of the sheet: how it began and how it goes on.
        SheetCourse = "sheet-course",
        /// Heading of the sheet: what else was said to be so.
        SheetAnswers = "sheet-answers",
        /// Heading of the sheet: what is not known.
        SheetUnknown = "sheet-unknown",
        /// Before signs that are not ruled out.
        SheetOpen = "sheet-open",
        /// Before what the reader was not sure of.
        SheetNotSure = "sheet-not-sure",
        /// Heading of the sheet: what was said not to be so.
        SheetDenied = "sheet-denied",
        /// Before what was asked one by one.
        SheetSingle = "sheet-single",
        /// Heading of the sheet: what it is and is not.
        SheetAboutTitle = "sheet-about-title",
        /// What the sheet is and is not.
        SheetAboutText = "sheet-about-text",
        /// Button: copy the sheet as text.
        SheetCopy = "sheet-copy",
        /// That it was copied.
        SheetCopied = "sheet-copied",
        /// That it could not be copied, and stands below.
        SheetSelect = "sheet-select",
        /// Button: save the answers for a medical record.
        SheetSave = "sheet-save",
        /// That they were saved.
        SheetSaved = "sheet-saved",
        /// Name of the body map from behind.
        MapBack = "map-back",
        /// Name of the body map from the front.
        MapFront = "map-front",
        /// How to point at the body map.
        MapHint = "map-hint",
        /// Below the body map: the places pointed at; `{places}`.
        MapMarked = "map-marked",
        /// Below the body map: that none is.
        MapNone = "map-none",
    }
}

/// How many words asking takes; those behind them only telling does.
pub const N_ASKED: usize = Word::WhySigns as usize;

impl Word {
    /// The name of a level.
    #[must_use]
    pub fn of_level(urgency: Urgency) -> Self {
        match urgency {
            Urgency::SelfCare => Word::LevelSelfCare,
            Urgency::Routine => Word::LevelRoutine,
            Urgency::WithinDays => Word::LevelWithinDays,
            Urgency::SameDay => Word::LevelSameDay,
            Urgency::Emergency => Word::LevelEmergency,
        }
    }

    /// How well a cause fits.
    #[must_use]
    pub fn of_fit(fit: Fit) -> Self {
        match fit {
            Fit::Well => Word::FitWell,
            Fit::Partly => Word::FitPartly,
            Fit::Little => Word::FitLittle,
        }
    }
}
