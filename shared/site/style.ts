/**
 * The only style of our pages: constant and free of anything from another host. Colours are pairs for light and dark with contrast computed for WCAG 2.2 AA.
 */
export const style = `
:root{color-scheme:light dark;--bg:#fff;--surface:#f4f6f8;--text:#17202a;--muted:#4a5a6a;--link:#0b4f9e;--visited:#5b3a8c;
--rule:#d5dce3;--mark:#1f5fa8;--notice-text:#5b21a6;--notice-bg:#f3e8fd;--warn-text:#5c3b00;--warn-bg:#fff4d6;--focus-bg:#ffd33d;--focus-text:#11161c}
@media screen and (prefers-color-scheme:dark){:root{--bg:#11161c;--surface:#1b232c;--text:#e8edf2;--muted:#aab7c4;--link:#8cc2ff;
--visited:#c7b0f5;--rule:#33404d;--mark:#6faef2;--notice-text:#d9c2ff;--notice-bg:#2e1f47;
--warn-text:#ffe08a;--warn-bg:#3a2e0b}}
*{box-sizing:border-box}
html{scroll-padding-top:8rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--text);font:400 1rem/1.6 "Noto Sans",system-ui,"Segoe UI",Roboto,sans-serif;
font-variant-numeric:tabular-nums lining-nums}
.page{max-width:72rem;margin:0 auto;padding:0 16px}
h1,h2{font-weight:600;line-height:1.3;margin:0}
h1{font-size:1.875rem;text-wrap:balance}
h2{font-size:1.25rem;margin-top:32px;break-after:avoid}
p,ul,dl{margin:8px 0;max-width:68ch}
a{color:var(--link)}
a:visited{color:var(--visited)}
:focus-visible{outline:3px solid var(--focus-bg);outline-offset:0;background:var(--focus-bg)!important;color:var(--focus-text)!important;
box-shadow:0 6px 0 -3px var(--focus-text)}
[tabindex]:focus-visible{outline-color:var(--text);background:none!important;color:inherit!important;box-shadow:none}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static;display:inline-block;padding:12px 16px}
.top{border-bottom:1px solid var(--rule);background:var(--surface)}
.top p{margin:0 auto;padding-block:12px;font-weight:600;max-width:72rem}
.bar{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:baseline}
.top .brand{margin:0;padding:12px 0}
.brand a{color:inherit;text-decoration:none}
nav ul,nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:0 16px;margin:0;padding:0;max-width:none}
.top nav a{display:inline-block;padding:10px 0}
nav [aria-current]{font-weight:600;text-decoration:none;color:var(--text)}
.bar nav{flex:1 1 36rem}
.bar nav li:last-child{margin-left:auto}
main{padding:24px 0 32px}
.notice{background:var(--notice-bg);color:var(--notice-text);border-left:4px solid;border-radius:4px;padding:12px 16px;
margin:0 0 16px;font-weight:600;max-width:none}
.notice a{color:inherit}
.superseded{background:var(--warn-bg);color:var(--warn-text)}
.reason{display:block;margin-top:4px;font-weight:400}
.corrections{max-width:52rem}
.lead{font-size:1.25rem;line-height:1.5}
.note{color:var(--muted);font-size:.8125rem;max-width:none}
table{border-collapse:collapse;width:100%;margin-top:24px;font-size:.9375rem;line-height:1.45}
caption{text-align:left;padding-bottom:8px;color:var(--muted)}
th,td{padding:8px 6px;text-align:right;vertical-align:top;border-bottom:1px solid var(--rule);font-weight:400}
thead th{background:var(--surface);font-weight:600;font-size:.8125rem;vertical-align:bottom}
tbody th,.unit{text-align:left}
tbody th,data{font-weight:600}
tr:target :is(th,td){box-shadow:inset 0 -2px 0 var(--mark);background:var(--surface)}
tfoot :is(th,td){font-weight:600;border-bottom:0}
.rank{width:3rem;text-align:left}
td small{text-wrap:balance}
td small,th small{display:block;color:var(--muted);font-size:.8125rem;font-weight:400}
.wide{display:none}
ul.plain{list-style:none;padding:0}
ul.plain li{padding:4px 0}
dt{font-weight:600;margin-top:12px}
dd{margin:0;overflow-wrap:anywhere}
footer{border-top:1px solid var(--rule);padding:16px 0 32px;color:var(--muted);font-size:.8125rem}
@media screen and (max-width:63.99rem){.downloads a{display:inline-block;min-height:44px;padding:10px 0}}
@media (min-width:40rem){.page{padding:0 24px}.mid{display:table-cell}}
@media (max-width:39.99rem){.top .brand{padding:8px 0 0}.top nav{font-size:.9375rem}.top nav ul{gap:0 14px}.top nav a{padding:12px 0}
th,td{padding:8px 4px}.mid{display:none}h1{font-size:1.5rem}.lead{font-size:1.0625rem}}
@media (min-width:64rem){html{font-size:106.25%}thead th{position:sticky;top:0}}
@media (min-width:75rem){.wide{display:table-cell}.ranking .unit{min-width:11rem}}
@media print{:root{color-scheme:light;--surface:#fff;--text:#000;--muted:#333;--link:#000;--visited:#000;--rule:#888;
--notice-text:#000;--notice-bg:#fff;
--warn-text:#000;--warn-bg:#fff}html{font-size:11px}.skip,nav{display:none}.page{padding:0}main{padding-top:16px}th,td{padding:4px 6px}
.illustrative::after{content:"SỐ LIỆU MINH HỌA";position:fixed;top:45%;left:0;right:0;text-align:center;
font-size:56px;line-height:1.3;opacity:.12;transform:rotate(-30deg);z-index:1}
:lang(en) .illustrative::after{content:"ILLUSTRATIVE"}
thead{display:table-header-group}tfoot{display:table-row-group}tr{break-inside:avoid}caption{break-after:avoid}tbody>:first-child{break-before:avoid}
.mid{display:table-cell}.wide{display:none}.downloads a[href^="/"]::after{content:" (" attr(href) ")"}}
@page{size:A4;margin:20mm 15mm 20mm 25mm;font:8pt "Noto Sans",sans-serif;@bottom-right{content:counter(page) "/" counter(pages)}}
`;
