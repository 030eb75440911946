import type { ReferralAnswers } from '@panel/case-rules';

import { type Casework, type Person, startCasework } from '../testing/panel-casework.js';
import { signReferral, writeReferral, writeSections } from '../testing/referral-writing.js';

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

async function send(id: string): Promise<void> {
  await signReferral(senco, id);
  expect((await senco.change(`/referrals/${id}/submit`, await versionOf(id))).status).toBe(200);
}

async function giveBack(id: string, items: readonly { section: string; field: string }[]): Promise<void> {
  const body = { reason: '', items: items.map((item) => ({ ...item, question: 'Say more, please.' })) };
  expect((await coordinator.change(`/referrals/${id}/return`, await versionOf(id), body)).status).toBe(200);
}

const triage = async (id: string) => (await coordinator.get(`/referrals/${id}/triage`)).body;
const inQueue = async (id: string) =>
  (await coordinator.get('/queue?sort=newest')).body.items.find((item: { id: string }) => item.id === id);
const changed = async (id: string) =>
  (await triage(id)).returnItems.map(({ round, section, changedAnswers }: Record<string, unknown>) => ({
    round,
    section,
    changedAnswers,
  }));

describe('what has changed since a return', () => {
  let answers: ReferralAnswers;
  let id: string;

  beforeEach(async () => {
    answers = casework.completeAnswers();
    id = await writeReferral(senco, casework.schoolId, answers);
    await send(id);
  });

  it('is not said before the school has sent the referral again', async () => {
    await giveBack(id, [{ section: 'needs', field: 'whatWorks' }]);
    await writeSections(senco, id, { needs: { ...answers.needs, whatWorks: 'Music.' } });
    expect(await changed(id)).toEqual([{ round: 1, section: 'needs', changedAnswers: null }]);
    expect((await triage(id)).changesSinceReturns).toEqual([]);
    expect((await inQueue(id)).sinceReturn).toBeNull();
  });

  it('is counted for each question, and leads to the two versions, from triage and queue alike', async () => {
    await giveBack(id, [
      { section: 'needs', field: 'whatWorks' },
      { section: 'voice', field: '' },
    ]);
    await writeSections(senco, id, { needs: { ...answers.needs, whatWorks: 'Music.', triggers: 'A new one.' } });
    await send(id);
    expect(await changed(id)).toEqual([
      { round: 1, section: 'needs', changedAnswers: 1 },
      { round: 1, section: 'voice', changedAnswers: 0 },
    ]);
    expect((await triage(id)).changesSinceReturns).toEqual([{ round: 1, before: 1, after: 2, changes: 2 }]);
    expect((await inQueue(id)).sinceReturn).toEqual({ before: 1, after: 2, changes: 2 });
    const compared = await coordinator.get(`/referrals/${id}/versions/differences?before=1&after=2`);
    expect(compared.body.differences).toHaveLength(2);
  });

  it('is told for each return by itself', async () => {
    await giveBack(id, [{ section: 'needs', field: 'whatWorks' }]);
    await writeSections(senco, id, { needs: { ...answers.needs, whatWorks: 'Music.' } });
    await send(id);
    await giveBack(id, [{ section: 'voice', field: 'childsView' }]);
    expect((await inQueue(id)).sinceReturn).toBeNull();
    await writeSections(senco, id, { voice: { ...answers.voice, childsView: 'I like music.' } });
    await send(id);
    expect(await changed(id)).toEqual([
      { round: 2, section: 'voice', changedAnswers: 1 },
      { round: 1, section: 'needs', changedAnswers: 1 },
    ]);
    expect((await triage(id)).changesSinceReturns).toEqual([
      { round: 2, before: 2, after: 3, changes: 1 },
      { round: 1, before: 1, after: 2, changes: 1 },
    ]);
    expect((await inQueue(id)).sinceReturn).toEqual({ before: 2, after: 3, changes: 1 });
    // The school is asked the same questions, without what the coordinator makes of the answers.
    const [item] = (await senco.get(`/referrals/${id}/return-items`)).body.items;
    expect(Object.keys(item)).not.toContain('askedOfVersion');
  });
});
