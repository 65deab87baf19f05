/** Writers: one function a format, each pure, each usable alone. */

export { toBrat } from "./brat.js";
export { toCitron } from "./citron.js";
export { toCSV } from "./csv.js";
export { toHTML } from "./html.js";
export { fromJSON, toJSON } from "./json.js";
export { toJSONLines } from "./json-lines.js";
export { toMarkdown } from "./markdown.js";
export { toNinjs } from "./ninjs.js";
export { toSchemaOrg } from "./schema-org.js";
export { toSpacy } from "./spacy.js";
export { toTEI } from "./tei.js";
export { toTimeML } from "./timeml.js";
export { toWebAnnotation } from "./web-annotation.js";
