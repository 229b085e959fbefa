import { chartStyle } from './charts/chart-style.ts';
import { style } from './style.ts';

/** Faces in two files a weight, of which a browser fetches those that it has letters for. */
const faces = (files: Record<string, string>): string =>
  Object.entries(files)
    .map(([name, address]) => {
      const [range, weight] = name.split('-') as [keyof typeof ranges, string];
      return `@font-face{font-family:Noto Sans;font-weight:${weight};font-display:optional;src:url(${address});unicode-range:${ranges[range]}}`;
    })
    .join('\n');

/** As the package of the font divides its letters, without those that no page has. */
const ranges = {
  vietnamese:
    'U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303-304,U+308-309,U+323,U+329,U+1EA0-1EF9,U+20AB',
  latin: 'U+0-FF,U+2000-206F,U+20AC,U+2191,U+2193,U+2212',
};

const frame = `
.trail{font-size:.8125rem;padding-top:12px}
.trail ol{gap:0 8px}
.trail li+li::before{content:"/";padding-right:8px;color:var(--muted)}
.choices{font-size:.9375rem}
.search{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
.search p{margin:0}
[data-search-place]{margin:16px 0 0}
@media (scripting:enabled){[data-search-place]{min-height:46px}}
.search input{font:inherit;padding:8px 12px;height:46px;width:min(100%,24rem);color:inherit;background:var(--bg);border:1px solid var(--control);border-radius:4px}
.ranking tbody a:not(:hover){text-decoration:none}
.ranking [aria-sort]{border-bottom:3px solid var(--mark)}
.by-name ul{columns:14rem;padding:0;list-style:none}
.by-name li{break-inside:avoid}
details nav a,.by-name a{display:inline-block;padding:6px 0}
.key{display:flex;flex-wrap:wrap;gap:0 32px;font-size:2rem;font-weight:600;line-height:1.35;max-width:none}
.key small{font-size:.9375rem;font-weight:400;color:var(--muted)}
summary{min-height:44px;padding:10px 0;cursor:pointer}
footer p,.addresses{max-width:none;overflow-wrap:anywhere}
code,.files th{overflow-wrap:anywhere}
.few{max-width:44rem}
@media (max-width:39.99rem){.choices a{padding:12px 0}
.ranking tbody th a,.ranking td>a{display:inline-block;padding:6px 0;margin:-6px 0}.ranking [data-c]{min-width:5.5rem}.ranking [data-c=ten]{width:100%}
.few tbody th{min-width:28vw}
.corrections,.chart table{font-size:.8125rem}:is(.corrections,.chart) :is(th,td){padding:6px 3px}.corrections thead th{font-size:.75rem}}
@media (min-width:40rem){.choices{display:inline-block;vertical-align:top;margin-right:32px}.ranking td small{white-space:nowrap}}
@media (min-width:64rem){.half{display:inline-block;width:calc(50% - 24px);vertical-align:top}.half+.half{margin-left:48px}}
@media print{.search,.choices,.by-name{display:none}footer a::after{content:""}}
`;

/** The one style sheet of the site, on its own address. `fonts`: address by `vietnamese-400`, `latin-600` and so on. */
export const siteStyle = (fonts: Record<string, string>): string => `${faces(fonts)}${style}${frame}${chartStyle}`;
