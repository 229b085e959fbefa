import { parquetReadObjects } from 'hyparquet';

export type CellOfTable = string | bigint | boolean | null;
export type TableRow = Record<string, CellOfTable>;

/** The rows of one Parquet file, as they are. Apart from the writer, so that a browser need not load that. */
export const readRows = async (bytes: Uint8Array): Promise<TableRow[]> =>
  (await parquetReadObjects({ file: exactBuffer(bytes) })) as TableRow[];

/** The reader takes a whole buffer: the bytes may be a window of one. */
const exactBuffer = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
