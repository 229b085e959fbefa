/**
 * A unit's own system signs in as itself (client credentials). What it may act for is not an attribute, for it is no
 * person: it is a scope that its client alone may ask for, `dti-unit/officer.P04-2025`.
 */
export const unitSystems = 'dti-unit';

export const unitScopeName = (unitId: string): string => `officer.${unitId}`;

export const unitScope = (unitId: string): string => `${unitSystems}/${unitScopeName(unitId)}`;

/** Claims of a token with these scopes. Of no unit, or of two at once, there is no role: it opens no door. */
export function claimsOfScopes(scopes: readonly string[]): { dti_role?: 'officer'; dti_unit?: string } {
  const units = scopes.flatMap((scope) => /^dti-unit\/officer\.(.+)$/.exec(scope)?.[1] ?? []);
  return units.length === 1 ? { dti_role: 'officer', dti_unit: units[0]! } : {};
}
