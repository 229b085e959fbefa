import { parseAst } from 'vitest/node';
import { isNotDrawn } from './not-drawn.ts';

/** A place in a text and what would stand there instead. */
export interface Site {
  start: number;
  end: number;
  to: string;
}

export interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

const operators: Record<string, string> = {
  ...{ '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
  ...{ '&&': '||', '||': '&&', '-': '+', '*': '/', '/': '*', '%': '*' },
};

/** Every small change of a program that is a change of what it does: comparisons, conditions, statements, constants. */
export function sitesIn(text: string, lang: 'ts' | 'tsx'): Site[] {
  const sites: Site[] = [];
  walk(parseAst(text, { lang }) as unknown as Node, (node, above) => {
    if (!isNotDrawn(node, above)) sites.push(...sitesOf(node, text));
  });
  return sites;
}

function sitesOf(node: Node, text: string): Site[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return flipOperator(node, text);
    case 'IfStatement':
    case 'ConditionalExpression':
      return [negate(node.test as Node, text)];
    case 'ExpressionStatement':
    case 'ThrowStatement':
      // A directive is a statement to the parser.
      return typeof node.directive === 'string' ? [] : [{ start: node.start, end: node.end, to: ';' }];
    case 'Literal':
      return changeConstant(node);
    default:
      return [];
  }
}

function flipOperator({ left, right, operator }: Node, text: string): Site[] {
  const to = operators[operator as string];
  const start = text.indexOf(operator as string, (left as Node).end);
  const isBetween = start !== -1 && start < (right as Node).start;
  return to !== undefined && isBetween ? [{ start, end: start + (operator as string).length, to }] : [];
}

const negate = ({ start, end }: Node, text: string): Site => ({ start, end, to: `!(${text.slice(start, end)})` });

function changeConstant({ value, start, end }: Node): Site[] {
  if (typeof value === 'number') return [{ start, end, to: String(value + 1) }];
  return typeof value === 'boolean' ? [{ start, end, to: String(!value) }] : [];
}

/** Types are left alone: they do nothing. What stands in an assertion of a type is a program again. */
function walk(node: Node, visit: (node: Node, above: readonly Node[]) => void, above: readonly Node[] = []): void {
  if (node.type.startsWith('TS') && !('expression' in node)) return;
  visit(node, above);
  for (const [field, value] of Object.entries(node)) {
    if (/^(typeAnnotation|typeArguments|typeParameters|returnType|key)$/.test(field)) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, [node, ...above]);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
