import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Of } from '../../../shared/digest/canonical-json.ts';
import { frameworkDocument, readFrameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import frozen from '../../../shared/frameworks/frozen.json' with { type: 'json' };
import { loadFramework, loadFrom } from '../../../shared/frameworks/load-framework.ts';
import { measuresOf } from '../../../shared/frameworks/measures.ts';
import { temporaryDirectory } from '../../infra/local/temporary-directory.ts';

const four = new URL('../../../sample-data/frameworks/dti-province-405-four', import.meta.url).pathname;

describe('delivered frameworks', () => {
  it.each(Object.entries(frozen))(
    '%s is frozen: a change is a new version, because scores carry this hash',
    async (id, record) => {
      const { version, sha256 } = await loadFramework(id);
      expect({ version, sha256 }).toEqual(record);
    },
  );

  it.each([
    ['dti-province-922', ['100', '100', '100', '100', '100', '200', '150', '150']],
    ['dti-province-405', ['50', '50', '140', '100', '100', '200', '150', '150']],
  ])('%s gives its main indices the points of the decision', async (id, points) => {
    const { indicators } = await loadFramework(id);
    expect(indicators.map(({ max_points }) => max_points)).toEqual(points);
  });
});

describe('loadFramework', () => {
  it('takes a folder as well, for frameworks that are not delivered', async () => {
    expect((await loadFramework(four)).framework_id).toBe('dti-province-405-four');
  });

  it('refuses a delivered folder that holds another framework than its name says', async () => {
    const delivered = await temporaryDirectory();
    await cp(four, join(delivered, 'dti-other'), { recursive: true });
    await expect(loadFrom(delivered, 'dti-other')).rejects.toThrow(
      'FRAMEWORK_MISNAMED: folder dti-other holds the framework dti-province-405-four',
    );
  });

  it('says which file it cannot read', async () => {
    await expect(loadFramework('dti-province-1')).rejects.toThrow(
      /FRAMEWORK_MISSING: cannot read framework\.json in .*dti-province-1;/,
    );
    const folder = await temporaryDirectory();
    await writeFile(join(folder, 'framework.json'), '{}');
    await expect(loadFramework(folder)).rejects.toThrow(/cannot read indicators\.csv/);
  });
});

describe('measuresOf', () => {
  it('lists total, main indices and pillars in the order of publication', async () => {
    const measures = measuresOf(await loadFramework('dti-province-405'));
    expect(measures.map(({ measure, kind, ranked }) => `${measure} ${kind} ${ranked}`)).toEqual([
      'dti total true',
      ...['awareness', 'institutions', 'infrastructure', 'workforce', 'security'].map(
        (code) => `${code} main_index true`,
      ),
      ...['activity_gov', 'activity_econ', 'activity_soc'].map((code) => `${code} main_index true`),
      ...['pillar_gov', 'pillar_econ', 'pillar_soc'].map((code) => `${code} pillar true`),
    ]);
  });

  it('lets pillars overlap: each holds the whole foundation and its own activity', async () => {
    const foundation = ['awareness', 'institutions', 'infrastructure', 'workforce', 'security'];
    const pillars = measuresOf(await loadFramework('dti-province-922')).filter(({ kind }) => kind === 'pillar');
    expect(pillars.map(({ main_indices }) => main_indices)).toEqual(
      ['activity_gov', 'activity_econ', 'activity_soc'].map((activity) => [...foundation, activity]),
    );
  });

  it('claims main indices only, unranked, when too little was assessed for a total', async () => {
    const measures = measuresOf(await loadFramework(four));
    expect(measures).toHaveLength(8);
    expect(measures.every(({ kind, ranked }) => kind === 'main_index' && !ranked)).toBe(true);
  });
});

describe('frameworkDocument', () => {
  it('comes back as the same framework, which is how a Lambda gets it', async () => {
    const framework = await loadFramework('dti-province-405');
    const text = frameworkDocument(framework);
    expect(readFrameworkDocument(text)).toEqual(framework);
    expect(frameworkDocument(readFrameworkDocument(text))).toBe(text);
  });

  it('is refused when a point was changed after it was frozen', async () => {
    const text = frameworkDocument(await loadFramework('dti-province-405')).replace(
      '"max_points":"140"',
      '"max_points":"141"',
    );
    expect(() => readFrameworkDocument(text)).toThrow(/FRAMEWORK_DOCUMENT_BROKEN: dti-province-405 says its hash is/);
  });

  it.each(['', '{}', '[]', 'null', '{"framework_id":"x"}'])('is refused when it is no framework: %j', (text) => {
    expect(() => readFrameworkDocument(text)).toThrow(/FRAMEWORK_DOCUMENT_BROKEN: the text is not/);
  });

  it('has a hash that covers everything but itself', async () => {
    const { sha256, ...content } = await loadFramework('dti-province-922');
    expect(sha256Of(canonicalJson(content))).toBe(sha256);
  });
});
