import { parquetReadObjects } from 'hyparquet';
import type { TableRow } from './write-parquet.ts';

/** The rows of one Parquet file as they are, unchecked. Apart from `readTable`, whose file brings the writer with it. */
export const readRows = async (bytes: Uint8Array): Promise<TableRow[]> =>
  (await parquetReadObjects({ file: exactBuffer(bytes) })) as TableRow[];

/** The reader takes a whole buffer: the bytes may be a window of one. */
const exactBuffer = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
