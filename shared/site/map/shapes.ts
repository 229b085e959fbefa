import shapes from './shapes.json' with { type: 'json' };

/** In tenths of the drawing, y downward. */
export interface ProvinceShape {
  unit_id: string;
  path: string;
  /** The point with most room, and how far the nearest border is. */
  x: number;
  y: number;
  room: number;
}

export interface ArchipelagoShape {
  archipelago: string;
  /** The province that it belongs to, whose colour it has. */
  unit_id: string;
  /** Middle and radius of each. */
  reefs: number[][];
}

export const provinces: ProvinceShape[] = shapes.provinces;
export const archipelagos: ArchipelagoShape[] = shapes.archipelagos;

/** Must stand wherever the map is shown. */
export const attribution = { source: shapes.source, licence: shapes.licence };
