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
        /// That the page around learns how soon to get help, where its author asks for that.
        TellsUrgency = "tells-urgency",
        /// That no clinician has reviewed it yet.
        NotReviewed = "not-reviewed",
        /// That the day is past on which it was to be looked over again.
        Old = "old",
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
        /// Before the names of the warning signs behind the level.
        Worry = "worry",
        /// What to do for somebody who is elsewhere.
        OtherAct = "other-act",
        /// Which of the first screens this is; `{n}` and `{all}`.
        ScreenOf = "screen-of",
        /// Heading: when to come back.
        ReturnTitle = "return-title",
        /// What not to wait with, whatever the level.
        ReturnText = "return-text",
        /// When to come back, with self-care.
        ReturnSelfCare = "return-self-care",
        /// When not to wait for the appointment.
        ReturnRoutine = "return-routine",
        /// When not to wait for those days.
        ReturnWithinDays = "return-within-days",
        /// What to do if nobody can be reached today.
        ReturnSameDay = "return-same-day",
        /// Heading: what would change this advice.
        WouldRaiseTitle = "would-raise-title",
        /// Before the list of answers that would.
        WouldRaiseText = "would-raise-text",
        /// Button: print.
        Print = "print",
        /// Button: start again.
        StartAgain = "start-again",
        /// Before the version of the graph.
        Version = "version",
        /// That nothing can be kept.
        KeepFailed = "keep-failed",
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
        /// That with a same-day sign only what needs a closer look is shown, if any of it fits.
        FitsBelow = "fits-below",
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
        /// Above what is ticked beforehand: the article that the reader came from; `{title}`.
        TopicText = "topic-text",
        /// Button: take these ticks away.
        TopicUntick = "topic-untick",
        /// That the page was loaded anew and answers are gone.
        LoadedAnew = "loaded-anew",
        /// Box: keep the answers on this device.
        Keep = "keep",
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
        /// That somebody else answered.
        SheetForOther = "sheet-for-other",
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
        /// Button: begin the wall test, or a routine.
        PlayStart = "play-start",
        /// Button over half of the screen: stop.
        PlayStop = "play-stop",
        /// Button: stand still.
        PlayPause = "play-pause",
        /// Button: after a pause, go on.
        PlayResume = "play-resume",
        /// Button: this step again.
        PlayRepeat = "play-repeat",
        /// Button: leave this step.
        PlaySkip = "play-skip",
        /// Heading: when not to begin, and when to stop.
        PlayRules = "play-rules",
        /// Button: the rules are understood.
        PlayGo = "play-go",
        /// That it stands still.
        PlayPaused = "play-paused",
        /// What opens the choice of voice and tones.
        PlaySound = "play-sound",
        /// Box: a voice says what to do.
        PlayVoice = "play-voice",
        /// Box: tones say when.
        PlayTones = "play-tones",
        /// That the sound has to be turned up.
        PlayVolume = "play-volume",
        /// That the device has no voice of its own.
        PlayNoVoice = "play-no-voice",
        /// That there is no sound at all.
        PlayNoSound = "play-no-sound",
        /// That the sound was cut off.
        PlayInterrupted = "play-interrupted",
        /// Button: have the sound again.
        PlaySoundBack = "play-sound-back",
        /// That the screen may turn itself off.
        PlayScreenSleeps = "play-screen-sleeps",
        /// That something went by unheard; `{n}` seconds.
        PlayGap = "play-gap",
        /// Heading: why it was stopped.
        PlayWhyStop = "play-why-stop",
        /// Button: because it hurt.
        PlayItHurt = "play-it-hurt",
        /// Button: because something is not right.
        PlayUnwell = "play-unwell",
        /// Button: for no reason that matters.
        PlayEnough = "play-enough",
        /// Heading: after pain.
        PlaySafetyTitle = "play-safety-title",
        /// What to do after pain.
        PlaySafety = "play-safety",
        /// Link to the checker.
        PlayToCheck = "play-to-check",
        /// Button: all of it again.
        PlayAgain = "play-again",
        /// Unit beside a number to set.
        PlaySeconds = "play-seconds",
        /// Heading of the wall test.
        WallTitle = "wall-title",
        /// What it is, and how long it takes.
        WallIntro = "wall-intro",
        /// That nothing needs to be read once it runs.
        WallHandsFree = "wall-hands-free",
        /// Question: which way.
        WallVariant = "wall-variant",
        /// Choice: at a wall.
        WallStanding = "wall-standing",
        /// Choice: on a chair.
        WallSeated = "wall-seated",
        /// Choice: neither.
        WallCannot = "wall-cannot",
        /// What opens the lengths.
        WallTimes = "wall-times",
        /// Length: to the wall.
        WallTimeGetThere = "wall-time-get-there",
        /// Length: for each place.
        WallTimeAsk = "wall-time-ask",
        /// Length: to step forward.
        WallTimeForward = "wall-time-forward",
        /// Length: to hold.
        WallTimeHold = "wall-time-hold",
        /// Box: measure from wall to head.
        WallMeasure = "wall-measure",
        /// Heading: this test is not for you.
        WallWayOutTitle = "wall-way-out-title",
        /// What is there instead.
        WallWayOut = "wall-way-out",
        /// Link to the exercises.
        WallWayOutExercises = "wall-way-out-exercises",
        /// Said: to the wall.
        SayGetThere = "say-get-there",
        /// Said: to the chair.
        SayGetThereSeated = "say-get-there-seated",
        /// Said: the back of the head.
        SayHead = "say-head",
        /// Said: the shoulder blades.
        SayShoulderBlades = "say-shoulder-blades",
        /// Said: the buttocks.
        SayButtocks = "say-buttocks",
        /// Said: the backs of the hands.
        SayHands = "say-hands",
        /// Said: the low back.
        SayLowBack = "say-low-back",
        /// Said: step forward.
        SayForward = "say-forward",
        /// Said: lean off.
        SayForwardSeated = "say-forward-seated",
        /// Said: the hold begins.
        SayHold = "say-hold",
        /// Said: half of it.
        SayHalf = "say-half",
        /// Said: the hold is over.
        SayHoldDone = "say-hold-done",
        /// Big button at the wall: yes.
        WallYes = "wall-yes",
        /// Big button at the wall: no.
        WallNo = "wall-no",
        /// Heading: what touched.
        WallTouchTitle = "wall-touch-title",
        /// Heading: what touched, seated.
        WallTouchTitleSeated = "wall-touch-title-seated",
        /// What may stay open.
        WallTouchHint = "wall-touch-hint",
        /// How to answer by pressing the figure.
        WallTouchMapHint = "wall-touch-map-hint",
        /// A point: the head.
        PointHead = "point-head",
        /// A point: the shoulder blades.
        PointShoulderBlades = "point-shoulder-blades",
        /// A point: the buttocks.
        PointButtocks = "point-buttocks",
        /// A point: the hands.
        PointHands = "point-hands",
        /// A point: the low back.
        PointLowBack = "point-low-back",
        /// Answer: by itself.
        TouchEasily = "touch-easily",
        /// Answer: only with force.
        TouchStraining = "touch-straining",
        /// Answer: only with force, or with the chin up.
        TouchStrainingHead = "touch-straining-head",
        /// Answer: did not touch.
        TouchOff = "touch-off",
        /// Answer: both.
        PairBoth = "pair-both",
        /// Answer: one.
        PairOne = "pair-one",
        /// Answer: neither.
        PairNeither = "pair-neither",
        /// Answer: nothing fits.
        HollowNothing = "hollow-nothing",
        /// Answer: fingers fit.
        HollowFingers = "hollow-fingers",
        /// Answer: a flat hand fits.
        HollowFlatHand = "hollow-flat-hand",
        /// Answer: a fist fits.
        HollowFist = "hollow-fist",
        /// Heading: where it pulled.
        AreasTitle = "areas-title",
        /// How to answer.
        AreasHint = "areas-hint",
        /// How to point at the map of the body.
        AreasMapHint = "areas-map-hint",
        /// An area.
        AreaFrontOfNeck = "area-front-of-neck",
        /// An area.
        AreaBackOfNeck = "area-back-of-neck",
        /// An area.
        AreaTopsOfShoulders = "area-tops-of-shoulders",
        /// An area.
        AreaBetweenBlades = "area-between-blades",
        /// An area.
        AreaMiddleBack = "area-middle-back",
        /// An area.
        AreaLowBack = "area-low-back",
        /// An area.
        AreaChest = "area-chest",
        /// An area.
        AreaBelly = "area-belly",
        /// An area.
        AreaHips = "area-hips",
        /// An area.
        AreaElsewhere = "area-elsewhere",
        /// Box: nowhere.
        AreasNowhere = "areas-nowhere",
        /// That a place and nowhere were both chosen.
        AreasClash = "areas-clash",
        /// Button: it hurt.
        AreasHurt = "areas-hurt",
        /// Heading: from wall to head.
        MeasureTitle = "measure-title",
        /// How to measure.
        MeasureText = "measure-text",
        /// Answer: no more.
        MeasureWithin = "measure-within",
        /// Answer: more.
        MeasureBeyond = "measure-beyond",
        /// Heading of the result.
        WallResultTitle = "wall-result-title",
        /// That it was held.
        WallHeld = "wall-held",
        /// That it was not held to the end.
        WallHeldNot = "wall-held-not",
        /// Button: to the wall again, since it was not held to the end.
        WallRepeat = "wall-repeat",
        /// That nothing was answered.
        WallNothing = "wall-nothing",
        /// Heading: exercises.
        WallTry = "wall-try",
        /// What speaks for them.
        WallTryText = "wall-try-text",
        /// Link: about the test.
        WallMore = "wall-more",
        /// Heading: what works there.
        WallStructures = "wall-structures",
        /// Heading: what it may go with.
        WallWith = "wall-with",
        /// Heading of a routine.
        RoutineTitle = "routine-title",
        /// Heading of a routine of one exercise; `{exercise}`.
        RoutineOne = "routine-one",
        /// How long it takes; `{n}` minutes.
        RoutineLength = "routine-length",
        /// That no such exercise is known.
        RoutineNone = "routine-none",
        /// Said: get ready; `{exercise}`.
        RoutineReady = "routine-ready",
        /// A set; `{n}`.
        RoutineSet = "routine-set",
        /// Side: left.
        RoutineLeft = "routine-left",
        /// Side: right.
        RoutineRight = "routine-right",
        /// Said: begin to repeat; `{n}`.
        RoutineReps = "routine-reps",
        /// Said: hold; `{n}` seconds.
        RoutineHold = "routine-hold",
        /// Said: let go.
        RoutineRelease = "routine-release",
        /// Said: change sides.
        RoutineChange = "routine-change",
        /// Said: rest; `{n}` seconds.
        RoutineRest = "routine-rest",
        /// Button: easier.
        RoutineEasier = "routine-easier",
        /// Button: harder.
        RoutineHarder = "routine-harder",
        /// Button: the next exercise.
        RoutineNext = "routine-next",
        /// Heading: it is over.
        RoutineDoneTitle = "routine-done-title",
        /// What was done.
        RoutineDone = "routine-done",
        /// What was not.
        RoutinePartly = "routine-partly",
        /// Button: what was missed, again.
        RoutineMissed = "routine-missed",
        /// Relation: may go with.
        MayGoWith = "may-go-with",
        /// Relation: makes worth strengthening.
        WorthStrengthening = "worth-strengthening",
        /// Relation: makes worth loosening.
        WorthLoosening = "worth-loosening",
        /// That the plan counts a wall test that is kept; `{date}`.
        PlanTested = "plan-tested",
        /// Button: without it.
        PlanLeaveTest = "plan-leave-test",
        /// That the plan does without it; `{date}`.
        PlanUntested = "plan-untested",
        /// Button: with it.
        PlanTakeTest = "plan-take-test",
        /// Heading: looks at oneself that may tell more.
        TestsTitle = "tests-title",
        /// What they are for.
        TestsText = "tests-text",
        /// Button on an exercise's page: play it.
        RoutinePlayOne = "routine-play-one",
        /// Button in a plan: play it.
        RoutinePlay = "routine-play",
        /// Box: keep this test or routine.
        KeptKeep = "kept-keep",
        /// Where that stays.
        KeptKeepHint = "kept-keep-hint",
        /// Heading: past tests and routines.
        KeptTitle = "kept-title",
        /// Where nothing is kept: a file can be taken in.
        KeptElsewhere = "kept-elsewhere",
        /// That storage is blocked.
        KeptBlocked = "kept-blocked",
        /// That storage is full.
        KeptFull = "kept-full",
        /// That what is kept cannot be read.
        KeptDamaged = "kept-damaged",
        /// That nothing is kept for that long.
        KeptWaits = "kept-waits",
        /// That a file was refused.
        KeptRefused = "kept-refused",
        /// Reason: something else.
        KeptReasonForeign = "kept-reason-foreign",
        /// Reason: a later version.
        KeptReasonNewer = "kept-reason-newer",
        /// Reason: a line is damaged; `{n}`.
        KeptReasonLine = "kept-reason-line",
        /// Reason: it was altered.
        KeptReasonAltered = "kept-reason-altered",
        /// Reason: it is too large.
        KeptReasonLarge = "kept-reason-large",
        /// Reason: the browser could not read it.
        KeptReasonUnread = "kept-reason-unread",
        /// That a file was taken in.
        KeptTaken = "kept-taken",
        /// That all is deleted.
        KeptDeleted = "kept-deleted",
        /// Heading: two tests compared; `{later}`, `{earlier}`.
        KeptCompared = "kept-compared",
        /// What a comparison cannot say.
        KeptComparedHint = "kept-compared-hint",
        /// A change; `{before}`, `{now}`.
        KeptChanged = "kept-changed",
        /// No change; `{answer}`.
        KeptSame = "kept-same",
        /// Newly answered; `{answer}`.
        KeptNew = "kept-new",
        /// Open now; `{answer}`.
        KeptOpen = "kept-open",
        /// Not comparable: another way; `{places}`.
        KeptOtherWay = "kept-other-way",
        /// Not comparable: too soon; `{n}`, `{places}`.
        KeptTooSoon = "kept-too-soon",
        /// Not comparable: another hold; `{places}`.
        KeptOtherHold = "kept-other-hold",
        /// Heading and caption: the plot.
        KeptPlot = "kept-plot",
        /// What its marks stand for.
        KeptPlotHint = "kept-plot-hint",
        /// Column: the place.
        KeptPlace = "kept-place",
        /// Answer: it pulled.
        KeptPulled = "kept-pulled",
        /// Answer: it did not.
        KeptPulledNot = "kept-pulled-not",
        /// Nothing was answered.
        KeptCellOpen = "kept-cell-open",
        /// It was not asked.
        KeptCellNotAsked = "kept-cell-not-asked",
        /// Entries by date.
        KeptList = "kept-list",
        /// Button: save as a file.
        KeptSave = "kept-save",
        /// That it is saved.
        KeptSaved = "kept-saved",
        /// Field: a file to take in.
        KeptTake = "kept-take",
        /// Reminders.
        KeptRemindTitle = "kept-remind-title",
        /// What becomes of them.
        KeptRemindText = "kept-remind-text",
        /// Field: days.
        KeptDays = "kept-days",
        /// Question: weekdays.
        KeptWeekdays = "kept-weekdays",
        /// A weekday.
        KeptMonday = "kept-monday",
        /// A weekday.
        KeptTuesday = "kept-tuesday",
        /// A weekday.
        KeptWednesday = "kept-wednesday",
        /// A weekday.
        KeptThursday = "kept-thursday",
        /// A weekday.
        KeptFriday = "kept-friday",
        /// A weekday.
        KeptSaturday = "kept-saturday",
        /// A weekday.
        KeptSunday = "kept-sunday",
        /// Field: time.
        KeptTime = "kept-time",
        /// Field: how many times.
        KeptTimes = "kept-times",
        /// Button: save the reminders.
        KeptRemind = "kept-remind",
        /// That they are saved.
        KeptReminded = "kept-reminded",
        /// Button: delete all.
        KeptDelete = "kept-delete",
        /// Whether all is to be deleted.
        KeptDeleteAsk = "kept-delete-ask",
        /// Button: yes.
        KeptDeleteYes = "kept-delete-yes",
        /// Button: no.
        KeptDeleteNo = "kept-delete-no",
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

    /// When to come back, or not to wait. An emergency leaves nothing to wait for.
    #[must_use]
    pub fn of_return(urgency: Urgency) -> Option<Self> {
        match urgency {
            Urgency::SelfCare => Some(Word::ReturnSelfCare),
            Urgency::Routine => Some(Word::ReturnRoutine),
            Urgency::WithinDays => Some(Word::ReturnWithinDays),
            Urgency::SameDay => Some(Word::ReturnSameDay),
            Urgency::Emergency => None,
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
