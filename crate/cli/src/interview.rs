//! `interview`: the engine over JSON lines, so that anything can play the patient.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use backwise_checker::protocol::{self, Value};
use backwise_checker::{Ask, Checker, Session, fhir, sheet};
use backwise_compiler::{Date, Severity, Source, compile, draw};
use backwise_graph::Graph;
use serde::Deserialize;
use serde_json::json;

/// Bytes that are read of a line; whatever comes behind them is left out.
const LINE: u64 = 1 << 16;

/// What to do with the engine.
pub enum Mode<'a> {
    /// Ask on standard output, read answers from standard input.
    Ask,
    /// List every question there is.
    Questions,
    /// Take the answers from this file, and print what they come to.
    Answers(&'a Path),
}

/// What to print.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Questions and the assessment, as they are here.
    Plain,
    /// The sheet for a clinician, as text.
    Sheet,
    /// A FHIR `Questionnaire` and `QuestionnaireResponse`.
    Fhir,
}

/// Runs the engine on a content folder.
pub fn run(folder: &Path, today: Date, mode: &Mode, form: Form) -> Result<ExitCode> {
    let checker = load(folder, today)?;
    let mut out = io::stdout().lock();
    match mode {
        Mode::Ask => ask(&checker, io::stdin().lock(), form, &mut out),
        Mode::Questions => questions(&checker, form, &mut out),
        Mode::Answers(file) => answers(&checker, file, form, &mut out),
    }
}

/// The engine on the graph of a content folder.
pub fn load(folder: &Path, today: Date) -> Result<Checker> {
    let reading = || {
        format!("the content folder `{}` could not be read; name one that exists", folder.display())
    };
    let source = Source::read(folder).with_context(reading)?;
    let compiled = compile(&source, today);
    let Some(graph) = compiled.graph else {
        let root = folder.display().to_string();
        for diagnostic in compiled.diagnostics.iter().filter(|d| d.severity == Severity::Error) {
            eprintln!("{}\n", draw::draw(diagnostic, &source, &root, false));
        }
        bail!("`{root}` does not compile; mend what stands above");
    };
    Checker::new(graph).map_err(|error| anyhow!("the graph cannot be reasoned on: {error}"))
}

fn questions(checker: &Checker, form: Form, out: &mut impl Write) -> Result<ExitCode> {
    if form == Form::Fhir {
        let graph = checker.graph();
        write(out, &fhir::questionnaire(graph, hash(graph)))?;
        return Ok(ExitCode::SUCCESS);
    }
    for ask in protocol::questions(checker.graph()) {
        line(out, &json!({ "ask": protocol::question(checker.graph(), ask) }))?;
    }
    Ok(ExitCode::SUCCESS)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerLine {
    answer: Given,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    id: String,
    value: Value,
}

/// Asks until the interview ends, or its input does.
///
/// # Errors
/// When the input ends too early, or one of the two is broken.
pub fn ask(
    checker: &Checker,
    mut input: impl BufRead,
    form: Form,
    out: &mut impl Write,
) -> Result<ExitCode> {
    let mut session = Session::new();
    while let Some((ask, _)) = session.next(checker) {
        let question = protocol::question(checker.graph(), ask);
        line(out, &json!({ "ask": question, "at_most": session.at_most(checker) }))?;
        let text = read_line(&mut input).context("standard input could not be read")?;
        if text.is_empty() {
            bail!("standard input ended before the interview did");
        }
        if let Err(error) = take(checker, &mut session, ask, &text) {
            line(out, &json!({ "error": format!("{error:#}") }))?;
        }
    }
    finish(checker, &session, form, out)
}

/// The next line, as much of it as is read; nothing at the end.
fn read_line(input: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    let n = input.by_ref().take(LINE).read_until(b'\n', &mut text)?;
    if n as u64 == LINE && text.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
    }
    Ok(text)
}

