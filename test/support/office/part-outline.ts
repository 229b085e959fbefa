import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/**
 * What the parts of a workbook are made of, without what stands in them: for each kind of part, each element with its
 * attributes and the order of its children. A schema judges this, and not the figures: an outline that was valid once is
 * valid as long as it is the same.
 */
export function outlineOf(workbook: Uint8Array): string {
  const parts = Object.entries(unzipSync(workbook)).filter(([name]) => !name.endsWith('/'));
  const lines = parts.flatMap(([name, part]) => {
    const kind = name.replace(/\d+/g, '#');
    return elementsOf(strFromU8(part)).map((element) => `${kind} ${element}`);
  });
  return `${[...new Set(lines)].sort().join('\n')}\n`;
}

interface OpenElement {
  name: string;
  attributes: string[];
  children: string[];
}

function elementsOf(xml: string): string[] {
  const found = new Set<string>();
  const open: OpenElement[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open.at(-1)?.children.push(name);
    open.push({ name, attributes: Object.keys(attributes).sort(), children: [] });
  });
  parser.on('closetag', () => {
    const { name, attributes, children } = open.pop()!;
    const once = children.filter((child, n) => child !== children[n - 1]);
    found.add(`${[name, ...attributes.map((one) => `@${one}`)].join(' ')}: ${summed(once).join(' ')}`.trimEnd());
  });
  parser.write(xml).close();
  return [...found];
}

/** Lists of cells and properties repeat in any number and mixture: which there are is enough. */
const mixed = 40;
const summed = (children: string[]): string[] => (children.length > mixed ? [...new Set(children)].sort() : children);
