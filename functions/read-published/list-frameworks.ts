import { groupsServed } from '../../shared/frameworks/groups-served.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { KeptTexts } from '../../shared/lake/kept-texts.ts';
import { frameworkKey } from '../../shared/lake/keys.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import type { ListedFramework } from '../../shared/score-store/listed-releases.ts';
import type { PublishedFramework } from '../../shared/score-store/published-frameworks.ts';
import type { Published } from './published.ts';

type Line = Answer<'PublicFramework'>;

/** What the ministry published, and what a release was scored by, which its files hold. Nothing of one only opened with. */
export function listFrameworks(
  publishedAlone: readonly PublishedFramework[],
  { releases }: Published,
): Answer<'FrameworkList'> {
  const lines = new Map<string, Line>(publishedAlone.map((one) => [one.sha256, describePublished(one)]));
  for (const { framework, release } of releases) {
    const line = lines.get(framework.sha256) ?? describeUsed(framework);
    const { illustrative } = framework;
    lines.set(framework.sha256, { ...line, illustrative, releases: [...line.releases, release] });
  }
  return { frameworks: [...lines.values()].sort(byIdAndVersion) };
}

/** Its canonical document; of one that is not in the list nothing, whatever the lake holds. */
export async function readFramework(
  sha256: string,
  listed: Answer<'FrameworkList'>,
  documents: KeptTexts,
): Promise<string> {
  const isPublic = listed.frameworks.some((one) => one.sha256 === sha256);
  const document = isPublic ? await documents.read(frameworkKey(sha256)) : null;
  if (document !== null) return document;
  throw new Problem(
    404,
    'framework-unknown',
    `Chưa công bố bộ chỉ số mang mã băm "${sha256}"; đề nghị xem danh sách ở /v1/frameworks.`,
    'No framework of this hash is published; /v1/frameworks lists those that are.',
  );
}

const addressOf = (sha256: string) => `/v1/frameworks/${sha256}`;

const describePublished = (one: PublishedFramework): Line => ({
  ...{ framework_id: one.framework_id, version: one.version, sha256: one.sha256, title_vi: one.title_vi },
  ...{ illustrative: null, published_at: one.published_at, groups: groupsServed(one).map(({ group }) => group) },
  ...{ releases: [], document: addressOf(one.sha256) },
});

const describeUsed = ({ framework_id, version, sha256, title_vi, illustrative }: ListedFramework): Line => ({
  ...{ framework_id, version, sha256, title_vi, illustrative, published_at: null, groups: [], releases: [] },
  document: addressOf(sha256),
});

function byIdAndVersion(a: Line, b: Line): number {
  if (a.framework_id !== b.framework_id) return a.framework_id < b.framework_id ? -1 : 1;
  return a.version.localeCompare(b.version, 'vi', { numeric: true });
}
