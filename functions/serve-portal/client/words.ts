import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export type Language = 'vi' | 'en';
export type Word = Readonly<Record<Language, string>>;

export const LanguageContext = createContext<Language>('vi');

const stored = 'dti-language';

/** Vietnamese unless the person once chose otherwise on this machine. */
export const readLanguage = (): Language => (localStorage.getItem(stored) === 'en' ? 'en' : 'vi');

export const keepLanguage = (language: Language): void => localStorage.setItem(stored, language);

/** Says a word, or a text of the API in both languages, in the language of the person. */
export function useSay(): (word: Word) => string {
  const language = useContext(LanguageContext);
  return (word) => word[language];
}
