/**
 * The packed package as its users meet it: in Node, Deno and TypeScript, in Vite's development server, in bundles of four bundlers, rendered on a
 * server, on a plain page, under a strict policy, in workers, and without a network.
 */

import { chromium, firefox } from "@playwright/test";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import sirv from "sirv";
import { build, createServer as createViteServer } from "vite";
import webpack from "webpack";
import { browsers } from "../../scripts/browsers.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "pressmark-"));
const TEXT = "“We will appeal,” said Ada Quill on 3 March 2024.";
const APPEAL = "We will appeal";

let tarball = "";
/** @type {Record<"chromium" | "firefox", import("@playwright/test").Browser>} */
let open;

before(async () => {
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: root });
  tarball = join(folder, readdirSync(folder)[0]);
  open = { chromium: await chromium.launch(browsers.chromium), firefox: await firefox.launch(browsers.firefox) };
});
after(() => Promise.all(Object.values(open).map((browser) => browser.close())));

/**
 * A project with nothing in it but the package, and these files.
 *
 * @param {string} name
 * @param {Record<string, string>} files
 */
function project(name, files) {
  const home = join(folder, name);
  mkdirSync(home);
  const all = { "package.json": JSON.stringify({ private: true, type: "module" }), ...files };
  for (const [file, content] of Object.entries(all)) writeFileSync(join(home, file), content);
  execFileSync("npm", ["install", "--silent", "--offline", "--no-audit", "--no-fund", tarball], { cwd: home });
  return home;
}

/**
 * What a served folder shows as the title of its page, in each browser, and what went wrong there.
 *
 * @param {string} home
 */
function titles(home) {
  return served(home, (address) => Promise.all(Object.values(open).map((browser) => titleOf(browser, address))));
}

