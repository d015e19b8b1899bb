//! What a narrative says of each finding.

use anyhow::{Result, bail};
use backwise_graph::{Choose, FindingId, Graph, PageId, Truth};

/// What is said of each finding; nothing where the narrative leaves it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said(Vec<Option<Truth>>);

impl Said {
    /// What these ids of findings say. Among those that are not so, a screen stands for all its options that are
    /// named nowhere else.
    ///
    /// # Errors
    /// When no question asks an id, one is named twice, or two options hold that exclude each other.
    pub fn read(graph: &Graph, yes: &[String], unsure: &[String], no: &[String]) -> Result<Self> {
        let mut said = Self(vec![None; graph.findings.len()]);
        let (screens, no): (Vec<_>, Vec<_>) = no.iter().partition(|n| screen(graph, n).is_some());
        yes.iter().try_for_each(|name| said.say(graph, name, Truth::Yes))?;
        unsure.iter().try_for_each(|name| said.say(graph, name, Truth::Unsure))?;
        no.into_iter().try_for_each(|name| said.say(graph, name, Truth::No))?;
        for options in screens.into_iter().filter_map(|name| screen(graph, name)) {
            options.iter().for_each(|f| _ = said.0[f.index()].get_or_insert(Truth::No));
        }
        said.one_each(graph)?;
        Ok(said)
    }

    /// What is said of a finding.
    #[must_use]
    pub fn of(&self, finding: FindingId) -> Option<Truth> {
        self.0[finding.index()]
    }

    fn say(&mut self, graph: &Graph, name: &str, truth: Truth) -> Result<()> {
        let found = graph.findings.iter().position(|f| is_named(graph, f.page, name));
        let Some(finding) = found.map(FindingId::new).filter(|f| is_asked(graph, *f)) else {
            bail!("`{name}` is asked by no question; `interview --questions` lists them");
        };
        match self.0[finding.index()].replace(truth) {
            None => Ok(()),
            Some(_) => bail!("`{name}` is named twice"),
        }
    }

    /// Of options that exclude each other, one may hold.
    fn one_each(&self, graph: &Graph) -> Result<()> {
        for screen in graph.questions.iter().filter(|q| q.choose == Choose::One) {
            let holds = |f: &&FindingId| self.of(**f) == Some(Truth::Yes);
            let n = screen.options.iter().filter(holds).count();
            if n > 1 {
                bail!("`{}` takes one option and has {n}", graph.page(screen.page).slug);
            }
        }
        Ok(())
    }
}

fn is_named(graph: &Graph, page: PageId, name: &str) -> bool {
    graph.page(page).slug == name
}

fn screen<'a>(graph: &'a Graph, name: &str) -> Option<&'a [FindingId]> {
    let found = graph.questions.iter().find(|q| is_named(graph, q.page, name));
    found.map(|q| q.options.as_slice())
}

fn is_asked(graph: &Graph, finding: FindingId) -> bool {
    !graph.finding(finding).ask.is_empty()
        || graph.questions.iter().any(|q| q.options.contains(&finding))
}
