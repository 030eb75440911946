import type { ReferralAnswers } from '@panel/case-rules';

import { type Casework, type Person, startCasework } from '../../testing/panel-casework.js';
import { signReferral, writeReferral, writeSections } from '../../testing/referral-writing.js';

let casework: Casework;
let senco: Person;
let coordinator: Person;

beforeAll(async () => {
  casework = await startCasework();
  senco = await casework.signIn('senco');
  coordinator = await casework.signIn('coordinator');
});

afterAll(() => casework.stop());

const versionOf = async (id: string): Promise<number> => (await senco.get(`/referrals/${id}`)).body.version;

async function submitted(answers: ReferralAnswers = casework.completeAnswers()): Promise<string> {
  const id = await writeReferral(senco, casework.schoolId, answers);
  await signReferral(senco, id);
  const sent = await senco.change(`/referrals/${id}/submit`, await versionOf(id));
  expect(sent.status).toBe(200);
  return id;
}

describe('what a school sends', () => {
  it('is kept whole as the first version', async () => {
    const answers = casework.completeAnswers();
    const id = await submitted(answers);
    const { body } = await coordinator.get(`/referrals/${id}/versions`);
    expect(body.items).toEqual([
      expect.objectContaining({ number: 1, kind: 'submission', reason: null, changes: null }),
    ]);
    const compared = await coordinator.get(`/referrals/${id}/versions/differences`);
    expect(compared.body).toMatchObject({ before: null, differences: [] });
    expect(compared.body.after.sections.pupil.answers).toEqual(answers.pupil);
    expect(compared.body.after.sections.graduatedResponse.answers).toEqual(answers.graduatedResponse);
  });

  it('is kept again after a return, with what the school has changed since', async () => {
    const answers = casework.completeAnswers();
    const id = await submitted(answers);
    await coordinator.change(`/referrals/${id}/return`, await versionOf(id), {
      reason: 'More, please.',
      items: [{ section: 'needs', field: '', question: 'What works?' }],
    });
    const [first, second] = answers.graduatedResponse.cycles;
    if (!first || !second) throw new Error('two cycles are complete');
    await writeSections(senco, id, {
      needs: { ...answers.needs, concerns: 'He leaves the room every morning.' },
      graduatedResponse: {
        ...answers.graduatedResponse,
        cycles: [first, { ...second, whatChanged: 'Calmer.' }, { ...first, key: 'third' }],
      },
    });
    // Until it is sent, the coordinator compares what was sent.
    expect((await coordinator.get(`/referrals/${id}/versions`)).body.items).toHaveLength(1);
    await signReferral(senco, id);
    expect((await senco.change(`/referrals/${id}/submit`, await versionOf(id))).status).toBe(200);

    const { body } = await coordinator.get(`/referrals/${id}/versions/differences`);
    const sencoName = body.after.madeByName;
    expect(body.before.number).toBe(1);
    expect(body.after).toMatchObject({ number: 2, kind: 'resubmission' });
    const pointers = body.differences.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.slice(0, 2)).toEqual(['/needs/concerns', '/graduatedResponse/cycles/1/whatChanged']);
    expect(pointers.slice(2).every((pointer: string) => pointer.startsWith('/graduatedResponse/cycles/2/'))).toBe(true);
    expect(body.differences[0]).toEqual({
      section: 'needs',
      pointer: '/needs/concerns',
      before: answers.needs.concerns,
      after: 'He leaves the room every morning.',
      changedByName: sencoName,
      changedAt: expect.stringMatching(/^2026-11-24T/),
    });
    // The entry that came, and each answer in it.
    expect(body.differences.every(({ changedByName }: { changedByName: string }) => changedByName === sencoName)).toBe(
      true,
    );
    const [newest] = (await senco.get(`/referrals/${id}/versions`)).body.items;
    expect(newest.changes).toBe(body.differences.length);
  });

  it('can be compared in any pair, and says so when there is no such version', async () => {
    const id = await submitted();
    const same = await coordinator.get(`/referrals/${id}/versions/differences?before=1&after=1`);
    expect(same.body.differences).toEqual([]);
    const unknown = await coordinator.get(`/referrals/${id}/versions/differences?after=2`);
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/after']);
  });

  it('is never changed or deleted but with the case', async () => {
    const id = await submitted();
    for (const sql of [
      "update referral_versions set reason = 'x' where referral_id = $1",
      'delete from referral_versions where referral_id = $1',
    ]) {
      await expect(casework.rows(sql, [id])).rejects.toThrow('cannot be changed');
    }
  });

  it('is seen by the school and the coordinators alone, and each look is audited', async () => {
    const id = await submitted();
    const elsewhere = await casework.signIn('senco', { schoolId: await casework.aSchool() });
    expect((await elsewhere.get(`/referrals/${id}/versions`)).status).toBe(404);
    expect((await elsewhere.get(`/referrals/${id}/versions/differences`)).status).toBe(404);
    const member = await casework.signIn('panel_member');
    expect((await member.get(`/referrals/${id}/versions`)).status).toBe(403);

    await coordinator.get(`/referrals/${id}/versions`);
    await coordinator.get(`/referrals/${id}/versions/differences?after=1`);
    const events = (await casework.events(id)).slice(-2);
    expect(events.map(({ event }) => event)).toEqual(['referral.versions_viewed', 'referral.versions_compared']);
    expect(events[1]?.detail).toEqual({ before: null, after: 1 });
  });
});
