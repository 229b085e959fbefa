/** Of the section that ranks by other weights; buttons are those of `verify-style.ts`. */
export const whatIfStyle = `
.what-if fieldset{border:1px solid var(--rule);border-radius:4px;margin:16px 0;padding:8px 16px;min-width:0}
.what-if legend{font-weight:600;padding:0 4px}
.what-if .weight{display:grid;grid-template-columns:1fr 5rem;gap:0 16px;align-items:center;padding:4px 0}
.what-if .weight label{grid-column:1/-1}
.what-if .weight input{font:inherit;min-height:44px;width:100%;min-width:0;margin:0;color:inherit;accent-color:var(--mark)}
.what-if .weight input[type=text]{padding:4px 8px;text-align:right;background:var(--bg);border:1px solid var(--muted);border-radius:4px;
font-variant-numeric:tabular-nums}
.what-if .weight [aria-invalid=true]{border:2px solid var(--warn-text)}
.what-if .notice{margin-top:12px}
.what-if .outcome{min-height:4.8em;font-weight:600}
.what-if table{max-width:36rem}
.what-if td small{display:inline;white-space:nowrap}
.what-if .act{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center}
.what-if .act a{display:inline-block;padding:10px 0}
.what-if tr.moved [data-tried] span{font-weight:600}
@media (min-width:40rem){.what-if .outcome{min-height:3.2em}.what-if .weight{grid-template-columns:16rem 1fr 6rem}.what-if .weight label{grid-column:auto}}
@media print{.what-if fieldset{display:none}}
`;
