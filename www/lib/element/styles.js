/**
 * The style sheet of `<press-mark>`.
 */
import { sheet } from "./dom.js";
import { PALETTE, SHAPES } from "./palette.js";

export const styles = sheet(`${PALETTE}${SHAPES}
:host { display: block; position: relative; background: var(--paper); }
.frame { container-type: inline-size; }
.frame > slot { display: block; }
article { --gutter: 0rem; --column: 0rem; font: 1.16rem/1.72 var(--serif); max-width: calc(40rem + var(--gutter) + var(--column)); margin: 0; outline-offset: .4rem; overflow-wrap: break-word; }
article > * {
  margin: 0 0 1.05em; padding-inline: var(--gutter) var(--column); position: relative; white-space: pre-line;
  content-visibility: auto; contain-intrinsic-size: auto 8em;
}
article > h2 { font: 700 1.5em/1.25 var(--serif); text-wrap: balance; margin-block-end: .6em; padding-block-end: .1em; }
article > h2 + h2 { font-size: 1.2em; line-height: 1.35; }
article > h3 { font: 700 1.1em/1.3 var(--serif); }
article > [part~="byline"], article > [part~="caption"] { color: var(--muted); }

/* Notes: who said it. In the margin where the element is wide enough, else in the line. */
.note, .doubt { user-select: none; -webkit-user-select: none; }
.note::before { content: attr(data-note) / attr(data-spoken); }
.note { font: 600 .66rem/1 var(--sans); color: var(--direct); background: var(--card); border: 1px solid; border-radius: 3px; padding: .16em .4em; margin-inline-start: .45em; vertical-align: .14em; display: inline-block; max-width: 100%; text-decoration: none; white-space: normal; }
:is(.indirect, .mixed) > .note { color: var(--indirect); border-style: dashed; }
.direct.last:has(> .note) { border-inline-end: 0; padding-inline-end: .1em; }
.doubt::before { content: "?" / " (unsure)"; }
.doubt { font: 700 .62em/1 var(--sans); vertical-align: .45em; background: var(--notice); border: 1px solid var(--control); border-radius: 50%; padding: .05em .34em; margin-inline-start: .18em; display: inline-block; text-decoration: none; }
@container (min-width: 44rem) {
  article { --gutter: 2.2rem; }
  article > [data-number]::before { content: attr(data-number) / ""; position: absolute; inset-inline-start: 0; width: 1.4rem; text-align: end; font: .72rem/2.6 var(--sans); color: var(--muted); user-select: none; -webkit-user-select: none; }
  :host(:not([notes="inline"], [notes="none"])) article { --column: 10.4rem; }
  :host(:not([notes="inline"], [notes="none"])) .note {
    float: inline-end; clear: inline-end; width: 9.2rem; margin: .42rem -10.4rem .1rem 0; padding: 0 0 0 .55rem;
    background: none; border: 0; border-inline-start: 3px solid; border-radius: 0; font-size: .74rem; line-height: 1.3; font-style: normal; text-align: start;
  }
  :host(:not([notes="inline"], [notes="none"])) .direct.last { border-inline-end: 3px solid var(--direct); padding-inline-end: .28em; }
  :host(:not([notes="inline"], [notes="none"])) :is(.indirect, .mixed) > .note { border-inline-start: 2px dashed; }
}
:host([notes="none"]) .note { display: none; }

/* How far a long text is marked: over the text, so that nothing moves when it comes and goes; not for what takes a moment. */
.progress { position: sticky; inset-block-end: 1rem; z-index: 4; display: flex; justify-content: space-between; gap: .3rem .8rem; align-items: center; width: 26rem; max-width: 100%; margin: 0 auto; background: var(--card); border: 1px solid var(--control); border-radius: 6px; padding: .35rem .5rem .35rem .8rem; font: .9rem/1.45 var(--sans); font-variant-numeric: tabular-nums; box-shadow: 0 6px 24px rgb(0 0 0 / .18); animation: appear 0s .2s backwards; }
.progress progress { flex: 1 1 2.5rem; width: 2.5rem; max-width: 8rem; accent-color: var(--person); }
.progress.stopped progress { display: none; }
@keyframes appear { from { visibility: hidden; } }

/* What the legend hides. */
[data-hide~="direct"] .direct:not(.within), [data-hide~="mixed"] .direct.within { background: none; border: 0 !important; padding: 0 !important; }
[data-hide~="indirect"] .indirect, [data-hide~="mixed"] .mixed { text-decoration: none; }
[data-hide~="direct"] .direct:not(.within) > .note, [data-hide~="indirect"] .indirect > .note, [data-hide~="mixed"] :is(.mixed, .within) > .note { display: none; }
[data-hide~="people"] .person { border: 0; font-weight: inherit; }
[data-hide~="organisations"] .organisation { border: 0; }
[data-hide~="dates"] .date { border: 0; }
[data-hide~="people"] .person > .doubt, [data-hide~="organisations"] .organisation > .doubt, [data-hide~="dates"] .date > .doubt, [data-hide~="unsure"] .doubt { display: none; }
[data-hide~="quotes"] .cue { font-style: inherit; }

/* What is chosen stands out, the rest steps back. */
mark { cursor: pointer; }
.hot { box-shadow: 0 0 0 2.5px var(--person); border-radius: 2px; }
[data-dim] .direct:not(.hot, .hot *) { background: none; border-color: var(--rule) !important; }
[data-dim] :is(.indirect, .mixed):not(.hot) { text-decoration-color: var(--rule); }
[data-dim] :not(.hot) > .note { color: var(--muted); font-weight: 400; }

/* The box. */
.box { border: 2px dashed var(--control); border-radius: 6px; background: var(--card); }
.box:has(textarea:focus) { border: 2px solid var(--person); }
.box textarea:focus { outline: none; }
.box.over { border-style: solid; border-color: var(--person); background: var(--chosen); }
textarea { display: block; width: 100%; min-height: 12.5rem; border: 0; border-radius: 4px; background: none; padding: 1rem 1.1rem; font: 1.1rem/1.6 var(--serif); resize: vertical; }
textarea.long { min-height: min(34rem, 65vh); }
textarea::placeholder { color: var(--muted); opacity: 1; }
.foot { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; border-top: 1px solid var(--rule); padding: .55rem .8rem; font: .9375rem/1.45 var(--sans); }
.foot label { display: inline-flex; align-items: center; }
@media (max-width: 40rem) { .foot .hint.hint { display: none; } }
.foot .hint { color: var(--muted); font-size: .84rem; margin-inline-start: auto; }
.message { font: .9rem/1.45 var(--sans); background: var(--notice); border: 1px solid var(--rule); border-inline-start: 4px solid var(--direct); padding: .5rem .8rem; margin: 0 0 1rem; }

/* The pop-over for one mark; a sheet at the bottom where there is little room. */
.details { position: fixed; margin: 0; width: 22rem; max-width: calc(100vw - 1rem); max-height: 70vh; overflow: auto; background: var(--card); color: var(--ink); border: 1px solid var(--control); border-radius: 6px; box-shadow: 0 6px 24px rgb(0 0 0 / .18); padding: .7rem .8rem; font: .92rem/1.45 var(--sans); }
.details h3 { font: 600 1rem/1.3 var(--serif); margin: 0 0 .3rem; padding-inline-end: 2rem; }
.details dl { display: grid; grid-template-columns: 5.4rem 1fr; gap: .12rem .5rem; margin: .2rem 0 .5rem; }
.details dt { color: var(--muted); }
.details dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.details p { margin: 0; }
.details dd .button.quiet { padding: 0; text-align: start; }
.details .acts { border-top: 1px solid var(--rule); padding-top: .4rem; display: flex; flex-wrap: wrap; gap: 0 .3rem; }
.details :is(select, input) { background: var(--card); border: 1px solid var(--control); border-radius: 4px; min-height: 1.9rem; max-width: 100%; padding: .1rem .3rem; }
.details input:not([hidden]) { display: block; width: 100%; margin-block-start: .2rem; }
.adder { position: fixed; margin: 0; background: var(--card); color: var(--ink); border: 1px solid var(--control); border-radius: 6px; padding: .15rem .3rem; font: .88rem/1.4 var(--sans); box-shadow: 0 6px 24px rgb(0 0 0 / .18); }
.details .close { position: absolute; inset: .35rem .35rem auto auto; width: 2rem; padding: 0; text-decoration: none; }
@media (max-width: 40rem) {
  .details { inset: auto 0 0 0 !important; width: auto; max-height: 55vh !important; max-width: none; border-radius: 10px 10px 0 0; }
}
@media (forced-colors: active) {
  .hot { outline: 3px solid Highlight; outline-offset: 1px; }
  .note, :is(.indirect, .mixed) > .note, .doubt { color: CanvasText; background: Canvas; }
}
@media print {
  article { font-size: 11pt; max-width: none; }
  article > * { content-visibility: visible; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .details, .adder, .box, .message, .progress { display: none; }
}
`);
