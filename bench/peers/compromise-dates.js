import nlp from "compromise";
import dates from "compromise-dates";

export async function load() {
  nlp.plugin(dates);
  return (/** @type {string} */ text) => {
    const doc = nlp(text);
    return [doc.people().json({ offset: true }), doc.organizations().json({ offset: true }), doc.quotations().json({ offset: true }), doc.dates().json()];
  };
}
