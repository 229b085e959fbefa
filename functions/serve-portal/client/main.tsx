import { render } from 'preact';
import { App } from './app.tsx';
import { startAhead } from './ask-ahead.ts';
import { config } from './config.ts';
import { forget } from './known-answers.ts';
import { loadAhead } from './load-ahead.ts';
import { onDrop, openSession } from './session.ts';

const root = document.getElementById('app')!;
onDrop(forget);
const opening = openSession(config);
const isLanding = location.hash.replace(/^#\/?/, '') === '';
// While the sign-in is asked for a token, and while the API is asked who this is: the rest is on its way already.
if (!isLanding) loadAhead(location.hash);
const signedIn = await opening;
if (signedIn) startAhead(isLanding);
// Preact leaves what is in the container.
root.replaceChildren();
render(<App signedIn={signedIn} />, root);
