import { render } from 'preact';
import { App } from './app.tsx';
import { loadConfig } from './config.ts';
import { openSession } from './session.ts';

const root = document.getElementById('app')!;
const config = await loadConfig();
const signedIn = await openSession(config);
// Preact leaves what is in the container.
root.replaceChildren();
render(<App signedIn={signedIn} />, root);
