/**
 * The style sheet of the companion elements.
 */
import { sheet } from "./dom.js";
import { PALETTE, SHAPES } from "./palette.js";

export const styles = sheet(`${PALETTE}${SHAPES}
:host { display: block; font: .9375rem/1.45 var(--sans); }
h2 { font: 700 1rem/1.2 var(--serif); margin: 0 0 .5rem; padding-block-end: .3rem; border-block-end: 1px solid var(--rule); display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 .6rem; }
h3 { font: 600 .9rem/1.3 var(--sans); margin: .8rem 0 .3rem; }
h2 small { font: .8rem var(--sans); color: var(--muted); }
p { margin: 0; }
ul, ol { list-style: none; margin: 0; padding: 0; }
a { color: inherit; }
.none { color: var(--muted); font-size: .9rem; }
.acts { margin-block-start: .3rem; margin-inline-start: -.3rem; display: flex; flex-wrap: wrap; gap: 0 .15rem; font-size: .84rem; }
.acts .button.quiet { padding-inline: .3rem; }
.form { flex-basis: 100%; margin-inline-start: .3rem; }
.form form { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; padding: .4rem 0; }
.form :is(input:not([type="checkbox"]), select) { background: var(--card); border: 1px solid var(--control); border-radius: 4px; min-height: 2rem; padding: .1rem .4rem; flex: 1 1 10rem; min-width: 0; }
.form label { min-height: 1.5rem; display: inline-flex; gap: .3rem; align-items: center; }
.count { font-variant-numeric: tabular-nums; text-align: end; font-size: .84rem; color: var(--muted); }
.count b { display: block; font-size: 1.15rem; color: var(--ink); line-height: 1; }
.link { background: none; border: 0; padding: 0; text-align: start; cursor: pointer; min-height: 1.5rem; }
.link:hover { background: var(--chosen); }

/* Who speaks */
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 5px; margin: 0 0 .6rem; }
.card.chosen { border-color: var(--person); box-shadow: inset 3px 0 var(--person); }
.card > summary { list-style: none; display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: .1rem .7rem; padding: .55rem .7rem; cursor: pointer; align-items: center; }
.card > summary::-webkit-details-marker { display: none; }
.badge { width: 2.1rem; height: 2.1rem; border-radius: 50%; border: 2px solid var(--person); display: grid; place-items: center; font: 700 .78rem var(--sans); color: var(--person); }
.badge.organisation, .badge.place { border: 2px solid var(--organisation); border-radius: 4px; color: var(--organisation); }
.badge.unnamed, .badge.group { border-style: dashed; }
.name { font: 600 1rem/1.25 var(--serif); display: block; }
.role { color: var(--muted); font-size: .84rem; display: block; }
.inside { border-block-start: 1px solid var(--rule); padding: .5rem .7rem .6rem; }
.also { font-size: .84rem; color: var(--muted); margin: 0 0 .4rem; }
.quote { display: grid; grid-template-columns: 4.6rem 1fr; gap: .5rem; width: 100%; padding: .28rem .2rem; border-block-start: 1px dotted var(--rule); min-height: 1.75rem; }
li:first-child > .quote { border: 0; }
.quote > span:first-child { font-size: .74rem; color: var(--muted); padding-block-start: .12em; }
.quote > span:last-child { font: .94rem/1.35 var(--serif); }

/* When */
.line { padding: 0 0 0 .9rem; border-inline-start: 2px solid var(--date); margin-inline-start: .3rem; }
.line > li { position: relative; display: grid; grid-template-columns: min(7.6rem, 40%) minmax(0, 1fr); gap: .5rem; padding: .16rem 0; font-size: .9rem; }
.line > li::before { content: ""; position: absolute; inset-inline-start: -1.27rem; top: .55em; width: .55rem; height: .55rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--date); }
.line > li.now { font-weight: 600; border-block: 1px solid var(--rule); margin: .2rem 0; }
.line > li.now::before { background: var(--date); }
.line > li.now .from { font-weight: 400; }
time { font-variant-numeric: tabular-nums; }
.line .link { font-family: var(--serif); text-decoration: underline; text-decoration-color: var(--control); text-underline-offset: 3px; }
.from { font: .78rem/1.35 var(--sans); color: var(--muted); display: block; }

/* Organisations */
.names > li { display: grid; grid-template-columns: 1fr auto; gap: 0 .6rem; padding: .3rem 0; border-block-start: 1px dotted var(--rule); }
.names > li:first-child { border: 0; }
.names .link b { font: 600 .98rem var(--serif); }
.names .count { grid-area: 1 / 2; }
.names .more { grid-column: 1 / -1; font-size: .84rem; color: var(--muted); }
.names .more > summary { width: max-content; min-height: 1.5rem; cursor: pointer; }
.names small { color: var(--muted); display: block; margin-block-start: .15rem; }

.names b { font: 600 .98rem var(--serif); }
.ignored { text-decoration: line-through; }
.names .acts { margin: 0; }
.problem:not(:empty) { font-size: .88rem; background: var(--notice); border-inline-start: 4px solid var(--direct); padding: .3rem .6rem; }

/* Please check */
.doubts > li { background: var(--notice); border: 1px solid var(--rule); border-inline-start: 4px solid var(--direct); padding: .4rem .6rem .25rem; margin: 0 0 .4rem; font-size: .88rem; }

/* The legend */
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem; min-width: 0; font-size: .9rem; }
.toggle { display: inline-flex; align-items: center; gap: .45rem; border: 1px solid var(--rule); border-radius: 99px; padding: .1rem .6rem .1rem .5rem; min-height: 1.9rem; cursor: pointer; background: var(--card); white-space: nowrap; }
.toggle input { margin: 0; accent-color: var(--person); }
.toggle:has(input:not(:checked)) { border-style: dashed; background: none; }
.toggle:has(input:not(:checked)) b { text-decoration: line-through; }
.toggle b { font-weight: 600; }
.toggle i { font-style: normal; color: var(--muted); font-variant-numeric: tabular-nums; }
.toggle:focus-within { outline: 2px solid var(--person); outline-offset: 1px; }
.swatch { display: inline-block; min-width: 1.9em; text-align: center; font: 600 .8em/1.3 var(--serif); }
@media (max-width: 60rem) { fieldset { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; padding: 2px; } .toggle { min-height: 2.3rem; } }
@media (pointer: coarse) { .toggle { min-height: 2.75rem; } }

/* The publication date */
.published { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center; background: var(--notice); border: 1px solid var(--rule); border-inline-start: 4px solid var(--direct); padding: .5rem .8rem; font-size: .9rem; }
.published > .button.quiet { margin-inline-start: -.45rem; }
.published.sure { background: none; border-inline-start-color: var(--rule); }
.published .why { flex-basis: 100%; color: var(--muted); }
.published summary { cursor: pointer; width: max-content; min-height: 1.5rem; }
.published form { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; flex-basis: 100%; }
.published input { background: var(--card); border: 1px solid var(--control); border-radius: 4px; min-height: 2rem; padding: .1rem .4rem; }
.doubt { font: 700 .72em/1 var(--sans); vertical-align: .4em; border: 1px solid var(--control); border-radius: 50%; padding: .05em .34em; margin-inline-start: .18em; background: var(--notice); }
.doubt::before { content: "?" / " (unsure)"; }

@media (forced-colors: active) { .toggle input { forced-color-adjust: auto; } }
@media print {
  .card, .doubts > li, .line > li { break-inside: avoid; }
  details.card::details-content { content-visibility: visible; height: auto; display: block; }
  .swatch, .toggle input { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .more { display: none; }
  .toggle { border: 0; background: none; padding: 0 .4rem 0 0; }
  .toggle input { display: none; }
  .toggle:has(input:not(:checked)) { display: none; }
  fieldset { flex-wrap: wrap; }
}
`);
