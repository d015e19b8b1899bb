//! `diff` as a writer has it: the command itself, in a git repository of its own.

mod folder;

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

const STRAIN: &str = "content/cause/strain.md";
const ALARM: &str = "content/red-flag/fever-alarm.md";

/// A repository with a small content folder and one person, all of it committed.
struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let it = Self::without_git();
        it.git(&["init", "--quiet"]);
        it.commit();
        it
    }

    fn without_git() -> Self {
        let it = Self(tempfile::tempdir().expect("a folder can be made"));
        folder::content(&it.0.path().join("content"));
        let people = r#"{ "raised": [{ "who": "Somebody with fever.", "yes": ["fever"] }] }"#;
        fs::create_dir_all(it.0.path().join("tests/journey/red-flag"))
            .expect("a folder can be made");
        it.write("tests/journey/red-flag/fever-alarm.json", people);
        it
    }

    fn git(&self, arguments: &[&str]) {
        let name = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
        let mut git = Command::new("git");
        let done = git.arg("-C").arg(self.0.path()).args(name).args(arguments).status();
        assert!(done.expect("git starts").success(), "{arguments:?}");
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "Content"]);
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.path().join(path), text).expect("it can be written");
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.0.path().join(path)).expect("it can be read");
        assert!(text.contains(from), "{from} is not in {path}");
        self.write(path, &text.replace(from, to));
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backwise"));
        command.current_dir(self.0.path()).args(["diff", "--on", "2026-12-01"]).args(arguments);
        command.output().expect("the command starts")
    }

    /// What it prints; it must end well.
    fn tell(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).expect("it prints text")
    }

    /// Why it fails.
    fn fault(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert!(!done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
        String::from_utf8(done.stderr).expect("it prints text")
    }
}

#[test]
fn without_an_edit_nothing_differs() {
    let told = Repository::new().tell(&["HEAD", "--check"]);
    assert!(told.starts_with("no relation"), "{told}");
}

#[test]
fn relations_come_go_and_change_with_their_sources() {
    let it = Repository::new();
    it.edit(STRAIN, "often shows::ache", "rarely shows::ache");
    it.edit(
        STRAIN,
        "[[strains::muscle]].[^editorial]",
        "[[shows 0.1::fever]][^smith-2020].[^editorial]",
    );
    let told = it.tell(&["HEAD", "--check"]);
    for line in [
        "Relations: 3\n",
        "~ strain shows ache: strength from often to rarely\n",
        "+ strain shows fever (0.1; smith-2020)\n",
        "- strain strains muscle (editorial)\n",
        "Reviews: 1\n  cause/strain: edited now, and last checked on 2026-11-21\n",
    ] {
        assert!(told.contains(line), "{line} is not in:\n{told}");
    }
}

#[test]
fn whoever_is_told_less_is_named_and_counts_where_that_is_asked() {
    let it = Repository::new();
    it.edit(ALARM, "level: same-day", "level: routine\nwaiver: We think so.");
    let told = it.tell(&["HEAD"]);
    for line in [
        "~ fever-alarm: level from same-day to routine; waiver from none to We think so.\n",
        "less: red-flag/fever-alarm (Somebody with fever): level from same-day to routine\n",
        "Told less than before: 1\n",
    ] {
        assert!(told.contains(line), "{line} is not in:\n{told}");
    }
    assert!(!it.run(&["HEAD", "--check"]).status.success());
}

#[test]
fn a_warning_sign_that_goes_away_leaves_its_people_told_less() {
    let it = Repository::new();
    fs::remove_file(it.0.path().join(ALARM)).expect("it was there");
    let told = it.tell(&["HEAD"]);
    assert!(
        told.contains("- red-flag/fever-alarm\n") && told.contains("less: red-flag/"),
        "{told}"
    );
    assert!(!it.run(&["HEAD", "--check"]).status.success());
}

#[test]
fn what_is_told_more_passes_the_check() {
    let it = Repository::new();
    it.edit(ALARM, "level: same-day", "level: emergency");
    let told = it.tell(&["HEAD", "--check"]);
    assert!(told.contains("level from same-day to emergency") && !told.contains("less"), "{told}");
}

#[test]
fn a_fixed_word_that_came_since_is_no_obstacle() {
    let it = Repository::new();
    it.edit("content/interface/check.md", "  start:", "  not-yet-a-word:");
    it.commit();
    it.edit("content/interface/check.md", "  not-yet-a-word:", "  start:");
    assert!(it.tell(&["HEAD"]).starts_with("no relation"));
}

#[test]
fn a_review_that_is_due_is_named() {
    let it = Repository::new();
    it.edit(STRAIN, "review: 2027-11-21", "review: 2026-11-30");
    it.commit();
    assert!(it.tell(&["HEAD"]).contains("cause/strain: due since 2026-11-30"));
}

#[test]
fn what_cannot_be_compared_is_said() {
    let check = |it: &Repository, arguments: &[&str], part: &str| {
        let fault = it.fault(arguments);
        assert!(fault.contains(part), "{part} is not in: {fault}");
    };
    check(&Repository::without_git(), &["HEAD"], "`content` is in no git repository");
    let it = Repository::new();
    check(&it, &["nowhere"], "`nowhere` is no revision");
    check(&it, &["--", "--upload-pack=x"], "is no revision");
    it.edit(STRAIN, "strains::muscle", "strains::muscles");
    check(&it, &["HEAD"], "the content as it is does not compile: error[unknown-page]");
    it.commit();
    it.edit(STRAIN, "strains::muscles", "strains::muscle");
    check(&it, &["HEAD"], "the content at `HEAD` does not compile: error[unknown-page]");
    fs::create_dir(it.0.path().join("other")).expect("a folder can be made");
    check(&it, &["HEAD", "--content", "other"], "there was no content in `other` at `HEAD`");
}
