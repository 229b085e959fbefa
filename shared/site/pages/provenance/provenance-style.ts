/** Of these pages alone, after the style of all. */
export const provenanceStyle = `
.chain{padding:0;margin:16px 0 0;list-style:none;counter-reset:step}
.chain>li{counter-increment:step;border-left:2px solid var(--rule);padding:0 0 24px 20px;margin-left:14px;position:relative}
.chain>li:last-child{border-left-color:transparent}
.chain>li::before{content:counter(step);position:absolute;left:-15px;top:0;width:28px;height:28px;border-radius:50%;
background:var(--mark);color:var(--bg);font-weight:600;font-size:.875rem;line-height:28px;text-align:center}
.chain h2{margin:0;padding-top:1px}
.chain h3{font-size:1rem;font-weight:600;line-height:1.4;margin:0}
.contents ul{list-style:none;padding:0;margin:12px 0 0;max-width:none}
.contents li{padding:2px 0}
.indicator,.file{padding:16px 0 8px;border-top:1px solid var(--rule);margin-top:16px}
.indicator:first-of-type,.file:first-of-type{border-top:0;margin-top:0;padding-top:8px}
.indicator:target{box-shadow:inset 3px 0 0 var(--mark);padding-left:12px}
.sum{font-variant-numeric:tabular-nums lining-nums;background:var(--surface);padding:8px 12px;border-radius:4px;max-width:52rem;
overflow-wrap:anywhere}
.points{display:flex;flex-wrap:wrap;gap:4px 32px;max-width:none}
.points dt{margin:0;font-weight:400;font-size:.8125rem;color:var(--muted)}
.points dd{font-variant-numeric:tabular-nums lining-nums}
.figures{margin-top:8px;max-width:52rem}
.figures thead th{position:static}
.indicator thead :nth-child(2){white-space:nowrap}
.figures :is(th,td):first-child{text-align:left}
.indicator .figures :is(th,td):last-child{text-align:left}
.figures tbody th{font-weight:400}
.chain code{font-family:ui-monospace,Consolas,monospace;font-size:.9em}
.hash{overflow-wrap:anywhere}
.action{display:inline-block;min-height:44px;padding:10px 16px;border:1px solid var(--mark);border-radius:4px;font-weight:600}
h3{font-size:1rem;line-height:1.4;margin:16px 0 0}
.scroll{overflow-x:auto;margin-top:16px;background:linear-gradient(to left,var(--bg) 40%,transparent) right/48px 100% no-repeat local,
linear-gradient(to left,var(--rule),transparent) right/16px 100% no-repeat scroll}
.framework{min-width:64rem;font-size:.8125rem;margin-top:0}
.framework thead th{position:static}
.framework :is(th,td){text-align:left}
.framework :is(th,td):nth-child(3){text-align:right}
.framework tbody th[scope=rowgroup]{text-align:left}
@media screen and (max-width:63.99rem){.framework tbody th[scope=row]{position:sticky;left:0;background:var(--bg);width:8.5rem;min-width:8.5rem}
.framework caption{position:sticky;left:0;width:min(100%,calc(100vw - 32px))}}
@media (max-width:39.99rem){.chain>li{padding-left:20px;margin-left:10px}.chain>li::before{left:-13px;width:24px;height:24px;line-height:24px}
.figures{font-size:.8125rem}.figures :is(th,td){padding:6px 3px}.figures small{font-size:.75rem}}
@media (forced-colors:active){.chain>li::before{border:1px solid}}
@media print{.scroll{overflow:visible;background:none}.framework{min-width:0}.framework :is(th,td,small){font-size:.6875rem}.framework :is(th,td){padding:4px 3px}.indicator,.file,.chain>li>section>p{break-inside:avoid}.chain a[href^="/"]::after{content:" (" attr(href) ")";font-size:.85em}
.chain>li::before{background:none;color:#000;border:1px solid #000;line-height:26px}.contents{display:none}}
`;
