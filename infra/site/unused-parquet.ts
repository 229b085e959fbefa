// Stands in for parts of hyparquet that read what our own writer never writes: geometry, variants, filters by hash.
// Named like them, so that a version of the library that asks them for more stops the build.

const unused = (name: string) => (): never => {
  throw new Error(`${name} is left out of the bundle: our tables hold nothing that needs it`);
};

export const wkbToGeojson = unused('wkbToGeojson');
export const decodeVariantColumn = unused('decodeVariantColumn');
export const bloomEligibleColumns = unused('bloomEligibleColumns');
export const readBloomFilter = unused('readBloomFilter');
export const hashParquetValue = unused('hashParquetValue');
export const sbbfContains = unused('sbbfContains');
