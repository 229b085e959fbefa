import { describePublicApi } from '../../shared/public-api/describe-public-api.ts';
import appraisal from './openapi/appraisal.json' with { type: 'json' };
import board from './openapi/board.json' with { type: 'json' };
import decisions from './openapi/decisions.json' with { type: 'json' };
import document from './openapi/document.json' with { type: 'json' };
import drafts from './openapi/drafts.json' with { type: 'json' };
import evidence from './openapi/evidence.json' with { type: 'json' };
import frameworks from './openapi/frameworks.json' with { type: 'json' };
import headOfUnit from './openapi/head-of-unit.json' with { type: 'json' };
import notices from './openapi/notices.json' with { type: 'json' };
import people from './openapi/people.json' with { type: 'json' };
import periods from './openapi/periods.json' with { type: 'json' };
import portal from './openapi/portal.json' with { type: 'json' };
import previews from './openapi/previews.json' with { type: 'json' };
import questions from './openapi/questions.json' with { type: 'json' };
import releases from './openapi/releases.json' with { type: 'json' };
import runs from './openapi/runs.json' with { type: 'json' };
import submissions from './openapi/submissions.json' with { type: 'json' };
import workbooks from './openapi/workbooks.json' with { type: 'json' };

const published = describePublicApi();

/** A path that is read by all and written to by some stands in both. */
const withWrites = <Paths extends object>(paths: Paths): Paths =>
  Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [path, { ...published.paths[path], ...methods }]),
  ) as Paths;

/**
 * OpenAPI 3.1 of every route: the public ones from the schemas that validate, the others one file a capability in
 * `openapi/`, with its paths and the schemas they name.
 */
export const openApi = {
  ...document,
  paths: {
    ...published.paths,
    ...withWrites(periods.paths),
    ...board.paths,
    ...submissions.paths,
    ...drafts.paths,
    ...evidence.paths,
    ...appraisal.paths,
    ...decisions.paths,
    ...headOfUnit.paths,
    ...questions.paths,
    ...runs.paths,
    ...previews.paths,
    ...workbooks.paths,
    ...withWrites(releases.paths),
    ...people.paths,
    ...notices.paths,
    ...withWrites(frameworks.paths),
    ...portal.paths,
  },
  components: {
    ...document.components,
    schemas: {
      ...document.components.schemas,
      ...published.schemas,
      ...periods.schemas,
      ...board.schemas,
      ...submissions.schemas,
      ...drafts.schemas,
      ...evidence.schemas,
      ...appraisal.schemas,
      ...decisions.schemas,
      ...headOfUnit.schemas,
      ...questions.schemas,
      ...runs.schemas,
      ...previews.schemas,
      ...releases.schemas,
      ...people.schemas,
      ...notices.schemas,
      ...frameworks.schemas,
      ...portal.schemas,
    },
  },
};
