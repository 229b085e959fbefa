import { chartStyle } from './charts/chart-style.ts';
import { style } from './style.ts';

/** Faces in two files a weight, of which a browser fetches those that it has letters for. */
const faces = (files: Record<string, string>): string =>
  Object.entries(files)
    .map(([name, address]) => {
      const [range, weight] = name.split('-') as [keyof typeof ranges, string];
      return `@font-face{font-family:"Noto Sans";font-weight:${weight};font-display:optional;src:url(${address}) format("woff2");unicode-range:${ranges[range]}}`;
    })
    .join('\n');

/** As the package of the font divides its letters. */
const ranges = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
};

const frame = `
.bar{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:baseline}
.top .brand{margin:0;padding:12px 0}
.brand a{color:inherit;text-decoration:none}
nav ul,nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:0 16px;margin:0;padding:0;max-width:none}
.top nav a{display:inline-block;padding:10px 0}
nav [aria-current]{font-weight:600;text-decoration:none;color:var(--text)}
.trail{font-size:.8125rem;padding-top:12px}
.trail ol{gap:0 8px}
.trail li+li::before{content:"/";padding-right:8px;color:var(--muted)}
.measures{display:flex;flex-wrap:wrap;gap:0 16px;margin-top:16px;font-size:.9375rem}
.measures p{margin:0;padding:6px 0;color:var(--muted)}
.measures a{display:inline-block;padding:6px 0}
.search{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
[data-search-place]{margin:16px 0 0}
@media (scripting:enabled){[data-search-place]{min-height:46px}}
.search input{font:inherit;padding:8px 12px;height:46px;width:min(100%,24rem);color:inherit;background:var(--bg);border:1px solid var(--control);border-radius:4px}
.ranking tbody th a,.ranking td a{text-decoration:none}
.ranking tbody th a:hover,.ranking td a:hover{text-decoration:underline}
.by-name ul{columns:14rem;padding:0;list-style:none}
.by-name li{break-inside:avoid}
.by-name a{display:inline-block;padding:6px 0}
.key{display:flex;flex-wrap:wrap;gap:0 32px;font-size:2rem;font-weight:600;line-height:1.35;max-width:none;font-variant-numeric:tabular-nums lining-nums}
.key small{font-size:.9375rem;font-weight:400;color:var(--muted)}
summary{min-height:44px;padding:10px 0;cursor:pointer}
footer p{max-width:none;overflow-wrap:anywhere}
.watermark{display:none}
code,.files th{overflow-wrap:anywhere}
@media (max-width:39.99rem){.top nav a,.measures a{padding:12px 0}.ranking tbody th a,.ranking td>a{display:inline-block;min-height:32px}}
@media (max-width:39.99rem){.corrections{font-size:.8125rem}.corrections :is(th,td){padding:6px 3px}.corrections thead th{font-size:.75rem}}
.few{max-width:44rem}
@media (min-width:64rem){.half{display:inline-block;width:calc(50% - 24px);vertical-align:top}.half+.half{margin-left:48px}}
@media print{nav,nav.measures,.search,.by-name{display:none}footer a::after{content:""}}
`;

/** The one style sheet of the site, on its own address. `fonts`: address by `vietnamese-400`, `latin-600` and so on. */
export const siteStyle = (fonts: Record<string, string>): string => `${faces(fonts)}${style}${frame}${chartStyle}`;
