import './older-browsers.ts';
import { startVerify } from './verify/start-verify.ts';
import { startWhatIf } from './what-if/start-what-if.ts';

/** Brought by the pages that have one of these sections; every other page stays without it. */
for (const section of document.querySelectorAll<HTMLElement>('[data-verify]')) startVerify(section);
for (const section of document.querySelectorAll<HTMLElement>('[data-what-if]')) startWhatIf(section);
