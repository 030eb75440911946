import { Secret, TOTP } from 'otpauth';
import type { Response } from 'supertest';

import { hashPassword } from '../auth/password.js';
import type { SignedIn, TestApplication } from './test-application.js';

export const testPassword = 'correct horse battery staple';

/** The token of the session that an answer hands over; '' when it hands over none. */
export function tokenOf(answer: Pick<Response, 'get'>): string {
  return /panel-session=([\w-]{43});/.exec(answer.get('Set-Cookie')?.join() ?? '')?.[1] ?? '';
}

export function deviceOf(answer: Pick<Response, 'get'>): string {
  return /panel-device=([\w-]{43});/.exec(answer.get('Set-Cookie')?.join() ?? '')?.[1] ?? '';
}

/** What an authenticator app with this key shows now, or some steps from now. */
export function appCode(key: string, now: Date, steps = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(key), timestamp: now.getTime() + steps * 30_000 });
}

export interface Enrolled {
  readonly email: string;
  readonly userId: string;
  readonly key: string;
  readonly recoveryCodes: readonly string[];
  /** The open session of the enrolment. */
  readonly session: SignedIn;
  readonly token: string;
}

/** A person with a password and nothing else. */
export async function aPersonWithPassword(
  test: TestApplication,
  role: 'coordinator' | 'administrator' = 'coordinator',
): Promise<{ readonly email: string; readonly userId: string }> {
  const email = `person-${Math.random().toString(36).slice(2)}@test.example`;
  const userId = await test.rows.aUser('Jo Bloggs', await hashPassword(testPassword), email);
  await test.rows.grant(userId, role);
  return { email, userId };
}

/** A person who has set up an authenticator app at their first sign-in. */
export async function aPersonWithApp(test: TestApplication, role?: 'administrator'): Promise<Enrolled> {
  const person = await aPersonWithPassword(test, role);
  const first = await test.anonymous.post('/session', { email: person.email, password: testPassword }).expect(200);
  const enrolling = test.as(tokenOf(first));
  const { key } = (await enrolling.post('/account/authenticator-app').expect(200)).body;
  const code = appCode(key, test.clock.now());
  const confirmed = await enrolling.post('/account/authenticator-app/confirm', { code }).expect(200);
  const token = tokenOf(confirmed);
  return { ...person, key, recoveryCodes: confirmed.body.recoveryCodes, session: test.as(token), token };
}

/** The first step, up to where a second factor is asked for. */
export async function withPassword(test: TestApplication, email: string): Promise<SignedIn> {
  const answer = await test.anonymous.post('/session', { email, password: testPassword }).expect(200);
  return test.as(tokenOf(answer));
}