/**
 * @template T
 * @param {string} home
 * @param {(address: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
async function served(home, use) {
  const server = createServer(sirv(home, { dev: true })).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    return await use(`http://127.0.0.1:${port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
async function titleOf(browser, address) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(address);
  await page.waitForFunction(() => document.title !== "", null, { timeout: 20_000 }).catch(() => problems.push("no title"));
  const title = await page.title();
  await page.close();
  return problems.join("; ") || title;
}

/** @param {string} body */
const html = (body) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${body}`;

/** Shows the words of the first quotation, as `show(annotation)`. */
const SHOW = "const show = ({ text, quotes: [{ content: [{ start, end }] }] }) => text.slice(start, end).replace(/,$/, '');";

test("in Node: every entry point, and the command", () => {
  const home = project("node", {
    "main.js": `
      import { annotate, load } from "pressmark";
      import * as inline from "pressmark/inline";
      import { readFile } from "node:fs/promises";
      ${SHOW}
      const text = ${JSON.stringify(TEXT)};
      const wasm = await readFile(new URL(import.meta.resolve("pressmark/wasm")));
      await import("pressmark/element");
      await import("pressmark/element/define");
      console.log(show(await annotate(text)), show(await inline.annotate(text)), show((await load()).annotate(text)), WebAssembly.validate(wasm));`,
    "article.txt": TEXT,
  });
  const printed = execFileSync(process.execPath, ["main.js"], { cwd: home, encoding: "utf8" });
  assert.equal(printed, `${APPEAL} ${APPEAL} ${APPEAL} true\n`);
  const annotation = JSON.parse(execFileSync(join(home, "node_modules/.bin/pressmark"), ["article.txt"], { cwd: home, encoding: "utf8" }));
  assert.equal(annotation.quotes.length, 1);
});

test("in Node: a module of one's own", () => {
  const home = project("own-module", {
    "main.js": `
      import { load } from "pressmark";
      const failed = await load(new Uint8Array([1, 2, 3])).catch((error) => error.code);
      const annotator = await load(new URL(import.meta.resolve("pressmark/wasm")));
      console.log(failed, annotator.annotate(${JSON.stringify(TEXT)}).quotes.length);`,
  });
  assert.equal(execFileSync(process.execPath, ["main.js"], { cwd: home, encoding: "utf8" }), "load-failed 1\n");
});

for (const [resolution, module] of /** @type {const} */ ([["nodenext", "nodenext"], ["bundler", "esnext"]])) {
  test(`in TypeScript, strict, ${resolution}`, () => {
    const home = project(`typescript-${resolution}`, {
      "main.ts": `
        import { annotate, load, PressmarkError, type Annotation, type Quote } from "pressmark";
        import * as inline from "pressmark/inline";
        import { PressMarkElement } from "pressmark/element";
        const annotation: Annotation = await annotate("a", { published: "2024-05-14", layers: ["quotes"] });
        const kinds: ("direct" | "indirect" | "mixed")[] = annotation.quotes.map((quote: Quote) => quote.kind);
        const title: string | undefined = (await load()).describeRule("x")?.title;
        const element: PressMarkElement | null = document.querySelector("press-mark");
        element?.addEventListener("mark-select", ({ detail: { id } }) => element.select(id));
        // @ts-expect-error no such detail
        element?.addEventListener("mark-select", ({ detail: { ids } }) => ids);
        try { (await inline.load()).annotate("a"); } catch (error) { if (error instanceof PressmarkError) console.log(error.code === "bad-option", kinds, title, element); }
        // @ts-expect-error no such option
        await annotate("a", { publised: "2024-05-14" });
        // @ts-expect-error frozen
        annotation.quotes.push(annotation.quotes[0]);`,
    });
    const options = ["--noEmit", "--strict", "--target", "es2023", "--lib", "es2023,dom,esnext.disposable", "--module", module, "--moduleResolution", resolution, "--types", "", "main.ts"];
    execFileSync(join(root, "node_modules/.bin/tsc"), options, { cwd: home, stdio: "inherit" });
  });
}

test("in Deno: every entry point, its types, and nothing allowed but to read", () => {
  const home = project("deno", {
    "main.ts": `
      import { annotate, type Annotation, load } from "pressmark";
      import * as inline from "pressmark/inline";
      import { createWorkerAnnotator } from "pressmark/worker";
      import { toCSV } from "pressmark/export";
      import { define } from "pressmark/element";
      ${SHOW.replace("}) =>", "}: Annotation) =>")}
      const text = ${JSON.stringify(TEXT)};
      const annotator = createWorkerAnnotator();
      console.log(show(await annotate(text)), show(await inline.annotate(text)), show((await load()).annotate(text)), show(await annotator.annotate(text)));
      console.log(toCSV(await annotate(text), "quotes").includes("Ada Quill"), typeof define);
      annotator.dispose();`,
  });
  writeFileSync(join(home, "package.json"), JSON.stringify({ type: "module", dependencies: { pressmark: "*" } })); // as from the registry, not from a file
  const deno = (/** @type {string[]} */ ...args) => execFileSync(join(root, "node_modules/.bin/deno"), args, {
    cwd: home, encoding: "utf8", env: { ...process.env, DENO_DIR: join(home, "deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
  });
  const options = ["--no-remote", "--node-modules-dir=manual"];
  assert.equal(deno("run", ...options, "--no-prompt", "--allow-read", "main.ts"), `${Array(4).fill(APPEAL).join(" ")}\ntrue function\n`);
  deno("check", ...options, "main.ts");
});

test("in Vite's development server", async () => {
  const home = project("vite-dev", {
    "index.html": html(`<press-mark>${TEXT}</press-mark><script type="module" src="main.js"></script>`),
    "main.js": `
      import { annotate } from "pressmark/inline";
      import { createWorkerAnnotator } from "pressmark/worker";
      import { toMarkdown } from "pressmark/export";
      import "pressmark/element/define";
      ${SHOW}
      const text = ${JSON.stringify(TEXT)};
      await document.querySelector("press-mark").ready;
      const annotation = await createWorkerAnnotator().annotate(text);
      document.title = [show(await annotate(text)), show(annotation), toMarkdown(annotation).includes("Ada Quill"), document.querySelector("press-mark").annotation.quotes.length].join(", ");`,
  });
  const server = await createViteServer({ root: home, logLevel: "error", server: { port: 0, host: "127.0.0.1" } });
  await server.listen();
  try {
    const [address] = server.resolvedUrls?.local ?? [];
    const expected = `${APPEAL}, ${APPEAL}, true, 1`;
    for (const browser of Object.values(open)) assert.equal(await titleOf(browser, address), expected);
  } finally {
    await server.close();
  }
});

test("rendered on a server, taken over in the browser: React, as Next does it", async () => {
  const home = project("react", {
    "app.js": `
      import { createElement as h, useEffect, useRef, useState } from "react";
      import "pressmark/element/define";
      export function App({ text, count }) {
        const article = useRef(null);
        const [quotes, setQuotes] = useState(count);
        useEffect(() => {
          article.current.ready.then(() => {
            setQuotes(article.current.annotation.quotes.length);
            document.title = article.current.textContent;
          });
        }, []);
        return h("main", null, h("press-mark", { ref: article, id: "article" }, text), h("press-mark-speakers", { for: "article" }), h("p", null, quotes, " quotations"));
      }`,
    "server.js": `
      import { createElement } from "react";
      import { renderToString } from "react-dom/server";
      import { annotate } from "pressmark";
      import "pressmark/worker"; import "pressmark/input"; import "pressmark/export"; import "pressmark/inline"; import "pressmark/element";
      import { App } from "./app.js";
      const text = ${JSON.stringify(TEXT)};
      const { quotes } = await annotate(text);
      console.log(renderToString(createElement(App, { text, count: quotes.length })));`,
    "client.js": `
      import { createElement } from "react";
      import { hydrateRoot } from "react-dom/client";
      import { App } from "./app.js";
      hydrateRoot(document.getElementById("root"), createElement(App, { text: ${JSON.stringify(TEXT)}, count: 1 }), { onRecoverableError: (error) => console.error(error) });`,
  });
  for (const name of ["react", "react-dom", "scheduler"]) symlinkSync(join(root, "node_modules", name), join(home, "node_modules", name));
  const rendered = execFileSync(process.execPath, ["server.js"], { cwd: home, encoding: "utf8" }).trim();
  assert.match(rendered, new RegExp(`<press-mark id="article">${TEXT}</press-mark><press-mark-speakers for="article"></press-mark-speakers><p>1<!-- --> quotations</p>`));
  await BUNDLERS.esbuild(home, "client.js");
  writeFileSync(join(home, "dist/index.html"), html(`<div id="root">${rendered}</div><script type="module" src="client.js"></script>`));
  assert.deepEqual(await titles(join(home, "dist")), [TEXT, TEXT]);
});

test("in a Vite build", async () => {
  const home = project("vite", {
    "index.html": html('<press-mark></press-mark><script type="module" src="main.js"></script>'),
    "main.js": `
      import { annotate } from "pressmark";
      import * as inline from "pressmark/inline";
      import "pressmark/element/define";
      ${SHOW}
      const text = ${JSON.stringify(TEXT)};
      document.title = [show(await annotate(text)), show(await inline.annotate(text)), customElements.get("press-mark").name].join(", ");`,
  });
  await build({ root: home, logLevel: "error", build: { target: "es2022", minify: false } });
  const expected = `${APPEAL}, ${APPEAL}, PressMarkElement`;
  assert.deepEqual(await titles(join(home, "dist")), [expected, expected]);
});

/** What each bundler makes of `main.js`, in the folder `dist`. @type {Readonly<Record<string, (home: string, main?: string) => Promise<unknown>>>} */
const BUNDLERS = {
  esbuild: (home, main = "main.js") => esbuild.build({ entryPoints: [join(home, main)], bundle: true, format: "esm", splitting: true, target: "es2022", outdir: join(home, "dist") }),
  rollup: async (home) => (await rollup({ input: join(home, "main.js"), plugins: [nodeResolve({ browser: true })] })).write({ dir: join(home, "dist") }),
  webpack: (home) => new Promise((done, fail) => {
    const options = /** @type {import("webpack").Configuration} */ ({
      mode: "production", context: home, entry: "./main.js", output: { path: join(home, "dist") }, performance: false, optimization: { minimize: false },
    });
    webpack(options, (error, stats) => (error || stats?.hasErrors() || stats?.hasWarnings() ? fail(error ?? new Error(stats?.toString())) : done(stats)));
  }),
};

for (const [name, bundle] of Object.entries(BUNDLERS)) {
  test(`in a bundle of ${name}: without a file beside it, and in a worker`, async () => {
    const home = project(name, {
      "main.js": `
        import { annotate } from "pressmark/inline";
        import { createWorkerAnnotator } from "pressmark/worker";
        import "pressmark/element/define";
        ${SHOW}
        const text = ${JSON.stringify(TEXT)};
        document.title = [show(await annotate(text)), show(await createWorkerAnnotator().annotate(text)), customElements.get("press-mark") !== undefined].join(", ");`,
    });
    await bundle(home);
    writeFileSync(join(home, "dist/index.html"), html('<script type="module" src="main.js"></script>'));
    const expected = `${APPEAL}, ${APPEAL}, true`;
    assert.deepEqual(await titles(join(home, "dist")), [expected, expected]);
  });
}

test("what is not imported is not in the bundle", async () => {
  const home = project("shaken", {
    "core.js": 'import { annotate } from "pressmark"; console.log(annotate);',
    "csv.js": 'import { toCSV } from "pressmark/export"; console.log(toCSV);',
  });
  const sizes = { core: 80, csv: 12 }; // kB, not minified
  for (const [name, most] of Object.entries(sizes)) {
    await BUNDLERS.esbuild(home, `${name}.js`);
    const code = readFileSync(join(home, `dist/${name}.js`), "utf8");
    assert.ok(code.length < most * 1000, `${name}: ${code.length} bytes`);
    for (const other of ["adoptedStyleSheets", "HTMLElement", "TIMEX3", "new Worker"]) assert.equal(code.includes(other), false, `${name} has ${other}`);
  }
});

test("in Node: a thread, and an import on a server without a DOM", () => {
  const home = project("thread", {
    "main.js": `
      import { createWorkerAnnotator } from "pressmark/worker";
      import * as element from "pressmark/element";
      import { toTEI } from "pressmark/export";
      ${SHOW}
      const annotation = await createWorkerAnnotator().annotate(${JSON.stringify(TEXT)});
      console.log(show(annotation), toTEI(annotation).includes("<said"), typeof element.define);`,
  });
  assert.equal(execFileSync(process.execPath, ["main.js"], { cwd: home, encoding: "utf8" }), `${APPEAL} true function\n`);
});

for (const kind of ["dedicated", "service"]) {
  test(`in a ${kind} worker of one's own`, async () => {
    const home = project(kind, {
      "index.html": html('<script type="module" src="main.js"></script>'),
      "main.js": kind === "dedicated"
        ? 'new Worker("worker.js", { type: "module" }).onmessage = ({ data }) => (document.title = data);'
        : `navigator.serviceWorker.onmessage = ({ data }) => (document.title = data);
           await navigator.serviceWorker.register("worker.js", { type: "module" });
           (await navigator.serviceWorker.ready).active.postMessage("");`,
      "worker.js": `
        import { annotate } from "./lib/inline.js";
        ${SHOW}
        const answer = async (to) => to.postMessage(show(await annotate(${JSON.stringify(TEXT)})));
        ${kind === "dedicated" ? "answer(self)" : 'addEventListener("message", (event) => event.waitUntil(answer(event.source)))'};`,
    });
    cpSync(join(home, "node_modules/pressmark/www/lib"), join(home, "lib"), { recursive: true });
    assert.deepEqual(await titles(home), [APPEAL, APPEAL]);
  });
}

