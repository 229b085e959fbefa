import type { Language } from '../../language.ts';
import { showNumber } from '../../show-number.ts';
import { countWords } from '../../words/verify-words.ts';
import type { Progress } from './fetch-release.ts';

export type Outcome = 'running' | 'passed' | 'failed';
export type Step = 'files' | 'figures' | 'simulated' | 'signature';

/** The places of a section that are filled in. */
export interface Panel {
  language: Language;
  onPress(act: () => Promise<void>): void;
  progress: Progress;
  step(step: Step, text: string): void;
  /** Spoken by screen readers too. */
  tell(is: Outcome, text: string): void;
  /** Below the outcome. */
  add(...found: Node[]): void;
  clear(): void;
}

export function openPanel(section: HTMLElement, language: Language): Panel {
  const find = <Found extends HTMLElement>(selector: string) => section.querySelector<Found>(selector)!;
  const [button, outcome, found] = [find<HTMLButtonElement>('button'), find('[data-outcome]'), find('[data-found]')];
  const step = (name: Step, text: string) => {
    // A release without simulated figures has no line for them.
    const place = section.querySelector(`[data-step=${name}]`);
    if (place) place.textContent = text;
  };
  const count = (value: number) => showNumber(`${value}`, language);
  const tell = (is: Outcome, text: string) => {
    outcome.dataset.is = is;
    outcome.textContent = text;
  };
  return {
    language,
    onPress: (act) => {
      button.addEventListener('click', () => whileBusy(button, act));
      button.hidden = false;
    },
    progress: (done, all) => step('files', countWords.fetched[language](count(done), count(all))),
    step,
    tell,
    add: (...nodes) => found.append(...nodes),
    clear: () => found.replaceChildren(),
  };
}

/** Not `disabled`, which would take the keyboard's place from it; a second press while it runs does nothing. */
async function whileBusy(button: HTMLButtonElement, act: () => Promise<void>): Promise<void> {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await act();
  } finally {
    button.removeAttribute('aria-disabled');
  }
}
