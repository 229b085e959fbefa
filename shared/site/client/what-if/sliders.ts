import type { Language } from '../../language.ts';
import { showNumber } from '../../show-number.ts';
import { readWeight } from './weights.ts';

/** The weights of a section as its reader moves them. */
export interface Sliders {
  measures: string[];
  initial: string[];
  read(): string[];
  write(weights: string[]): void;
  /** Calls at each change; `valid` is false while what was typed is no weight, and the last one counts. */
  onChange(act: (valid: boolean) => void): void;
}

interface Slider {
  measure: string;
  initial: string;
  weight: string;
  range: HTMLInputElement;
  text: HTMLInputElement;
}

export function findSliders(section: HTMLElement, language: Language): Sliders {
  const sliders = [...section.querySelectorAll<HTMLElement>('[data-weight]')].map(sliderIn);
  const set = (slider: Slider, weight: string) => {
    slider.weight = weight;
    slider.range.value = weight;
    slider.text.value = showNumber(weight, language);
    slider.text.removeAttribute('aria-invalid');
  };
  return {
    measures: sliders.map(({ measure }) => measure),
    initial: sliders.map(({ initial }) => initial),
    read: () => sliders.map(({ weight }) => weight),
    write: (weights) => {
      for (const [place, weight] of weights.entries()) set(sliders[place]!, weight);
    },
    onChange: (act) => {
      for (const slider of sliders) {
        slider.range.addEventListener('input', () => {
          set(slider, slider.range.value);
          act(true);
        });
        slider.text.addEventListener('input', () => act(type(slider)));
        slider.text.addEventListener('change', () => set(slider, slider.weight));
      }
    },
  };
}

function sliderIn(row: HTMLElement): Slider {
  const [range, text] = [...row.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
  const { weight: measure = '', initial = '' } = row.dataset;
  return { measure, initial, weight: initial, range, text };
}

/** While somebody types, the text is left as it is. */
function type(slider: Slider): boolean {
  const weight = readWeight(slider.text.value);
  slider.text.setAttribute('aria-invalid', `${weight === null}`);
  if (weight === null) return false;
  slider.weight = weight;
  slider.range.value = weight;
  return true;
}
