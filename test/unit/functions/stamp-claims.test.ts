import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/stamp-claims/handler.ts';
import { stampClaims } from '../../../functions/stamp-claims/stamp-claims.ts';
import { callerOf } from '../../../shared/identity/caller.ts';

const officer = { sub: 'a1', email: 'an@example.vn', 'custom:dti_role': 'officer', 'custom:dti_unit': 'P04-2025' };
const tokenOf = (attributes: Record<string, string>) =>
  callerOf({ sub: 'a1', iss: 'https://cognito-idp.example', ...stampClaims(attributes) });

describe('stampClaims', () => {
  it('says in the access token what the API reads there, and no more', () => {
    expect(stampClaims(officer)).toEqual({ dti_role: 'officer', dti_unit: 'P04-2025' });
    expect(tokenOf(officer)).toMatchObject({
      role: 'officer',
      unit_id: 'P04-2025',
      owner: 'ministry',
      department: null,
    });
    const all = { name: 'Lan', 'custom:dti_grants': 'officer:P04-2025 publisher', 'custom:dti_owner': 'P04-2025' };
    expect(stampClaims(all)).toEqual({ name: 'Lan', dti_grants: 'officer:P04-2025 publisher', dti_owner: 'P04-2025' });
  });

  it('gives no role to whoever has none, and nothing for an attribute that was emptied', () => {
    expect(tokenOf({ email: 'an@example.vn' })).toBeNull();
    expect(tokenOf({ 'custom:dti_role': 'appraiser', 'custom:dti_bodies': '' })).toMatchObject({ bodies: [] });
    expect(tokenOf({ 'custom:dti_role': 'publisher', 'custom:dti_owner': '' })).toMatchObject({ owner: '' });
  });

  it('answers the pool in its own form', async () => {
    const event = { request: { userAttributes: officer }, response: {} } as unknown as PreTokenGenerationV2TriggerEvent;
    const claimsToAddOrOverride = { dti_role: 'officer', dti_unit: 'P04-2025' };
    expect((await handler(event)).response).toEqual({
      claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride } },
    });
  });

  it('knows a unit’s own system by its scope, and no other token by one', async () => {
    const said = async (triggerSource: string, scopes?: string[]) => {
      const event = { triggerSource, request: { userAttributes: {}, scopes }, response: {} };
      const { response } = await handler(event as unknown as PreTokenGenerationV2TriggerEvent);
      return response.claimsAndScopeOverrideDetails.accessTokenGeneration!.claimsToAddOrOverride;
    };
    const system = 'TokenGeneration_ClientCredentials';
    const [own, other] = ['dti-unit/officer.P04-2025', 'dti-unit/officer.P01-2025'];
    expect(await said(system, ['dti/portal', own])).toEqual({ dti_role: 'officer', dti_unit: 'P04-2025' });
    for (const scopes of [undefined, ['dti/portal'], [own, other], ['x/officer.P04-2025'], ['dti-unit/officer.']])
      expect(await said(system, scopes)).toEqual({});
    expect(await said('TokenGeneration_HostedAuth', ['dti/portal', own])).toEqual({});
  });
});
