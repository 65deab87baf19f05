/**
 * The colours all elements share. Each follows a custom property of the embedding page, else the page's colour scheme.
 */
export const PALETTE = `
:host {
  --ink: var(--press-mark-ink, light-dark(#1d1c1a, #ebe8e1));
  --paper: var(--press-mark-paper, light-dark(#fbfaf7, #191a1c));
  --direct: var(--press-mark-direct, light-dark(#835f02, #f3dc72));
  --tint: var(--press-mark-direct-tint, light-dark(#fbeec4, #3d340f));
  --indirect: var(--press-mark-indirect, light-dark(#77101c, #f17f55));
  --person: var(--press-mark-person, light-dark(#0b3566, #4fa8f7));
  --organisation: var(--press-mark-organisation, light-dark(#0f725f, #a9ebc6));
  --date: var(--press-mark-date, light-dark(#7a49b8, #d79cc0));
  --muted: light-dark(#5c5852, #a9a59c);
  --rule: light-dark(#d9d5cc, #3a3c40);
  --control: light-dark(#8b867c, #85817a);
  --card: light-dark(#ffffff, #222427);
  --chosen: light-dark(#dde8f5, #17304d);
  --notice: light-dark(#fff6da, #33301f);
  --serif: var(--press-mark-font, Charter, "Iowan Old Style", "Source Serif 4", Georgia, "Times New Roman", "Liberation Serif", serif);
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  color: var(--ink);
}
@media (prefers-contrast: more) { :host { --muted: var(--ink); --rule: var(--ink); --control: var(--ink); } }
@media print {
  :host {
    color-scheme: light;
    --ink: #000; --paper: #fff; --card: #fff; --muted: #333; --rule: #999; --tint: #eee; --notice: #fff; --chosen: #fff;
    --direct: #000; --indirect: #000; --person: #000; --organisation: #000; --date: #000;
  }
}
:host([hidden]), [hidden] { display: none !important; }
*, ::before, ::after { box-sizing: border-box; }
button, input, select, textarea { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--person); outline-offset: 2px; border-radius: 2px; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.button { background: var(--card); border: 1px solid var(--control); border-radius: 4px; padding: .3rem .7rem; min-height: 2rem; cursor: pointer; }
.button:hover { background: var(--chosen); }
.button.main { background: var(--person); border-color: var(--person); color: var(--paper); }
.button.quiet { background: none; border-color: transparent; padding: .15rem .45rem; min-height: 1.75rem; text-decoration: underline; text-underline-offset: 3px; }
.button.quiet:hover { background: var(--chosen); }
@media (pointer: coarse) { .button, .button.quiet { min-height: 2.75rem; } }
@media print { .button { display: none; } }
`;

/** The five kinds by five shapes of line, each told apart without colour. Used by the text, the legend and the key of the print sheet. */
export const SHAPES = `
mark { background: none; color: inherit; }
.direct { background: var(--tint); box-decoration-break: slice; -webkit-box-decoration-break: slice; padding-block: .08em; }
.direct.first { border-inline-start: 3px solid var(--direct); padding-inline-start: .28em; }
.direct.last { border-inline-end: 3px solid var(--direct); padding-inline-end: .28em; }
.indirect, .mixed { text-decoration: underline dashed 1.5px var(--indirect); text-underline-offset: .24em; text-decoration-skip-ink: none; }
.person { border-block-end: 2px solid var(--person); font-weight: 600; }
.person.faint { border-block-end-width: 1px; font-weight: inherit; }
.organisation { border-block-end: 4px double var(--organisation); }
.organisation.faint { border-block-end: 1px solid var(--organisation); }
.date { border-block-end: 3px dotted var(--date); }
.cue { font-style: italic; }
:is(.indirect, .mixed) :is(.person, .organisation, .date) { padding-block-end: .16em; }
@media (forced-colors: active) {
  mark { forced-color-adjust: preserve-parent-color; }
  .direct { background: Canvas; border-block: 1px solid CanvasText; }
  .direct, .person, .organisation, .date { border-color: CanvasText; }
  .indirect, .mixed { text-decoration-color: CanvasText; }
}
`;
