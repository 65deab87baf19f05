/**
 * Text and attributes as XML 1.0. Characters that XML does not allow become U+FFFD, so that offsets stay as they are.
 */

const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** @param {string} text */
export function escaped(text) {
  return text.replace(FORBIDDEN, "\uFFFD").replace(/[&<>"'\r]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/**
 * @param {string} name
 * @param {Readonly<Record<string, string | undefined>>} attributes  those that are undefined are left out
 * @param {string} [content]  XML
 */
export function element(name, attributes, content = "") {
  const given = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escaped(value)}"`));
  return content === "" ? `<${name}${given.join("")}/>` : `<${name}${given.join("")}>${content}</${name}>`;
}
