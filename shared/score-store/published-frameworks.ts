import { getItem, type ItemKey, putItemOnce, queryItems, type ScoreTable } from './score-table.ts';

/** A version of a framework that the ministry has published; its document lies in the lake under its hash. Written once. */
export interface PublishedFramework {
  framework_id: string;
  version: string;
  /** Hash of the canonical JSON; names the document in the lake. */
  sha256: string;
  title_vi: string;
  /** The same in English. */
  title_en: string;
  /** As the framework lists them: `communes-*` is many. */
  groups: string[];
  /** When, UTC. */
  published_at: string;
  /** Opaque id of the person. */
  published_by: string;
}

export interface VersionOf {
  framework_id: string;
  version: string;
}

const partition = 'FRAMEWORKS';
const keyOf = ({ framework_id, version }: VersionOf): ItemKey => ({ pk: partition, sk: `${framework_id}#${version}` });

/** False: the version is there already, and stays what it is. */
export const keepPublished = (table: ScoreTable, published: PublishedFramework): Promise<boolean> =>
  putItemOnce(table, { ...keyOf(published), ...published });

export const readPublished = (table: ScoreTable, of: VersionOf): Promise<PublishedFramework | null> =>
  getItem<PublishedFramework>(table, keyOf(of));

/** Of one framework, or of all. */
export const listPublished = (table: ScoreTable, frameworkId?: string): Promise<PublishedFramework[]> =>
  queryItems<PublishedFramework>(table, partition, frameworkId === undefined ? '' : `${frameworkId}#`);
