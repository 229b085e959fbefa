import { renderApiPage } from './api-page.ts';
import { renderDataDictionary } from './data-dictionary.ts';
import { renderForeignWriters } from './foreign-writers-page.ts';
import { renderFrameworksPage } from './frameworks-page.ts';
import { renderMethodology } from './methodology-blocks.ts';
import { renderRulesPage } from './rules-page.ts';

/** Text of every page that is made from code and data, whole or in part, by its path in the project. */
export async function renderPages(): Promise<Map<string, string>> {
  return new Map([
    ['docs/api.md', renderApiPage()],
    ['docs/data-dictionary.md', await renderDataDictionary()],
    ['docs/foreign-writers.md', await renderForeignWriters()],
    ['docs/frameworks.md', await renderFrameworksPage()],
    ['docs/methodology.md', await renderMethodology()],
    ['docs/rules.md', renderRulesPage()],
  ]);
}
