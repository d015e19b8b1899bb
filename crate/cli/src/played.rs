//! What the site shows of the reasoning: the example of its own pages, and published cases, both played now.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use backwise_checker::{Assessment, Checker};
use backwise_compiler::{Content, Facts};
use backwise_graph::{FindingId, Graph, Kind, PageId, Urgency};
use backwise_site::played::{Case, Example, Fitting, Score, Tally};

use crate::cases::case::Expected;
use crate::cases::report::ROWS;
use crate::cases::said::Said;
use crate::cases::{self, Outcome, Played, Unsaid};

/// A checker on the same graph as the site.
///
/// # Errors
/// When the graph cannot be reasoned on.
pub fn checker(graph: &Graph) -> Result<Checker> {
    Checker::new(graph.clone()).map_err(|error| anyhow!("the graph cannot be reasoned on: {error}"))
}

/// The first page about us that has answers, played; none where no page has.
///
/// # Errors
/// When it answers what no question asks.
pub fn example(content: &Content, checker: &Checker) -> Result<Option<Example>> {
    let pages = content.of_kind(Kind::About);
    let answers = pages.filter_map(|(_, page)| match &page.facts {
        Facts::About { yes, .. } if !yes.is_empty() => Some((page, yes)),
        _ => None,
    });
    let Some((page, yes)) = answers.min_by_key(|(page, _)| &page.path) else {
        return Ok(None);
    };
    let yes: Vec<_> = yes.iter().map(|spot| spot.text.clone()).collect();
    let said =
        Said::read(checker.graph(), &yes, &[], &[]).with_context(|| page.path.to_string())?;
    let case = cases::Case {
        id: page.slug.clone(),
        who: String::new(),
        source: String::new(),
        expected: Expected::SelfCare,
        family: String::new(),
        said,
    };
    let session = cases::play(checker, &case, Unsaid::NoSign);
    let n_asked = Outcome::of(checker, &session).n_asked;
    let told = session.assessment(checker);
    let fits = fits(checker.graph(), &told);
    Ok(Some(Example { yes, urgency: told.urgency, fits, n_asked }))
}

fn fits(graph: &Graph, told: &Assessment) -> Vec<Fitting> {
    let slug = |page: PageId| graph.page(page).slug.clone();
    let finding = |id: FindingId| slug(graph.finding(id).page);
    let fits = told.fits.iter().map(|fit| Fitting {
        cause: slug(graph.causes[fit.cause.index()].page),
        fit: fit.fit,
        speaks_for: fit.reasons_for.iter().map(|reason| finding(reason.finding)).collect(),
        speaks_against: fit.reasons_against.iter().map(|reason| finding(reason.finding)).collect(),
    });
    fits.collect()
}

/// The score of the published cases in a folder of journeys; none where it has none.
///
/// # Errors
/// When a case cannot be read.
pub fn score(journeys: &Path, checker: &Checker) -> Result<Option<Score>> {
    let folder = journeys.join("case");
    if !folder.is_dir() {
        return Ok(None);
    }
    let all = cases::play_all(checker, cases::Case::read_all(checker.graph(), &folder)?);
    let score = |told: fn(&Played) -> &Outcome| {
        let cases = all.iter().map(|it| (it.case.expected, it.case.family.as_str(), told(it)));
        cases::Score::of(cases)
    };
    let (no, unsure) = (score(|it| &it.no), score(|it| &it.unsure));
    let tallies = ROWS.iter().map(|(what, of)| Tally {
        what: (*what).to_owned(),
        no: (of(&no).n, of(&no).of),
        unsure: (of(&unsure).n, of(&unsure).of),
    });
    Ok(Some(Score { tallies: tallies.collect(), cases: all.iter().map(case).collect() }))
}

fn case(played: &Played) -> Case {
    let levels = played.case.expected.levels();
    let told = played.no.urgency;
    Case {
        who: played.case.who.clone(),
        source: played.case.source.clone(),
        expected: Urgency::ALL
            .iter()
            .filter(|it| levels.contains(it))
            .map(|it| it.name())
            .collect(),
        no: told.name(),
        unsure: played.unsure.urgency.name(),
        verdict: match told {
            told if told > *levels.end() => "more",
            told if told < *levels.start() => "less",
            _ => "right",
        },
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use backwise_compiler::{Date, Source, compile};

    use super::{checker, example, score};

    fn folder(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
    }

    #[test]
    fn the_example_fits_something_and_says_why() {
        let source = Source::read(&folder("content")).expect("the content folder is beside us");
        let compiled = compile(&source, Date::from_unix_days(20_778));
        let checker = checker(&compiled.graph.expect("it compiles")).expect("it can be weighed");
        let example = example(&compiled.content, &checker).expect("it is asked for");
        let example = example.expect("a page about us has answers");
        let best = example.fits.first().expect("something fits");
        assert!(best.speaks_for.iter().any(|finding| example.yes.contains(finding)));
    }

    #[test]
    fn the_score_counts_the_cases_that_it_lists() {
        let source = Source::read(&folder("content")).expect("the content folder is beside us");
        let compiled = compile(&source, Date::from_unix_days(20_778));
        let checker = checker(&compiled.graph.expect("it compiles")).expect("it can be weighed");
        let score = score(&folder("tests/journey"), &checker).expect("cases can be read");
        let score = score.expect("there are cases");
        let right = score.cases.iter().filter(|case| case.verdict == "right").count();
        assert_eq!(score.tallies[0].no, (right, score.cases.len()));
        assert!(right < score.cases.len(), "no checker is always right");
    }
}
