/** A sheet of paper on the screen, and the whole of one A4 page in print. */
export const receiptStyle = `
.receipt{max-width:46rem;margin:24px auto 48px;padding:32px;border:1px solid var(--rule);background:var(--bg)}
.receipt h1{text-align:center;text-transform:uppercase}
.receipt .number{text-align:center;color:var(--muted);max-width:none;margin:4px 0 24px;overflow-wrap:anywhere}
.receipt dl{max-width:none;margin:0 0 24px}
.receipt dl div{display:grid;grid-template-columns:13rem 1fr;gap:0 16px;padding:8px 0;border-bottom:1px solid var(--rule)}
.receipt dt{margin:0;font-weight:400;color:var(--muted)}
.receipt code{font:400 .875em/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.receipt .hash{display:block;max-width:32ch}
@media (max-width:39.99rem){.receipt{margin:16px 0 32px;padding:20px 16px}.receipt dl div{grid-template-columns:1fr}}
@media print{html{font-size:12pt}.top{display:none}.receipt{border:0;margin:0;padding:0;max-width:none}}
`;
