/**
 * `<press-mark-organisations>`: which organisations are named, and by which names.
 */
import { h } from "./dom.js";
import { mentions, words } from "./lookup.js";
import { heading, PressMarkPanelElement } from "./panel.js";
import { acts } from "./people.js";
import { count } from "./words.js";
/** @import { Annotation, Entity } from "../types.js" */
/** @import { PressMarkElement } from "./press-mark.js" */

export class PressMarkOrganisationsElement extends PressMarkPanelElement {
  /**
   * @param {ShadowRoot} root
   * @param {PressMarkElement} control
   * @param {Annotation} annotation
   * @protected
   * @override
   */
  render(root, control, annotation) {
    const named = annotation.entities.filter(({ type }) => type === "organisation").sort((a, b) => b.mentions.length - a.mentions.length);
    root.replaceChildren(
      heading("Organisations", named.length > 0 ? String(named.length) : ""),
      named.length > 0
        ? h("ul", { className: "names" }, ...named.slice(0, this.shown).map((entity) => row(control, annotation, entity)))
        : h("p", { className: "none" }, "No organisations in this text."),
      this.more(named.length) || "");
    return named.length;
  }
}

/**
 * @param {PressMarkElement} control
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
function row(control, annotation, entity) {
  const others = otherNames(annotation, entity);
  return h("li", {},
    h("button", { type: "button", className: "link", onclick: () => control.select(entity.id, { scroll: true }) },
      h("b", {}, h("span", { className: "organisation" }, entity.name)),
      others && h("small", {}, others)),
    control.editable && h("details", { className: "more" }, h("summary", { ariaLabel: `Change ${entity.name}` }, "Change"), h("div", { className: "acts" }, ...acts(annotation, entity, (edit) => control.correct(edit)))),
    h("span", { className: "count" }, h("b", {}, String(entity.mentions.length)), h("span", { className: "heard" }, count(entity.mentions.length, "mention"))));
}

/**
 * Each other way to name it once, names first: `NRA, “the authority” (2)`.
 *
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
function otherNames(annotation, entity) {
  const used = new Map(entity.acronym && entity.acronym !== entity.name ? [[entity.acronym, 0]] : []);
  for (const mention of mentions(annotation, entity)) {
    const as = words(annotation, mention);
    const shown = mention.form === "description" || mention.form === "pronoun" ? `“${as}”` : as;
    if (as !== entity.name) used.set(shown, (used.get(shown) ?? 0) + 1);
  }
  return [...used].map(([name, times]) => (times > 1 ? `${name} (${times})` : name)).join(", ");
}
