import { render } from 'preact';
import { App } from './app.tsx';
import { config } from './config.ts';
import { forget } from './known-answers.ts';
import { loadAhead, startAhead } from './load-ahead.ts';
import { isLanding } from './routes.ts';
import { onDrop, openSession } from './session.ts';

const root = document.getElementById('app')!;
onDrop(forget);
const opening = openSession(config);
// While the sign-in is asked for a token, and while the API is asked who this is: the rest is on its way already.
if (!isLanding(location.hash)) loadAhead(location.hash);
const signedIn = await opening;
if (signedIn) startAhead(location.hash);
// Preact leaves what is in the container.
root.replaceChildren();
render(<App signedIn={signedIn} />, root);