test("on a plain page that may connect to nowhere: the annotator, the worker, the element, the readers", async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'none'; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'";
  const home = project("plain", {
    "index.html": html(`<meta http-equiv="Content-Security-Policy" content="${policy}"><press-mark>${TEXT}</press-mark><script type="module" src="main.js"></script>`),
    "main.js": `
      import { annotate } from "./lib/inline.js";
      import { createWorkerAnnotator } from "./lib/worker/index.js";
      import { textFromHTML } from "./lib/input.js";
      import "./lib/element/define.js";
      ${SHOW}
      const element = document.querySelector("press-mark");
      await element.ready;
      const { text } = textFromHTML("<script>document.title = 'it ran'</script><p>${TEXT}</p>");
      document.title = [show(await annotate(text)), show(await createWorkerAnnotator().annotate(text)), show(element.annotation)].join(", ");`,
  });
  cpSync(join(home, "node_modules/pressmark/www/lib"), join(home, "lib"), { recursive: true });
  const expected = `${APPEAL}, ${APPEAL}, ${APPEAL}`;
  assert.deepEqual(await titles(home), [expected, expected]);
});

test("on a page that has lost its network after it was loaded", async () => {
  const home = project("offline", {
    "index.html": html('<script type="module" src="main.js"></script>'),
    "main.js": `
      import { load } from "./lib/index.js";
      ${SHOW}
      const annotator = await load();
      document.title = "loaded";
      addEventListener("offline", () => (document.title = show(annotator.annotate(${JSON.stringify(TEXT)}))));`,
  });
  cpSync(join(home, "node_modules/pressmark/www/lib"), join(home, "lib"), { recursive: true });
  await served(home, async (address) => {
    const page = await open.chromium.newPage();
    await page.goto(address);
    await page.waitForFunction(() => document.title === "loaded");
    await page.context().setOffline(true);
    await page.waitForFunction(() => document.title !== "loaded");
    assert.equal(await page.title(), APPEAL);
    await page.close();
  });
});

