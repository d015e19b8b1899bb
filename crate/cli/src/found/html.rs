//! Diagnostics as a part of a page, for whoever writes and looks at the page. It stands in a shadow root of its own,
//! so it takes nothing from the page's styles and changes nothing of them, and it needs no script.

use std::fmt::Write as _;

use backwise_compiler::Diagnostic;
use backwise_compiler::extent::{Point, extent};

use super::Found;

const STYLE: &str = include_str!("found.css");

/// Everything that was found; nothing where there is nothing.
#[must_use]
pub fn html(found: &Found<'_>) -> String {
    let told = &found.compiled.diagnostics;
    if told.is_empty() {
        return String::new();
    }
    let items: String = told.iter().map(|it| item(found, it)).collect();
    let stale = match found.compiled.graph {
        Some(_) => "",
        None => " The site stays as it was until the errors are mended.",
    };
    part(&format!("{}.{stale}", found.summary()), &format!("<ol>{items}</ol>"))
}

/// A fault that has no place in the content.
#[must_use]
pub fn fault(message: &str) -> String {
    part("The site could not be built.", &format!("<p>{}</p>", escaped(message)))
}

fn part(summary: &str, body: &str) -> String {
    format!(
        "<backwise-found><template shadowrootmode=\"open\"><style>{STYLE}</style>\
         <details open><summary>{}</summary>{body}</details></template></backwise-found>",
        escaped(summary)
    )
}

fn item(found: &Found<'_>, told: &Diagnostic) -> String {
    let Point { line, column } = extent(told, found.source).start;
    let mut item = String::from("<li><p><strong>");
    let (severity, code) = (told.severity.name(), told.code);
    write!(item, "{severity}[{code}]: {}</strong></p>", escaped(&told.message))
        .and_then(|()| {
            write!(item, "<p><code>{}:{line}:{column}</code></p>", escaped(&found.file(told)))
        })
        .and_then(|()| write!(item, "<p>Help: {}</p></li>", escaped(&told.help)))
        .expect("strings take text");
    item
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use backwise_compiler::{Date, Source, compile};

    use super::super::{Found, sample};
    use super::{fault, html};

    #[test]
    fn each_finding_has_its_place_its_fact_and_its_remedy() {
        let (source, compiled) = sample::faulty();
        let part = html(&Found { root: "content", source: &source, compiled: &compiled });
        assert!(part.contains("content/structure/blade-bone.md:3:1"), "{part}");
        assert_eq!(part.matches("<li>").count(), compiled.diagnostics.len());
        assert_eq!(part.matches("Help: ").count(), compiled.diagnostics.len());
        assert!(part.contains("stays as it was"));
    }

    #[test]
    fn what_writers_wrote_stays_text() {
        let page = "---\ntitle: A\n<script>: x\n---\n";
        let source = Source::of(&[("structure/a.md", page.as_bytes())]);
        let compiled = compile(&source, Date::parse("2026-11-21").expect("that day exists"));
        let part = html(&Found { root: "content", source: &source, compiled: &compiled });
        assert!(part.contains("`&lt;script&gt;`") && !part.contains("<script>"), "{part}");
        assert!(fault("<b>").contains("&lt;b&gt;"));
    }
}
