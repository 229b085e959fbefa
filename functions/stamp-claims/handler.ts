import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { stampClaims } from './stamp-claims.ts';

/** Called by the sign-in for each token. No log of it: the event is all that is known of a person. */
export const handler = async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
  const claimsToAddOrOverride = stampClaims(event.request.userAttributes);
  event.response = { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride } } };
  return event;
};
