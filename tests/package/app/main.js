import "backwise";
import { begin } from "backwise/headless";

// For the test, which plays it beside the one on the page.
globalThis.begin = begin;
