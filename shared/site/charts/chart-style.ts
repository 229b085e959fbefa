/**
 * Colours and letters of charts and map, beside the style of the pages, whose variables are not said again here. A page
 * takes `chartColours` and the parts it draws. Contrast is computed; neighbours on the ramp of the map differ for the
 * colour-blind too; print is always light.
 */
const light =
  '--interval:#5e7c9e;--control:#7a8896;--accent:#c2410c;--up:#0b5cad;--down:#a84300;--edge:#17202a;--edge1:#17202a;' +
  '--s1:#dcebf7;--s2:#a6cbe6;--s3:#5f9fcf;--s4:#2a6fae;--s5:#0b3c73;--o1:#17202a;--o2:#17202a;--o3:#17202a;--o4:#fff;--o5:#fff';
const dark =
  '--interval:#7f9cbc;--control:#748596;--accent:#ff9a5c;--up:#7db8ff;--down:#ffb07a;--edge:#11161c;--edge1:#748596;' +
  '--s1:#1e3a57;--s2:#2c5f8f;--s3:#4a8bc4;--s4:#86b9e6;--s5:#d2e8fa;--o1:#e8edf2;--o2:#e8edf2;--o3:#11161c;--o4:#11161c;--o5:#11161c';

export const chartColours = `
:root{${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
@media (forced-colors:active){:root{--text:CanvasText;--muted:CanvasText;--mark:CanvasText;--interval:CanvasText;--control:CanvasText;
--accent:CanvasText;--up:CanvasText;--down:CanvasText;--bg:Canvas}}
.missing,.rm .missing{stroke:currentColor;stroke-width:9;stroke-dasharray:1.5 5.5;stroke-opacity:.6}
.arrow{fill:var(--up)}
.arrow.down{fill:var(--down)}
`;

/** A mark per row of a table, and the head of their column. */
export const rowMarkStyle = `
.rm{display:block;width:calc(100% - 10px);height:16px;margin:3px 5px;overflow:visible;color:var(--muted)}
.rm>:is(line:not(.missing),circle){transform:translateY(8px)}
.rm line{stroke:var(--control)}
.rm rect{fill:currentColor;width:1px;height:16px}
.rm circle{fill:var(--mark)}
.rm .own{fill:var(--accent)}
.ra{display:flex;justify-content:space-between}
`;

/** Of every figure, the map's too. */
export const figureStyle = `
.chart{margin:24px 0;max-width:42rem}
.chart figcaption{font-weight:600;line-height:1.4}
.keys{list-style:none;padding:0;margin:8px 0;display:flex;flex-wrap:wrap;gap:4px 16px;font-size:.8125rem;line-height:1.4}
.keys li{display:flex;align-items:center;gap:6px}
.keys svg{flex:none;overflow:visible}
.chart details{margin:8px 0}
.chart summary{min-height:24px;color:var(--link);text-decoration:underline}
.chart .src{color:var(--muted);font-size:.8125rem}
@media print{.chart{break-inside:avoid;max-width:none}.chart details::details-content{content-visibility:visible;display:block}}
`;

/** Of drawings with a scale. */
export const plotStyle = `
.chart>svg{display:block;overflow:visible;width:calc(100% - 16px);margin:8px}
.chart text{font-size:.8125rem;fill:currentColor}
.chart .small,.axis text{fill:var(--muted);font-size:.75rem}
.scale{stroke:var(--control)}
.end{stroke:var(--control);stroke-width:2}
.own{fill:var(--accent)}
.other{fill:none;stroke:var(--mark);stroke-opacity:.55;stroke-width:1.5}
.mean{stroke:currentColor;stroke-width:2}
svg .first{fill:var(--bg);stroke:var(--accent);stroke-width:2.5}
.between{stroke:var(--interval);stroke-width:3}
.second,.stop,.count{fill:var(--mark)}
.count.own{fill:var(--accent)}
.chart .counted{fill:var(--bg);font-size:.75rem}
.chart>.history{width:calc(100% - 44px);margin-left:44px}
.grid{stroke:var(--rule)}
.break{stroke:currentColor;stroke-dasharray:5 4}
.way{stroke:var(--mark);stroke-width:2.5}
.predecessor{fill:var(--bg);stroke:var(--control);stroke-width:1.25}
.halo{paint-order:stroke;stroke:var(--bg);stroke-width:4px;stroke-linejoin:round}
@media print{.chart text,.chart .small,.axis text{font-size:1rem}}
`;

/** Of ranks in two releases. */
export const slopeStyle = `
.chart>.slope{width:calc(100% - 248px);margin-left:116px}
.chart>.slope.letters{width:calc(100% - 122px);margin-left:56px}
.move,.tie{stroke:var(--control)}
.move{stroke-opacity:.5}
.move.up,.move.down,.move.still{stroke-width:2;stroke-opacity:1}
.move.up{stroke:var(--up)}
.move.down{stroke:var(--down);stroke-dasharray:7 3}
.move.read{stroke-width:4}
.named{list-style:none;padding:0;font-size:.8125rem}
`;

/** In forced colours the classes keep theirs: they are what the map says. */
export const mapStyle = `
svg.map{forced-color-adjust:none;color:var(--text)}
.where>.map{display:block;width:100%;max-width:34rem;height:auto;margin:8px 0;overflow:visible;stroke:var(--edge);stroke-width:6;stroke-linejoin:round}
.keys .map{stroke:var(--control);stroke-width:1}
.map text{font-size:200px}:where(.map) text{fill:var(--text);stroke:none;text-anchor:middle;pointer-events:none;font-variant-numeric:tabular-nums}
.map .inset{text-anchor:start}
.paper{fill:var(--bg)}.hatch{fill:var(--text);stroke:none}.swatch{stroke:var(--text);stroke-width:2;fill:none}
.frame{fill:none;stroke:var(--control);stroke-width:8}
.where>.map .f1{stroke:var(--edge1)}.where>.map .reefs{stroke:var(--text)}
.f1{fill:var(--s1)}.f2{fill:var(--s2)}.f3{fill:var(--s3)}.f4{fill:var(--s4)}.f5{fill:var(--s5)}
.map .o1{fill:var(--o1)}.map .o2{fill:var(--o2)}.map .o3{fill:var(--o3)}.map .o4{fill:var(--o4)}.map .o5{fill:var(--o5)}
.where .head{font-weight:600;margin:0;break-after:avoid}
.where .list{columns:15rem;column-gap:32px}.where ul.plain{margin:0}.list div{break-inside:avoid;padding:8px 0}
@media (min-width:40rem){.map text{font-size:170px}}
@media print{.chart.where{break-inside:auto}.where>.map{max-width:28rem;break-inside:avoid}.where>.map text{font-size:200px}}
@media (min-width:64rem){.chart.where{max-width:none;display:grid;grid-template-columns:34rem 1fr;column-gap:32px;align-items:start}
.where>:not(.map,.list){grid-column:1/-1}}
`;

/** All of it: a page of any kind may draw any of them, and the sheet is kept for ever. */
export const chartStyle = chartColours + rowMarkStyle + figureStyle + plotStyle + slopeStyle + mapStyle;
