import { renderApiPage } from './api-page.ts';
import { renderDataDictionary } from './data-dictionary.ts';
import { renderRulesPage } from './rules-page.ts';

/** Text of every page that is made from code, by its path in the project. */
export async function renderPages(): Promise<Map<string, string>> {
  return new Map([
    ['docs/api.md', renderApiPage()],
    ['docs/data-dictionary.md', await renderDataDictionary()],
    ['docs/rules.md', renderRulesPage()],
  ]);
}
