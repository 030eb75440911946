import { startTestApplication, type TestApplication } from '../testing/test-application.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

describe('the start page', () => {
  it('counts what is overdue by working days, for the role it waits for', async () => {
    const schoolId = await test.rows.aSchool();
    const due = { submitted: '2026-11-23', accepted: '2026-11-24', in_delivery: '2026-10-01', returned: '2026-11-20' };
    for (const [status, dueOn] of Object.entries(due)) {
      const id = await test.rows.aReferral({ schoolId, status: status as keyof typeof due });
      await test.rows.query('update referrals set due_on = $2 where id = $1', [id, dueOn]);
    }
    await test.rows.aReferral({ schoolId, status: 'submitted' });
    const counts = async (role: 'coordinator' | 'senco') => {
      const person = await test.signInAs(role, role === 'senco' ? { schoolId } : {});
      const { tasks } = (await person.get('/home').expect(200)).body as {
        tasks: { code: string; count: number; overdue: number }[];
      };
      return Object.fromEntries(tasks.map(({ code, count, overdue }) => [code, [count, overdue]]));
    };
    // Today is Tuesday the 24th: what was due on Monday is overdue, what is due today is not.
    expect(await counts('coordinator')).toMatchObject({
      to_triage: [2, 1],
      to_assess: [1, 0],
      to_review: [1, 1],
      case_tasks: [0, 0],
    });
    expect(await counts('senco')).toMatchObject({ returned: [1, 1], case_tasks: [0, 0] });
  });
});
