import { type Registry, readRegistry } from './read-registry.ts';
import unitsFile from './units.json' with { type: 'json' };

let delivered: Registry | undefined;

/** The delivered registry, proven on first use. */
export function loadRegistry(): Registry {
  delivered ??= readRegistry(unitsFile);
  return delivered;
}