/// Takes one line of input as the answer to `ask`.
fn take(checker: &Checker, session: &mut Session, ask: Ask, text: &[u8]) -> Result<()> {
    let expected = r#"write {"answer":{"id":"…","value":"yes"}}"#;
    let AnswerLine { answer } = serde_json::from_slice(text)
        .map_err(|error| anyhow!("this line is no answer ({error}); {expected}"))?;
    let asked = protocol::question(checker.graph(), ask).id;
    if answer.id != asked {
        bail!("`{}` is not what was asked; answer `{asked}`", answer.id);
    }
    put(checker, session, ask, &answer.value)
}

fn put(checker: &Checker, session: &mut Session, ask: Ask, value: &Value) -> Result<()> {
    let graph = checker.graph();
    let id = protocol::question(graph, ask).id;
    let reply =
        protocol::reply(graph, ask, value).with_context(|| format!("the answer to `{id}`"))?;
    let fault = |error| anyhow!("the answer to `{id}`: {}", protocol::ValueError::Reply(error));
    session.answer(checker.graph(), ask, reply).map_err(fault)
}

/// Plays the whole interview from a map of answers; what is missing there is unsure.
fn answers(checker: &Checker, file: &Path, form: Form, out: &mut impl Write) -> Result<ExitCode> {
    let text = fs::read(file).with_context(|| format!("`{}` could not be read", file.display()))?;
    let shape = || {
        format!(
            "`{}` is no map from question to answer, such as {{\"age\": \"age-18-to-34\"}}",
            file.display()
        )
    };
    let given: BTreeMap<String, Value> = serde_json::from_slice(&text).with_context(shape)?;
    for id in given.keys() {
        protocol::find(checker.graph(), id)
            .with_context(|| format!("`{id}` is no question; `--questions` lists them"))?;
    }
    let session = play(checker, &given)?;
    finish(checker, &session, form, out)
}

/// Plays an interview to its end.
pub fn play(checker: &Checker, given: &BTreeMap<String, Value>) -> Result<Session> {
    let mut session = Session::new();
    let unsure = Value::One("unsure".to_owned());
    while let Some((ask, _)) = session.next(checker) {
        let id = protocol::question(checker.graph(), ask).id;
        put(checker, &mut session, ask, given.get(id).unwrap_or(&unsure))?;
    }
    Ok(session)
}

fn finish(
    checker: &Checker,
    session: &Session,
    form: Form,
    out: &mut impl Write,
) -> Result<ExitCode> {
    let (known, hash) = (session.known(), hash(checker.graph()));
    match form {
        Form::Plain => {
            let assessment = session.assessment(checker);
            let data = protocol::assessment(checker, &assessment);
            line(out, &json!({ "assessment": data, "asked": session.given().len() }))?;
        }
        Form::Sheet => {
            let sheet = sheet::sheet(checker, known, session.manner(), hash);
            write(out, sheet::text(&sheet).trim_end())?;
        }
        Form::Fhir => write(out, &fhir::response(checker.graph(), known, hash))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The version of the content, as the built site has it.
pub fn hash(graph: &Graph) -> u64 {
    Graph::hash_of(&graph.encode().asking)
}

/// Writes one object and sends it off.
fn line(out: &mut impl Write, value: &serde_json::Value) -> Result<()> {
    write(out, &value.to_string())
}

fn write(out: &mut impl Write, text: &str) -> Result<()> {
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .context("standard output could not be written")
}

#[cfg(test)]
mod tests {
    use super::{LINE, read_line};

    #[test]
    fn what_is_too_long_is_one_line_all_the_same() {
        let input = format!("one\n{}two\nthree", " ".repeat(LINE as usize));
        let mut input = input.as_bytes();
        let mut next =
            || String::from_utf8(read_line(&mut input).expect("it is there")).expect("it is text");
        assert_eq!([next(), next().trim().to_owned(), next(), next()], ["one\n", "", "three", ""]);
    }
}
