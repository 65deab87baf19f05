import nlp from "compromise";

export async function load() {
  return names;
}

/** @param {string} text */
export function names(text) {
  const doc = nlp(text);
  return [doc.people().json({ offset: true }), doc.organizations().json({ offset: true }), doc.quotations().json({ offset: true })];
}
