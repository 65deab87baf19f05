/**
 * `npm run reference`: the API reference, into `docs/reference`. The calls come from the types that the build makes, the elements' tags from
 * `custom-elements.json`.
 *
 * TypeDoc needs TypeScript's compiler as a library, which TypeScript 7 is not; so this folder has a TypeScript of its own.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { Application, Comment, Converter, DeclarationReflection, ReflectionKind } from "typedoc";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = argv[2] ?? `${root}docs/reference`;

/** The modules by which the package is imported, and their types. */
const MODULES = { pressmark: "entry", "pressmark/worker": "worker/index", "pressmark/input": "input", "pressmark/export": "export/index", "pressmark/element": "element/entry" };
/** What a browser calls, and nobody else. */
const CALLBACKS = /^(constructor|connectedCallback|disconnectedCallback|attributeChangedCallback|form\w+Callback|formAssociated|observedAttributes)$/;

/** @typedef {{ name: string, description?: string, type?: { text: string } }} Item */
/** @typedef {{ name: string, tagName: string, description: string } & Partial<Record<"attributes" | "events" | "slots" | "cssParts" | "cssProperties" | "cssStates", Item[]>>} Tag */
/** @type {{ modules: { declarations: Tag[] }[] }} */
const manifest = JSON.parse(readFileSync(`${root}www/lib/custom-elements.json`, "utf8"));
const elements = manifest.modules.flatMap(({ declarations }) => declarations);

/** @type {Partial<import("typedoc").TypeDocOptions> & Record<string, unknown>} the last ones are the plugin's */
const options = {
  entryPoints: Object.values(MODULES).map((name) => `${root}types/${name}.d.ts`),
  tsconfig: `${root}scripts/reference/tsconfig.json`,
  plugin: ["typedoc-plugin-markdown"],
  out,
  logLevel: "Warn",
  name: "API reference",
  readme: "none",
  disableSources: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeInternal: true,
  excludeExternals: true,
  intentionallyNotExported: ["Id"],
  outputFileStrategy: "modules",
  entryFileName: "README",
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeDeclarationFormat: "table",
};
const app = await Application.bootstrapWithPlugins(options);
app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
  for (const module of project.children ?? []) module.name = nameOf(module.name);
  for (const element of project.getReflectionsByKind(ReflectionKind.Class)) {
    if (element instanceof DeclarationReflection && element.name.endsWith("Element")) describe(project, element);
  }
});
const project = await app.convert();
if (!project) throw new Error("the types could not be read");
app.validate(project);
await app.generateOutputs(project);
writeFileSync(`${out}/tags.md`, tags());
writeFileSync(`${out}/README.md`, `${readFileSync(`${out}/README.md`, "utf8").trimEnd()}\n- [tags](tags.md)\n`);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;

/** @param {string} file */
function nameOf(file) {
  return Object.entries(MODULES).find(([, types]) => types === file || types === `${file}/index`)?.[0] ?? file;
}

/**
 * With what the list of tags says of it, without what its parent has.
 *
 * @param {import("typedoc").ProjectReflection} project
 * @param {import("typedoc").DeclarationReflection} element
 */
function describe(project, element) {
  const tag = elements.find(({ name }) => name === element.name);
  if (tag) element.comment = new Comment([{ kind: "text", text: `\`<${tag.tagName}>\`: ${tag.description}` }]);
  for (const member of [...(element.children ?? [])]) if (CALLBACKS.test(member.name) || member.inheritedFrom?.name.startsWith("PressMark")) project.removeReflection(member);
}

/** The tags with their attributes, events, slots, parts, custom properties and states. */
function tags() {
  const lists = /** @type {const} */ ({ attributes: "Attributes", events: "Events", slots: "Slots", cssParts: "Parts", cssProperties: "Custom properties", cssStates: "States" });
  const all = elements.map((tag) => [
    `## \`<${tag.tagName}>\``, tag.description,
    ...Object.entries(lists).flatMap(([list, title]) => section(title, tag[/** @type {keyof typeof lists} */ (list)])),
  ].join("\n\n"));
  return `# The elements as tags\n\n${all.join("\n\n")}\n`;
}

/**
 * @param {string} title
 * @param {Item[]} [items]
 */
function section(title, items) {
  return items ? [`### ${title}`, items.map(line).join("\n")] : [];
}

/** @param {Item} item */
function line({ name, type, description }) {
  return `- \`${name || "(default)"}\`${type ? ` \`${type.text}\`` : ""}${description ? `: ${description}` : ""}`;
}
