import type { PreTokenGenerationV2TriggerEvent, PreTokenGenerationV3TriggerEvent } from 'aws-lambda';
import { stampClaims, stampSystem } from './stamp-claims.ts';

type Event = PreTokenGenerationV2TriggerEvent | PreTokenGenerationV3TriggerEvent;

/** Called by the sign-in for each token. No log of it: the event is all that is known of a person. */
export const handler = async (event: Event): Promise<Event> => {
  const { userAttributes, scopes } = event.request;
  const isSystem = event.triggerSource === 'TokenGeneration_ClientCredentials';
  const claimsToAddOrOverride = isSystem ? stampSystem(scopes) : stampClaims(userAttributes as Record<string, string>);
  event.response = { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride } } };
  return event;
};
