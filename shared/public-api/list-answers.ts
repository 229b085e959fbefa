import * as z from 'zod';
import { isPeriod } from '../periods/period.ts';
import { count, day, groupNames, moment, nextCursor, releaseName, sha256, text } from './figures.ts';

const { exactOptional: optional, strictObject: object, array, boolean } = z;

const period = z.string().refine(isPeriod);
const names = { unit_id: text, name_vi: text, name_en: text };

const group = object({
  ...groupNames,
  from: day.nullable().describe('First day on which there is such a group; null: no bound'),
  to: day.nullable().describe('Last day; null: until today'),
  ranked: boolean().describe('False: scored and never ranked'),
  unit_count: count.describe('Units in it today, or on its last day'),
  periods: array(period).describe('Periods of which there is a release, newest first'),
});

const unitKind = z.enum(['province', 'ministry', 'commune', 'country']);

const unit = object({
  ...names,
  full_name_vi: text.describe('As in law'),
  kind: unitKind,
  region: text.nullable(),
  valid_from: day,
  valid_to: day.nullable().describe('Last day, inclusive; null: it still is'),
  formed_from: array(object(names)).describe('Units it was formed from'),
  succeeded_by: array(object(names)).describe('Units that took its place'),
  official: object({
    code: text
      .nullable()
      .describe('Of the statistics office or level 1; it changes bearer, so that it is no key without a day'),
    identification: text.nullable().describe('Level-1 code of electronic identification'),
    identification_status: text.nullable(),
  }).nullable(),
  aliases: array(text),
  former_names: array(object({ from: day, to: day.nullable(), name_vi: text, full_name_vi: text })),
  groups: array(text).describe('Groups that hold it while it is valid'),
});

const framework = object({
  ...{ framework_id: text, version: text, sha256, title_vi: text, illustrative: boolean().nullable() },
  published_at: moment.nullable().describe('When the ministry published it by itself; null: it came with a release'),
  groups: array(text).describe('Groups it may be opened for; empty: it came with a release'),
  releases: array(releaseName).describe('Scored by it'),
  document: text.describe('Address of the whole document'),
});

const correctionReason = object({
  ...{ text_vi: text, kind: z.enum(['input', 'method', 'calculation']), found_by: text },
});

const releaseFields = {
  release: releaseName,
  kind: z
    .enum(['computed', 'published'])
    .describe('`published`: a table published elsewhere and only kept here, which cannot be recomputed'),
  ...{ index: text, ...groupNames, period, closing_date: day },
  number: z.int().min(1).nullable().describe('Null of a table published elsewhere'),
  released_at: moment.nullable().describe('Null of a table published elsewhere'),
  state: z.enum(['current', 'superseded', 'published']),
  superseded_by: releaseName.nullable(),
  correction: object({ corrects: releaseName, reason: correctionReason }).nullable(),
  corrected_by: array(object({ release: releaseName, reason: correctionReason })).describe(
    'Later releases of the period, oldest first, each with why',
  ),
  framework: object({
    framework_id: text,
    version: text,
    sha256,
    title_vi: text,
    legal_number: text,
    illustrative: boolean(),
  }),
  notice_vi: text.nullable().describe('What must be said before the first figure'),
  ...{ unit_count: count, submitted_count: count.nullable(), ranked_count: count },
  ...{ manifest_sha256: sha256, inputs_sha256: sha256 },
  page: text.describe('Address of its page'),
  links: object({ self: text, scoreboard: text, scores: text, manifest: text }),
};
const release = object(releaseFields);

const releaseFile = object({
  ...{
    path: text,
    address: text,
    sha256: sha256.nullable().describe('Null: beside the promised files, a signature or what is signed'),
    bytes: count.nullable(),
  },
});

const periodLine = object({
  ...{ index: text, ...groupNames, period, closing_date: day },
  current: releaseName.nullable().describe('Null: nothing was computed here'),
  published: releaseName.nullable().describe('A table published elsewhere; null: none is kept'),
  releases: count.describe('How many there are of it'),
  released_at: moment.nullable().describe('Of the current one'),
  illustrative: boolean().describe('True: some of it was made up because the official annex was not available'),
});

const feedItem = object({
  ...{ id: text, url: text, title: text, content_text: text, date_published: moment, tags: array(text) },
  _dti: object({ release: releaseName, kind: z.enum(['release', 'correction']) }),
});

/** Answers that are lists: an object each, so that there is room for what comes beside them. */
export const listAnswers = {
  Group: group,
  GroupList: object({ groups: array(group) }),
  Unit: unit,
  UnitList: object({ units: array(unit), ...nextCursor }),
  PeriodList: object({ periods: array(periodLine), ...nextCursor }),
  PublicFramework: framework,
  FrameworkList: object({ frameworks: array(framework) }),
  PublicRelease: release,
  ReleaseFile: releaseFile,
  PublicReleaseList: object({ releases: array(release), ...nextCursor }),
  ReleaseWithFiles: object({ ...releaseFields, files: array(releaseFile) }),
  Feed: object({
    ...{ version: z.literal('https://jsonfeed.org/version/1.1'), title: text, home_page_url: text, feed_url: text },
    language: text,
    items: array(feedItem),
    next_url: optional(text),
  }),
};
