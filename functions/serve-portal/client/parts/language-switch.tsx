import { useContext } from 'preact/hooks';
import { type Language, LanguageContext } from '../words.ts';

export function LanguageSwitch({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const [other, name] =
    useContext(LanguageContext) === 'vi' ? (['en', 'English'] as const) : (['vi', 'Tiếng Việt'] as const);
  return (
    <button type="button" class="plain" lang={other} onClick={() => onLanguage(other)}>
      {name}
    </button>
  );
}
