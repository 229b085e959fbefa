export interface Right {
  action: string;
  resource: string;
}

const asList = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
/** One right per action and resource of a policy statement. */
export const expandStatement = ({ Action, Resource }: { Action: string | string[]; Resource: unknown }): Right[] =>
  asList(Action).flatMap((action) => asList(Resource).map((resource) => ({ action, resource: flatten(resource) })));

/** The text of a CloudFormation value, references by their names: for matching, not for deploying. */
export function flatten(reference: unknown): string {
  if (typeof reference === 'string') return reference;
  if (Array.isArray(reference)) return reference.map(flatten).join('');
  return Object.values(reference as object)
    .map(flatten)
    .join('');
}
