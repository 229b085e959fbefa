import { describe, expect, it } from 'vitest';
import { rebuildOpenData } from '../../../functions/rebuild-open-data/rebuild-open-data.ts';
import { getObject, putObject } from '../../../shared/lake/objects.ts';
import { calendarKey, calendarText } from '../../../shared/open-data/calendar.ts';
import { readListed } from '../../../shared/score-store/listed-releases.ts';
import { openEngines } from '../../support/engines.ts';
import { siteOrigin } from '../../support/open-data.ts';

const name = 'dti/province34/2024/r1';
const of = { group: 'province34', period: '2024' };

/** What it makes of releases that are there: `test/long/open-data.test.ts`. */
describe('rebuildOpenData', () => {
  it('refuses what is no release, and one whose files are not there', async () => {
    const engines = await openEngines();
    const at = (key: string) => rebuildOpenData(key, { ...engines, siteOrigin, siteExtent: 'rankings' });
    await expect(at(`releases/${name}/manifest.json`)).rejects.toMatchObject({ code: 'RELEASE_KEY_UNKNOWN' });
    await expect(at('releases/release.json')).rejects.toMatchObject({ code: 'RELEASE_KEY_UNKNOWN' });
    await expect(at('releases/dti/province34/2023/r1/release.json')).rejects.toMatchObject({
      code: 'RELEASE_FILE_MISSING',
    });
    expect(await readListed(engines.table)).toEqual([]);
    // Of what is announced before anything is out there is no list to tell.
    await putObject(
      engines.publicBucket,
      calendarKey,
      calendarText([{ ...of, public_at: '2099-10-20T02:00:00.000Z' }]),
    );
    await at(calendarKey);
    expect(await getObject(engines.publicBucket, 'cac-dot/index.html')).toBeNull();
  });
});
