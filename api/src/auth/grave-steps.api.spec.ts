import type { Role } from '@panel/case-rules';

import { startTestApplication, type TestApplication } from '../testing/test-application.js';

type Method = 'get' | 'post' | 'put' | 'delete';

const id = '00000000-0000-4000-8000-000000000000';

/** What does harm that cannot be undone, lets somebody in, or takes much out. Each by a role that may do it. */
const graveSteps: readonly (readonly [what: string, by: Role, method: Method, path: string])[] = [
  ['inviting somebody', 'administrator', 'post', '/invitations'],
  ['sending an invitation again', 'administrator', 'post', `/invitations/${id}/send-again`],
  ['giving a role', 'administrator', 'post', `/users/${id}/roles`],
  ['taking a role away', 'administrator', 'delete', `/users/${id}/roles/${id}`],
  ['letting somebody in again', 'administrator', 'post', `/users/${id}/reactivate`],
  ['resetting somebody’s second factor', 'administrator', 'post', `/users/${id}/reset-second-factor`],
  ['adding an identity provider', 'administrator', 'post', '/identity-providers'],
  ['changing an identity provider', 'administrator', 'put', `/identity-providers/${id}`],
  ['switching an identity provider on', 'administrator', 'post', `/identity-providers/${id}/enable`],
  ['switching an identity provider off', 'administrator', 'post', `/identity-providers/${id}/disable`],
  ['exporting the audit trail', 'data_protection_officer', 'get', '/audit-events/export'],
  ['opening a case in an emergency', 'data_protection_officer', 'post', '/emergency-accesses'],
  ['releasing an access pack', 'data_protection_officer', 'post', `/access-requests/${id}/release`],
  ['downloading an access pack', 'data_protection_officer', 'get', `/access-requests/${id}/pack/archive`],
  ['changing how long records are kept', 'data_protection_officer', 'put', '/retention-rules/referral'],
  ['lifting a legal hold', 'data_protection_officer', 'post', `/legal-holds/${id}/lift`],
  ['publishing a report', 'coordinator', 'post', `/reports/${id}/publish`],
  ['merging the records of a child', 'coordinator', 'post', '/child-merges'],
  ['removing a document', 'coordinator', 'post', `/documents/${id}/remove`],
  ['changing one’s own password', 'board_member', 'post', '/account/password'],
  ['changing one’s own e-mail address', 'board_member', 'post', '/account/email'],
  ['making new recovery codes', 'board_member', 'post', '/account/recovery-codes'],
  ['adding an authenticator app', 'board_member', 'post', '/account/authenticator-app'],
  ['adding a passkey', 'board_member', 'post', '/account/passkeys'],
  ['linking an account of a provider', 'board_member', 'post', `/identity-providers/${id}/link`],
];

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication('2026-11-24');
});
afterAll(() => test.close());

describe('grave steps', () => {
  it.each(graveSteps)('%s asks again who one is', async (_, role, method, path) => {
    test.clock.set('2026-11-24T10:00:00Z');
    const person = await test.signInAs(role);
    test.clock.set('2026-11-24T10:06:00Z');
    const answer = await person.send(method, path);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'confirmation_needed' });
  });
});
