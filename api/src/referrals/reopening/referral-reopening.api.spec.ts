import { type Casework, type Person, startCasework } from '../../testing/panel-casework.js';
import { writeReferral } from '../../testing/referral-writing.js';

let casework: Casework;
let senco: Person;
let coordinator: Person;

beforeAll(async () => {
  casework = await startCasework();
  senco = await casework.signIn('senco');
  coordinator = await casework.signIn('coordinator');
});

afterAll(() => casework.stop());

const reason = 'The family has come back.';
const read = async (id: string) => (await senco.get(`/referrals/${id}`)).body;
const reopen = async (person: Person, id: string, why = reason, version?: number) =>
  person.change(`/referrals/${id}/reopen`, version ?? (await read(id)).version, { reason: why });

describe('reopening', () => {
  it('gives a withdrawn referral back to the school, which submits it again under its reference', async () => {
    const { id, reference } = await casework.aCase({ status: 'submitted' });
    await senco.change(`/referrals/${id}/withdraw`, (await read(id)).version, { reason: 'They moved away.' });
    expect(await read(id)).toMatchObject({
      status: 'withdrawn',
      withdrawReason: 'They moved away.',
      isEditable: false,
    });
    const answer = await reopen(senco, id);
    expect(answer.body).toMatchObject({
      reference,
      status: 'returned',
      isEditable: true,
      reopenReason: reason,
      withdrawReason: null,
    });
    expect((await casework.changes(id)).at(-1)).toMatchObject({
      event: 'referral.reopened',
      actorUserId: senco.userId,
      detail: { status: 'returned' },
    });
  });

  it('gives a draft that was never submitted back as a draft', async () => {
    const id = await writeReferral(senco, casework.schoolId, casework.completeAnswers());
    await senco.change(`/referrals/${id}/withdraw`, 1, { reason: 'Not now.' });
    expect((await reopen(senco, id)).body).toMatchObject({ status: 'draft', isEditable: true });
  });

  it('puts a declined referral back into the coordinator’s queue, and only a coordinator can', async () => {
    const { id } = await casework.aCase({ status: 'declined' });
    const refused = await reopen(senco, id);
    expect([refused.status, refused.body.code]).toEqual([409, 'declined_reopened_by_coordinator']);
    expect((await reopen(coordinator, id)).body).toMatchObject({
      status: 'submitted',
      declineReason: null,
      reopenReason: reason,
    });
  });

  it('is refused beside another open referral for the child', async () => {
    const { id } = await casework.aCase({ status: 'withdrawn' });
    const { id: open } = await casework.aCase({ status: 'accepted' });
    await casework.rows(
      'update referrals set child_id = (select child_id from referrals where id = $1) where id = $2',
      [id, open],
    );
    const refused = await reopen(senco, id);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining('already has an open referral'),
    ]);
  });

  it('is refused when half a year has passed', async () => {
    const { id } = await casework.aCase({ status: 'withdrawn' });
    await casework.rows("update referrals set status_changed_on = '2026-05-24' where id = $1", [id]);
    const refused = await reopen(senco, id);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('Begin a new referral')]);
    await casework.rows("update referrals set status_changed_on = '2026-05-25' where id = $1", [id]);
    expect((await reopen(senco, id)).status).toBe(200);
  });

  it.each(['draft', 'submitted', 'closed'] as const)('is refused for a referral that is %s', async (status) => {
    const id =
      status === 'draft'
        ? await writeReferral(senco, casework.schoolId, casework.completeAnswers())
        : (await casework.aCase({ status })).id;
    const refused = await reopen(senco, id);
    expect([refused.status, refused.body.code]).toEqual([409, 'referral_move_refused']);
  });

  it('is refused by permission, out of scope, for a stale version and without a reason', async () => {
    const { id } = await casework.aCase({ status: 'withdrawn' });
    const member = await casework.signIn('panel_member');
    expect((await reopen(member, id)).status).toBe(403);
    const elsewhere = await casework.signIn('senco', { schoolId: await casework.aSchool() });
    expect((await reopen(elsewhere, id)).status).toBe(404);
    const stranger = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
    expect((await reopen(stranger, id)).status).toBe(404);
    expect((await reopen(senco, id, reason, 99)).status).toBe(412);
    expect((await senco.post(`/referrals/${id}/reopen`, { reason })).status).toBe(428);
    expect((await reopen(senco, id, ' ')).status).toBe(422);
  });
});
