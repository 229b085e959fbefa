import type { Node } from './sites.ts';

/**
 * Changes that nobody is to notice, by rule, so that they are not drawn: the words of a log; a wait, or memory, that is one more;
 * a measure of something drawn, which is looked at and not asserted; whether what is cleared away was there.
 */
export function isNotDrawn(node: Node, above: readonly Node[]): boolean {
  const end = above.findIndex(({ type }) => /Function/.test(type));
  // What a function computes is not what it is named for.
  const within = [node, ...above.slice(0, end === -1 ? above.length : end)];
  if (within.some(isLog)) return true;
  if (typeof node.value === 'number') return within.some((one) => isWait(one) || isMeasure(one));
  return typeof node.value === 'boolean' && isNamed(above[0], /^(force|recursive)$/);
}

const isWait = (node: Node): boolean =>
  isNamed(node, /(Ms|Mb|Seconds|Minutes)$|^(ms|seconds|minutes)$/) ||
  /^(setTimeout|setInterval|pause)$/.test(called(node));

const isMeasure = (node: Node): boolean =>
  node.type !== 'VariableDeclarator' &&
  isNamed(node, /^(x|y|[xy][12]|d[xy]|c[xy]|r|width|height|viewBox|margins?|strokeWidth)$|(Width|Height)$/);

const isLog = ({ type, expression, ...node }: Node): boolean => {
  const call = type === 'ExpressionStatement' ? (expression as Node) : ({ type, ...node } as Node);
  return /^(console|log|logger)$/.test(called(call, 'object'));
};

/** `name: …`, `const name = …`, `name={…}`. */
function isNamed(node: Node | undefined, name: RegExp): boolean {
  const field = { Property: 'key', VariableDeclarator: 'id', JSXAttribute: 'name' }[node?.type ?? ''];
  const named = field === undefined ? undefined : (node?.[field] as { name?: unknown } | undefined);
  return typeof named?.name === 'string' && name.test(named.name);
}

/** `name(…)`; or, of `object.name(…)`, the object. */
function called({ type, callee }: Node, of?: 'object'): string {
  const named = of === undefined ? callee : (callee as Node | undefined)?.[of];
  return type === 'CallExpression' ? String((named as { name?: unknown } | undefined)?.name ?? '') : '';
}
