/** Of embedded pages: their own, small, in both themes; whoever frames them has another. */
export const embedStyle = `
:root{color-scheme:light dark;--bg:#fff;--surface:#f4f6f8;--text:#17202a;--muted:#4a5a6a;--link:#0b4f9e;--rule:#d5dce3;--bar:#a6cbe6;
--warn-text:#5c3b00;--warn-bg:#fff4d6}
@media (prefers-color-scheme:dark){:root{--bg:#11161c;--surface:#1b232c;--text:#e8edf2;--muted:#aab7c4;--link:#8cc2ff;--rule:#33404d;
--bar:#2f5d86;--warn-text:#ffe08a;--warn-bg:#3a2e0b}}
*{box-sizing:border-box}
body{margin:0;padding:12px;background:var(--bg);color:var(--text);font:400 .9375rem/1.45 "Noto Sans",system-ui,"Segoe UI",Roboto,sans-serif}
h1{margin:0;font-size:1.0625rem;line-height:1.35}
p{margin:6px 0}
footer{margin-top:10px}
a{color:var(--link)}
a:focus-visible{outline:3px solid #ffd33d;outline-offset:2px}
.warn{background:var(--warn-bg);color:var(--warn-text);border-left:4px solid;padding:6px 10px;font-weight:600;margin:0 0 8px}
.source,footer{color:var(--muted);font-size:.8125rem}
.figure{font-size:1.375rem;font-weight:600}
table{border-collapse:collapse;width:100%;margin-top:8px;font-variant-numeric:tabular-nums}
th,td{padding:4px 6px;text-align:right;border-bottom:1px solid var(--rule);font-weight:400;vertical-align:top}
thead th{background:var(--surface);font-size:.8125rem;font-weight:600}
tbody th,.unit,.rank{text-align:left}
.rank{width:2.75rem}
.value{font-weight:600}
@media (forced-colors:active){.warn{border:1px solid}}
`.trim();
