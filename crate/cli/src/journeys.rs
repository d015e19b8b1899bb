//! Who is told what in a folder of journeys. That they are told it is what the tests play.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use backwise_compiler::matrix::Journeys;
use serde_json::Value;

/// Counts who is told which red flag: whatever a JSON file lists as `red_flags` under `told`.
///
/// # Errors
/// When the folder or one of its files cannot be read.
pub fn read(folder: &Path) -> Result<Journeys> {
    let mut journeys = Journeys::new();
    for file in files(folder)? {
        let reading = || format!("the journey `{}` could not be read", file.display());
        let text = fs::read(&file).with_context(reading)?;
        let name = file.strip_prefix(folder).unwrap_or(&file).with_extension("");
        let name = name.to_string_lossy().into_owned();
        each_told(&serde_json::from_slice(&text).with_context(reading)?, &mut |flag| {
            *journeys.entry(flag.to_owned()).or_default().entry(name.clone()).or_default() += 1;
        });
    }
    Ok(journeys)
}

/// Every JSON file below a folder.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let reading = || {
        format!(
            "the journeys in `{}` could not be read; name a folder that exists",
            folder.display()
        )
    };
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).with_context(reading)? {
        let path = entry.with_context(reading)?.path();
        if path.is_dir() {
            all.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            all.push(path);
        }
    }
    all.sort();
    Ok(all)
}

/// Finds everybody who is told something, however a file groups them.
fn each_told(value: &Value, tell: &mut dyn FnMut(&str)) {
    let flags = value["told"]["red_flags"].as_array();
    flags.into_iter().flatten().filter_map(Value::as_str).for_each(&mut *tell);
    match value {
        Value::Array(items) => items.iter().for_each(|item| each_told(item, tell)),
        Value::Object(fields) => fields.values().for_each(|field| each_told(field, tell)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
