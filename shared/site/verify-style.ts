/** Of the section that verifies. Heights are kept for what will be said, so that nothing below moves. */
export const verifyStyle = `
.verify .act{min-height:44px}
.verify button,.what-if button{font:inherit;font-weight:600;min-height:44px;padding:8px 20px;border:1px solid var(--mark);border-radius:4px;
background:var(--mark);color:var(--bg);cursor:pointer}
.verify button:disabled,.what-if button:disabled{opacity:.6;cursor:default}
.verify .steps{max-width:none}
.verify .steps div{padding:6px 0;border-bottom:1px solid var(--rule)}
.verify .steps dt{margin:0}
.verify .steps dd{font-variant-numeric:tabular-nums}
.verify [data-step=signature]{min-height:6.4em;overflow-wrap:anywhere}
.verify .outcome{min-height:calc(3.2em + 16px);font-weight:600;padding:8px 0 8px 12px;border-left:4px solid var(--rule)}
.verify .outcome[data-is=passed]{border-color:var(--mark)}
.verify .outcome[data-is=failed]{border-color:var(--warn-text);background:var(--warn-bg);color:var(--warn-text)}
.verify .found{min-height:calc(1.6em + 20px)}
.verify summary{min-height:44px;padding:10px 0;cursor:pointer}
.verify .each{overflow-x:auto}
.verify thead th::first-letter{text-transform:uppercase}
.verify .differs{font-weight:600}
.verify code{overflow-wrap:anywhere}
.verify .typed code{display:block;padding:4px 0}
@media (min-width:40rem){.verify .steps div{display:grid;grid-template-columns:20rem 1fr;gap:0 12px}
.verify [data-step=signature]{min-height:3.2em}}
@media print{.verify button{display:none}}
`;
