//! The checker without a screen: questions out, answers in, for whoever draws their own.
//!
//! Ids and shapes are those of `backwise interview`; `crate/checker/src/protocol.rs` says what they mean.

use backwise_checker::protocol::{self, Value};
use backwise_checker::{Ask, Checker as Reasoning, Session};
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;

use crate::fault;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("headless.d.ts");

/// One reader's way through the questions.
#[wasm_bindgen]
pub struct Checker {
    reasoning: Reasoning,
    session: Session,
}

#[wasm_bindgen]
impl Checker {
    /// Takes the graph's two files. Throws a short code when they are not of this version, or not of one build.
    #[wasm_bindgen(constructor)]
    pub fn new(asking: &[u8], telling: &[u8]) -> Result<Checker, JsValue> {
        Ok(Self { reasoning: fault::checker(asking, telling)?, session: Session::new() })
    }

    /// The next question, or null when it is time for the assessment.
    #[wasm_bindgen(unchecked_return_type = "Ask | null")]
    pub fn next(&self) -> Result<JsValue, JsValue> {
        let next = self.session.next(&self.reasoning);
        plain(&next.map(|(ask, _)| protocol::question(self.reasoning.graph(), ask)))
    }

    /// Takes an answer; an earlier one to the same question is replaced.
    pub fn answer(
        &mut self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "AnswerValue")] value: JsValue,
    ) -> Result<(), JsValue> {
        let graph = self.reasoning.graph();
        let ask: Ask = protocol::find(graph, id).ok_or("answer-unknown-question")?;
        let value: Value = from_value(value).map_err(|_| "answer-malformed")?;
        let reply = protocol::reply(graph, ask, &value).map_err(|_| "answer-unknown-option")?;
        let taken = self.session.answer(graph, ask, reply);
        taken.map_err(|_| "answer-not-allowed".into())
    }

    /// Takes the last answer back.
    pub fn back(&mut self) {
        self.session.back(self.reasoning.graph());
    }

    /// What follows from the answers so far.
    #[wasm_bindgen(unchecked_return_type = "Assessment")]
    pub fn assessment(&self) -> Result<JsValue, JsValue> {
        let assessment = self.session.assessment(&self.reasoning);
        plain(&protocol::assessment(&self.reasoning, &assessment))
    }

    /// How many questions are still to come, at the most. It never rises.
    #[wasm_bindgen(js_name = atMost)]
    pub fn at_most(&self) -> usize {
        self.session.at_most(&self.reasoning)
    }
}

/// As plain objects, arrays and null, the way `JSON.parse` would make them.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}
