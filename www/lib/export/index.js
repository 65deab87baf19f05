/** Writers: one function a format, each pure, each usable alone. */

export { toCSV } from "./csv.js";
export { toHTML } from "./html.js";
export { fromJSON, toJSON } from "./json.js";
export { toMarkdown } from "./markdown.js";
export { toSchemaOrg } from "./schema-org.js";
export { toWebAnnotation } from "./web-annotation.js";
