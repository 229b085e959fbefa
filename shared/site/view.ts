import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from './language.ts';

/** What every part of a page needs to know of it: handed down once and not part by part. */
export interface View {
  language: Language;
  /** Begins every link within the release: `../../`. */
  root: string;
  /** Figures are made up: whatever may be shown apart from the page says so. */
  illustrative?: boolean;
}

export const ViewContext = createContext<View>({ language: 'vi', root: './' });

export const useView = (): View => useContext(ViewContext);
