import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../bundling.ts';
import { circleOf, type Ring, relativePath, roomiest } from './trace-shapes.ts';

/**
 * Once, when the borders change: `npx tsx infra/map/write-shapes.ts provinces.geo.json archipelagos.json`. Takes planar
 * drawings with y upward, one feature per unit, one per archipelago, and writes what the map is drawn from; then let
 * biome format it.
 */
interface Feature {
  properties: { unit: string; old?: string };
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

const [provinceFile, archipelagoFile] = process.argv.slice(2);
if (!provinceFile || !archipelagoFile) throw new Error('Name the drawings of provinces and of archipelagos');

const readFeatures = async (path: string) =>
  (JSON.parse(await readFile(path, 'utf8')) as { features: Feature[] }).features;
const polygonsOf = ({ geometry }: Feature): Ring[][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** In tenths, y downward: whole numbers are shorter, and the same on every machine. */
const inTenths = (ring: Ring): Ring => ring.map(([x, y]) => [Math.round(x * 10), Math.round(-y * 10)]);
const ringsOf = (feature: Feature): Ring[] => polygonsOf(feature).flat().map(inTenths);

const provinces = (await readFeatures(provinceFile))
  .map((feature) => {
    const rings = ringsOf(feature);
    return { unit_id: feature.properties.unit, ...roomiest(rings), path: rings.map(relativePath).join('') };
  })
  .sort((one, other) => (one.unit_id < other.unit_id ? -1 : 1));
const archipelagos = (await readFeatures(archipelagoFile)).map((feature) => ({
  archipelago: feature.properties.old,
  unit_id: feature.properties.unit,
  reefs: polygonsOf(feature).map(([outer]) => circleOf(inTenths(outer!))),
}));

const shapes = {
  source: '@svg-maps/vietnam 2.0.0',
  licence: 'CC BY 4.0',
  changed:
    '63 provinces dissolved into the 34 of 1 July 2025 by lineage, simplified, traced anew as relative paths in tenths of the drawing; reefs as circles',
  provinces,
  archipelagos,
};
await writeFile(join(projectRoot, 'shared/site/map/shapes.json'), `${JSON.stringify(shapes, null, 2)}\n`);
