import { demoUpn } from '../demo/demo-cohort-2021.js';
import { type Case, type Casework, type Person, startCasework } from '../testing/panel-casework.js';

let casework: Casework;
let coordinator: Person;
let senco: Person;

beforeAll(async () => {
  casework = await startCasework();
  coordinator = await casework.signIn('coordinator');
  senco = await casework.signIn('senco');
});

afterAll(() => casework.stop());

const wanted = {
  field: 'legalSurname',
  newValue: 'Corrected',
  requestedByName: 'Ada Example',
  reason: 'Birth certificate seen',
  outcome: 'accepted',
  refusalReason: '',
  disagreement: '',
};
const versionOf = async ({ id }: Case): Promise<number> => (await coordinator.get(`/referrals/${id}`)).body.version;
const decide = async (person: Person, of: Case, changes: object = {}, version?: number) =>
  person.change(`/referrals/${of.id}/corrections/decide`, version ?? (await versionOf(of)), { ...wanted, ...changes });

describe('a correction', () => {
  it('puts the fact right everywhere it stands and keeps the old value, the reason, who and when', async () => {
    const item = await casework.aCase({ pupilName: 'Robin Wrong' });
    const answer = await decide(coordinator, item);
    expect(answer.status).toBe(200);
    expect(answer.body.items).toEqual([
      expect.objectContaining({
        field: 'legalSurname',
        oldValue: 'Wrong',
        newValue: 'Corrected',
        outcome: 'accepted',
        refusalReason: null,
      }),
    ]);
    const { body } = await coordinator.get(`/referrals/${item.id}`);
    expect(body.pupilName).toBe('Robin Corrected');
    expect(body.sections.pupil.answers.legalSurname).toBe('Corrected');
    expect((await senco.get(`/referrals/${item.id}/corrections`)).body.items).toHaveLength(1);
    const events = await casework.events(item.id);
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'correction.accepted', detail: { field: 'legalSurname' } }),
    );
    expect(JSON.stringify(events)).not.toContain('Corrected');
  });

  it('that is refused changes nothing, has its reason, and keeps what the person says', async () => {
    const item = await casework.aCase({ pupilName: 'Robin Stays' });
    const unexplained = await decide(coordinator, item, { outcome: 'refused' });
    expect([unexplained.status, unexplained.body.errors[0].pointer]).toEqual([422, '/refusalReason']);
    const answer = await decide(coordinator, item, {
      outcome: 'refused',
      refusalReason: 'The certificate says so',
      disagreement: 'It was never our name',
    });
    expect(answer.body.items[0]).toMatchObject({
      outcome: 'refused',
      refusalReason: 'The certificate says so',
      disagreement: 'It was never our name',
    });
    expect((await coordinator.get(`/referrals/${item.id}`)).body.pupilName).toBe('Robin Stays');
  });

  it('is checked as the fact is: number, date, sex, and that it changes something', async () => {
    const item = await casework.aCase({ pupilName: 'Robin Same' });
    for (const [changes, code] of [
      [{ field: 'upn', newValue: 'A123' }, 'upn_invalid'],
      [{ field: 'bornOn', newValue: '2030-01-01' }, 'born_on_invalid'],
      [{ field: 'sex', newValue: 'X' }, 'sex_invalid'],
      [{ newValue: ' ' }, 'name_missing'],
      [{ newValue: 'Same' }, 'value_unchanged'],
    ] as const) {
      const refused = await decide(coordinator, item, changes);
      expect([refused.status, refused.body.errors[0].code]).toEqual([422, code]);
    }
    expect(
      (await decide(coordinator, item, { field: 'bornOn', newValue: '2016-04-04' })).body.items[0].oldValue,
    ).toMatch(/^201[56]-/);
    const own = demoUpn(2016, 990);
    expect(
      (await decide(coordinator, item, { field: 'upn', newValue: ` ${own.toLowerCase()} ` })).body.items[0].newValue,
    ).toBe(own);
    const taken = await decide(coordinator, await casework.aCase(), { field: 'upn', newValue: own });
    expect([taken.status, taken.body.code]).toEqual([409, 'upn_taken']);
  });

  it('is the coordinator’s to decide, in their authority, on the version they saw, and not of a draft', async () => {
    const item = await casework.aCase();
    expect((await decide(senco, item)).status).toBe(403);
    const elsewhere = await casework.signIn('senco', { schoolId: await casework.aSchool() });
    expect((await elsewhere.get(`/referrals/${item.id}/corrections`)).status).toBe(404);
    const stranger = await casework.signIn('coordinator', { authorityId: await casework.anAuthority() });
    expect((await decide(stranger, item)).status).toBe(404);
    expect((await decide(coordinator, item, {}, 99)).status).toBe(412);
    const [draft] = await casework.rows<{ id: string }>(
      `insert into referrals (authority_id, school_id, reference, created_by, created_at, listed_on, status_changed_on)
       values (1, $1, 'EIP-2026-7777', $2, now(), '2026-11-24', '2026-11-24') returning id`,
      [casework.schoolId, coordinator.userId],
    );
    const refused = await decide(coordinator, { id: draft?.id ?? '', reference: '' });
    expect([refused.status, refused.body.code]).toEqual([409, 'draft_not_corrected']);
  });

  it('is never changed or deleted afterwards', async () => {
    await expect(casework.rows("update corrections set reason = 'x'")).rejects.toThrow('cannot be changed');
    await expect(casework.rows('delete from corrections')).rejects.toThrow('cannot be changed');
  });
});
