import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { renderPages } from '../../../infra/docs/pages.ts';
import { readInterfaces } from '../../../infra/docs/read-interfaces.ts';
import { functions } from '../../../infra/topology.ts';
import { ruleCatalogue } from '../../../shared/submission/rules/catalogue.ts';

const pages = await renderPages();

describe('pages made from code', () => {
  it.each([...pages])('%s is current; else run `npm run docs`', (path, text) => {
    expect(readFileSync(join(projectRoot, path), 'utf8')).toBe(text);
  });

  it('list every rule, so that a submitter can look up any finding', () => {
    const page = pages.get('docs/rules.md')!;
    expect(ruleCatalogue.filter(({ rule }) => !page.includes(`\n| \`${rule}\` | `))).toEqual([]);
  });

  it('have a heading for every route, so that the OpenAPI document can leave none out', () => {
    const routes = functions.flatMap(({ trigger }) => (trigger.kind === 'http' ? trigger.routes : []));
    const headings = pages.get('docs/api.md')!.match(/^### (GET|POST) .*$/gm)!;
    expect(headings.sort()).toEqual(routes.map(({ method, path }) => `### ${method} ${path}`).sort());
  });
});

describe('readInterfaces', () => {
  it('reads fields with their comments and types that hold fields of their own', () => {
    const source = `/** A thing,\n * in two lines. */\nexport interface Thing extends Other {\n  /** Why. */\n  a: string | null;\n  b: { c: string; d: number }[];\n}\n`;
    expect(readInterfaces(source)).toEqual([
      {
        name: 'Thing',
        description: 'A thing, in two lines.',
        fields: [
          { name: 'a', type: 'string | null', description: 'Why.' },
          { name: 'b', type: '{ c: string; d: number }[]', description: '' },
        ],
      },
    ]);
  });

  it('refuses a member that it cannot read rather than leave it out', () => {
    expect(() => readInterfaces('export interface Thing {\n  call(): void;\n}\n')).toThrow(
      'cannot read the fields of Thing',
    );
  });
});
