import { claimNames } from '../../shared/identity/caller.ts';
import { claimsOfScopes } from '../../shared/identity/unit-system.ts';

type Attributes = Record<string, string | undefined>;

/** Names of the attributes of the user pool; no person can write one, and whoever could would choose a role. */
const attributeOf = (claim: string): string => `custom:${claim}`;

/**
 * What an access token says of its bearer beside who it is. An attribute that is absent is no claim; one that is empty is
 * a claim that says nothing, which opens no door.
 */
export function stampClaims(attributes: Attributes): Record<string, string> {
  const held = claimNames.flatMap((claim) => {
    const value = attributes[attributeOf(claim)];
    return value === undefined ? [] : [[claim, value]];
  });
  return { ...(attributes.name ? { name: attributes.name } : {}), ...Object.fromEntries(held) };
}

/** The same of a unit's own system, which has no attributes: its scopes say whom it acts for. */
export const stampSystem = (scopes: readonly string[] = []): Record<string, string> => claimsOfScopes(scopes);
