import model from "wink-eng-lite-web-model";
import wink from "wink-nlp";

export async function load() {
  const nlp = wink(model);
  return (/** @type {string} */ text) => nlp.readDoc(text).entities().out(nlp.its.detail);
}
