import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { meaningOf } from '../../../infra/docs/data-dictionary.ts';
import { replaceBlock } from '../../../infra/docs/methodology-blocks.ts';
import { renderPages } from '../../../infra/docs/pages.ts';
import { readInterfaces } from '../../../infra/docs/read-interfaces.ts';
import { functions } from '../../../infra/topology.ts';
import { describeRule } from '../../../shared/frameworks/describe-rule.ts';
import type { Indicator } from '../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { scoringRules } from '../../../shared/frameworks/rules.ts';
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
    // Files of the portal's page are no part of the API, nor what is answered where there is nothing.
    const described = routes.filter(
      ({ method, path }) => method !== 'HEAD' && path.startsWith('/v1/') && !path.endsWith('+}'),
    );
    expect(headings.sort()).toEqual(described.map(({ method, path }) => `### ${method} ${path}`).sort());
  });
});

describe('docs/data-dictionary.md', () => {
  const field = { name: 'nobody_described_it', type: 'string', description: '' };

  it('cannot be made with a field that nobody has described', () => {
    expect(() => meaningOf(field, 'Thing')).toThrow('Thing.nobody_described_it has no doc comment');
    expect(meaningOf({ ...field, description: 'What it is' }, 'Thing')).toBe('What it is');
    expect(meaningOf({ ...field, name: 'unit_name_vi' }, 'Thing')).toBe('Name of the unit');
  });
});

describe('docs/frameworks.md', () => {
  const page = pages.get('docs/frameworks.md')!;
  const delivered = readdirSync(join(projectRoot, 'shared/frameworks'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it.each(delivered)('has every indicator of %s, so that it can be laid beside the annex', async (id) => {
    const { indicators } = await loadFramework(id);
    const part = page.split(/^## /m).find((section) => section.startsWith(`${id}\n`))!;
    const rows = [...part.matchAll(/^\| (\d+) \| `(\w+)` \| .*$/gm)];
    expect(rows.map(([, number, code]) => `${number} ${code}`)).toEqual(
      indicators.map(({ indicator }, index) => `${index + 1} ${indicator}`),
    );
    const marked = rows.filter(([row]) => row.endsWith('| minh họa |'));
    expect(marked).toHaveLength(indicators.filter(({ illustrative }) => illustrative).length);
  });
});

describe('docs/methodology.md', () => {
  it('has a row for every rule, between its markers', () => {
    const block = /made by "npm run docs": rules -->([\s\S]*?)<!-- end -->/.exec(
      pages.get('docs/methodology.md')!,
    )![1]!;
    expect([...block.matchAll(/^\| `(\w+)` \|/gm)].map(([, rule]) => rule)).toEqual(scoringRules);
  });

  it('keeps what is written by hand around a table that is made', () => {
    const page = 'before\n<!-- made by "npm run docs": x -->\nold\n<!-- end -->\nafter';
    expect(replaceBlock(page, 'x', 'new\n')).toBe(
      'before\n<!-- made by "npm run docs": x -->\n\nnew\n\n<!-- end -->\nafter',
    );
  });

  it('is refused without the markers, rather than left stale', () => {
    expect(() => replaceBlock('no markers', 'x', 'new')).toThrow('the page needs one block');
  });
});

describe('describeRule', () => {
  const line: Indicator = {
    indicator: 'x',
    main_index: 'm',
    name_vi: 'X',
    name_en: 'X',
    unit_of_measure_vi: '',
    rule: 'ratio',
    max_points: '12.5',
    assessed: true,
    evidence_required: false,
    inputs: [],
  };
  const tiers = [
    { key: '4', points: '12.5', label_vi: 'Từ 4 cuộc' },
    { key: '1', points: '3', label_vi: '1–3 cuộc' },
  ];

  it.each<[Partial<Indicator>, string]>([
    [{ rule: 'direct' }, 'Giá trị (0–1) × 12,5.'],
    [{ rule: 'external', target: '0.95' }, 'Giá trị đo được ÷ 0,95 × 12,5.'],
    [{ rule: 'external' }, 'Giá trị đo được × 12,5.'],
    [{ rule: 'yes_no' }, 'Có: 12,5 điểm; không: 0 điểm.'],
    [{ rule: 'ratio' }, 'a ÷ b × 12,5. b bằng 0: không áp dụng.'],
    [{ rule: 'ratio', zero_denominator: 'zero_points' }, 'a ÷ b × 12,5. b bằng 0: 0 điểm.'],
    [
      { rule: 'ratio_threshold', target: '0.055' },
      'a ÷ b đạt từ 5,5% trở lên: 12,5 điểm; thấp hơn: a ÷ (b × 5,5%) × 12,5. b bằng 0: không áp dụng.',
    ],
    [
      { rule: 'growth', target: '0.1' },
      'Tăng so với cùng kỳ năm trước từ 10% trở lên: 12,5 điểm; thấp hơn: (giá trị − cùng kỳ) ÷ (cùng kỳ × 10%) × 12,5, không dưới 0. Cùng kỳ năm trước bằng 0: không áp dụng.',
    ],
    [{ rule: 'count_tiers', tiers }, 'Từ 4 cuộc: 12,5 điểm; 1–3 cuộc: 3 điểm; ít hơn: 0 điểm.'],
    [{ rule: 'role_tiers', tiers }, 'Từ 4 cuộc: 12,5 điểm; 1–3 cuộc: 3 điểm.'],
    [{ rule: 'additive_parts', tiers }, 'Cộng điểm các phần đạt: Từ 4 cuộc: 12,5 điểm; 1–3 cuộc: 3 điểm.'],
    [
      { rule: 'yes_no', assessed: false, applies_to: ['P01-2025', 'ministry-services'] },
      'Có: 12,5 điểm; không: 0 điểm. Chỉ áp dụng cho: Hà Nội; Bộ, cơ quan có dịch vụ công. Không đánh giá trong đợt này.',
    ],
  ])('says in words how points are earned, with the parameters of the line: %j', (fields, words) => {
    expect(describeRule({ ...line, ...fields })).toBe(words);
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
