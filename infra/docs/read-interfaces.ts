export interface DescribedField {
  name: string;
  /** As written in the source. */
  type: string;
  description: string;
}

export interface DescribedInterface {
  name: string;
  description: string;
  fields: DescribedField[];
}

const docBlock = String.raw`(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?`;
const interfacePattern = new RegExp(String.raw`${docBlock}^export interface (\w+)[^{\n]*\{\n([\s\S]*?)^\}`, 'gm');
const fieldPattern = new RegExp(String.raw`\s*${docBlock}(\w+)\??:\s`, 'y');

/**
 * Exported interfaces of a module in the house format: the shapes of items and files, with their doc comments. Reads
 * text, for TypeScript 7 has no stable API yet; throws on a member that is not a field.
 */
export function readInterfaces(source: string): DescribedInterface[] {
  return [...source.matchAll(interfacePattern)].map(([, doc, name, body]) => ({
    name: name!,
    description: docText(doc),
    fields: readFields(body!, name!),
  }));
}

function readFields(body: string, owner: string): DescribedField[] {
  const fields: DescribedField[] = [];
  let at = 0;
  while (body.slice(at).trim() !== '') {
    fieldPattern.lastIndex = at;
    const match = fieldPattern.exec(body);
    if (!match) throw new Error(`cannot read the fields of ${owner} from: ${body.slice(at, at + 80)}`);
    const end = endOfType(body, fieldPattern.lastIndex);
    const type = body.slice(fieldPattern.lastIndex, end).replace(/\s+/g, ' ');
    fields.push({ name: match[2]!, type, description: docText(match[1]) });
    at = end + 1;
  }
  return fields;
}

/** The semicolon that ends a type; those inside braces separate fields of its own. */
function endOfType(body: string, start: number): number {
  let depth = 0;
  for (let at = start; at < body.length; at++) {
    if (body[at] === '{') depth++;
    else if (body[at] === '}') depth--;
    else if (body[at] === ';' && depth === 0) return at;
  }
  throw new Error(`a type does not end: ${body.slice(start, start + 80)}`);
}

const docText = (doc: string | undefined): string =>
  (doc ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .join(' ')
    .replace(/\{@link (\w+)\}/g, '$1')
    .trim();