test("on a plain page, with the element and the module beside it", async () => {
  const home = project("element", {
    "index.html": html(`<press-mark>${TEXT}</press-mark><script type="module" src="main.js"></script>`),
    "main.js": `
      import { load } from "./lib/index.js";
      import "./lib/element/define.js";
      const element = document.querySelector("press-mark");
      element.constructor.annotator ??= await load();
      await element.ready;
      document.title = String(element.annotation.quotes.length);`,
  });
  cpSync(join(home, "node_modules/pressmark/www/lib"), join(home, "lib"), { recursive: true });
  assert.deepEqual(await titles(home), ["1", "1"]);
});

test("publint and attw find nothing", () => {
  const bin = (/** @type {string} */ name) => join(root, "node_modules/.bin", name);
  execFileSync(bin("publint"), ["--strict", tarball], { cwd: root, stdio: "inherit" });
  execFileSync(bin("attw"), ["--profile", "esm-only", "--exclude-entrypoints", "wasm", "--", tarball], { cwd: root, stdio: "inherit" });
});

test("the version is one and the same", () => {
  const printed = execFileSync(process.execPath, [join(root, "www/lib/cli.js"), "--version"], { encoding: "utf8" });
  assert.equal(tarball, join(folder, `pressmark-${printed.trim()}.tgz`));
});
