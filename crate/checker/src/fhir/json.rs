//! JSON, written from left to right.

/// Text in the making.
#[derive(Default)]
pub struct Json(String);

impl Json {
    /// What was written.
    pub fn text(self) -> String {
        self.0
    }

    pub fn object(&mut self, inside: impl FnOnce(&mut Self)) {
        self.begin('{');
        inside(self);
        self.0.push('}');
    }

    pub fn list(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.key(name);
        self.begin('[');
        inside(self);
        self.0.push(']');
    }

    pub fn pair(&mut self, name: &str, value: &str) {
        self.key(name);
        self.string(value);
    }

    pub fn truth(&mut self, name: &str, value: bool) {
        self.key(name);
        self.0.push_str(if value { "true" } else { "false" });
    }

    pub fn key(&mut self, name: &str) {
        self.string(name);
        self.0.push(':');
    }

    pub fn string(&mut self, value: &str) {
        self.begin('"');
        for sign in value.chars() {
            match sign {
                '"' | '\\' => self.0.extend(['\\', sign]),
                '\n' => self.0.push_str("\\n"),
                // No text of ours holds another of these, and JSON does not allow them.
                '\0'..' ' => self.0.push(' '),
                sign => self.0.push(sign),
            }
        }
        self.0.push('"');
    }

    /// Something new begins: behind whatever is finished there goes a comma.
    fn begin(&mut self, sign: char) {
        if !matches!(self.0.bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
        self.0.push(sign);
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn what_is_written_is_json() {
        let mut json = Json::default();
        json.object(|json| {
            json.pair("a", "\"q\" \\ \n\t:");
            json.list("b", |json| {
                json.string("{");
                json.object(|json| json.truth("c", true));
                json.object(|_| {});
            });
            json.pair("d", "");
        });
        let expected = r#"{"a":"\"q\" \\ \n :","b":["{",{"c":true},{}],"d":""}"#;
        assert_eq!(json.text(), expected);
    }
}
