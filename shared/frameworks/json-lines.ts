type Container = { kind: 'object'; key: string; expectsKey: boolean } | { kind: 'array'; index: number };

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** 1-based line on which each value of a well-formed JSON text begins, by path: `pillars.0.main_indices.2`. */
export function locateJsonValues(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const open: Container[] = [];
  const note = (at: number) => lines.set(open.map(stepOf).join('.'), lineAt(text, at));
  for (const match of text.matchAll(token)) {
    const [found] = match;
    const inner = open.at(-1);
    if (found === '}' || found === ']') open.pop();
    else if (found === ',') advance(inner);
    else if (found === ':') expectValue(inner);
    else if (inner?.kind === 'object' && inner.expectsKey) inner.key = JSON.parse(found) as string;
    else {
      note(match.index);
      if (found === '{') open.push({ kind: 'object', key: '', expectsKey: true });
      if (found === '[') open.push({ kind: 'array', index: 0 });
    }
  }
  return lines;
}

export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

const stepOf = (container: Container) => (container.kind === 'object' ? container.key : `${container.index}`);

function advance(container: Container | undefined): void {
  if (container?.kind === 'array') container.index += 1;
  if (container?.kind === 'object') container.expectsKey = true;
}

function expectValue(container: Container | undefined): void {
  if (container?.kind === 'object') container.expectsKey = false;
}
