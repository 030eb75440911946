import { randomUUID } from 'node:crypto';

import type { Response } from 'supertest';

import { runJobs } from '../job-runner.js';
import { giasCsv, type GiasRow, linksCsv } from '../testing/gias-rows.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { until } from '../testing/until.js';
import type { SchoolImport } from './school-import.dto.js';
import { SchoolImportProcessor } from './school-import.processor.js';

let test: TestApplication;
let administrator: SignedIn;

beforeEach(async () => {
  test = await startTestApplication();
  administrator = await test.signInAs('administrator');
});

afterEach(() => test.close());

const upload = (
  extract: Buffer,
  {
    links,
    laCodes = '857',
    name = 'edubasealldata.csv',
    key = randomUUID(),
  }: { links?: Buffer; laCodes?: string; name?: string; key?: string } = {},
): Promise<Response> => {
  let sent = administrator
    .send('post', '/school-imports', { key })
    .field('laCodes', laCodes)
    .attach('extract', extract, { filename: name, contentType: 'text/csv' });
  if (links) sent = sent.attach('links', links, { filename: 'links_edubasealldata.csv', contentType: 'text/csv' });
  return Promise.resolve(sent);
};

/** Uploads and lets the worker read it. */
async function read(extract: Buffer, options: Parameters<typeof upload>[1] = {}): Promise<SchoolImport> {
  const { body, status } = await upload(extract, options);
  expect(status).toBe(201);
  return work(String((body as SchoolImport).id));
}

async function work(id: string): Promise<SchoolImport> {
  await test.app.get(SchoolImportProcessor).process(1, id);
  return (await administrator.get(`/school-imports/${id}`).expect(200)).body as SchoolImport;
}

async function confirm({ id, version }: SchoolImport, skipsErrors = false): Promise<SchoolImport> {
  await administrator.post(`/school-imports/${id}/confirm`, { skipsErrors }, { version }).expect(200);
  return work(id);
}

interface RowShown {
  readonly rowNumber: number;
  readonly urn: string;
  readonly changes: { readonly field: string; readonly to: string | null; readonly isKept: boolean }[];
  readonly errors: { readonly column: string; readonly message: string }[];
}

async function rowsOf({ id }: SchoolImport, action: string): Promise<RowShown[]> {
  return (await administrator.get(`/school-imports/${id}/rows?action=${action}`).expect(200)).body.items as RowShown[];
}

const register = () =>
  test.rows.query<Record<string, unknown>>(
    `select s.urn, s.name, s.status, s.phase, s.closed_on::text as closed, t.name as trust from schools s left join trusts t on t.id = s.trust_id
      where s.authority_id = 1 order by s.urn`,
  );
const eventsOf = async (id: string): Promise<string[]> =>
  (
    await test.rows.query<{ event: string }>('select event from audit_events where subject_id = $1 order by id', [id])
  ).map(({ event }) => event);

const first: readonly GiasRow[] = [
  { URN: '100001', EstablishmentName: 'École Élémentaire', 'Trusts (code)': '16001', 'Trusts (name)': 'Vale Trust' },
  { URN: '100002', EstablishmentName: 'Larkfield, "the" School' },
  { URN: '100003', EstablishmentName: 'Elsewhere School', 'LA (code)': '856' },
];

describe('an import of schools', () => {
  it('reads Windows-1252, shows what would be new and skips other authorities, and changes nothing before it is confirmed', async () => {
    const shown = await read(giasCsv(first));
    expect(shown).toMatchObject({
      status: 'to_review',
      encoding: 'Windows-1252',
      counts: { rows: 3, skipped: 1, new: 2, changed: 0, closed: 0, unchanged: 0, errors: 0 },
      availableVerbs: ['confirm', 'cancel'],
    });
    expect(await rowsOf(shown, 'new')).toEqual([
      expect.objectContaining({ rowNumber: 2, urn: '100001' }),
      expect.objectContaining({ rowNumber: 3, urn: '100002' }),
    ]);
    expect(await register()).toEqual([]);

    const done = await confirm(shown);
    expect(done).toMatchObject({ status: 'applied', availableVerbs: ['undo'] });
    expect(await register()).toEqual([
      { urn: '100001', name: 'École Élémentaire', status: 'open', phase: 'primary', closed: null, trust: 'Vale Trust' },
      { urn: '100002', name: 'Larkfield, "the" School', status: 'open', phase: 'primary', closed: null, trust: null },
    ]);
    expect(await eventsOf(shown.id)).toEqual([
      'school_import.started',
      'school_import.read',
      'school_import.confirmed',
      'school_import.applied',
    ]);
  });

  it('reads UTF-8 as well, and schools of every authority when no code is given', async () => {
    const shown = await read(giasCsv(first, { encoding: 'utf8' }), { laCodes: '' });
    expect(shown).toMatchObject({ encoding: 'UTF-8', laCodes: [], counts: { new: 3, skipped: 0 } });
    await confirm(shown);
    expect((await register())[0]).toMatchObject({ name: 'École Élémentaire' });
    // The next one starts from these codes; a smaller one from its own.
    const { body } = await administrator.get('/school-imports').expect(200);
    expect(body.suggestedLaCodes).toEqual([]);
  });

  it('is done by a worker without anybody’s help', async () => {
    const { body } = await upload(giasCsv(first));
    const jobs = runJobs(test.app, test.environment, () => undefined);
    try {
      const status = async () => (await administrator.get(`/school-imports/${body.id}`)).body.status;
      await until(async () => (await status()) === 'to_review');
      const { version } = (await administrator.get(`/school-imports/${body.id}`)).body;
      await administrator.post(`/school-imports/${body.id}/confirm`, { skipsErrors: false }, { version }).expect(200);
      await until(async () => (await status()) === 'applied');
    } finally {
      await jobs.stop();
    }
  });
});

describe('the second extract', () => {
  const closure: readonly GiasRow[] = [
    {
      URN: '100001',
      EstablishmentName: 'École Élémentaire',
      'EstablishmentStatus (name)': 'Closed',
      CloseDate: '31-08-2026',
    },
    { URN: '100002', EstablishmentName: 'Larkfield School', Postcode: 'LE15 7BB' },
    { URN: '100004', EstablishmentName: 'New Vale Academy', 'TypeOfEstablishment (code)': '34' },
  ];
  const links = linksCsv([
    ['100001', '100004', 'Successor', '01-09-2026'],
    ['100004', '100001', 'Predecessor', '01-09-2026'],
    ['100002', '100003', 'Sixth Form Centre Link', ''],
  ]);

  it('shows changes field by field and closures with their successor, and undoes all of it', async () => {
    await confirm(await read(giasCsv(first)));
    const before = await register();
    const shown = await read(giasCsv(closure), { links });
    expect(shown.counts).toMatchObject({ new: 1, changed: 1, closed: 1, unchanged: 0, links: 1, missing: 0 });
    const [closed] = await rowsOf(shown, 'closed');
    expect(closed?.changes.map(({ field, to }) => [field, to])).toEqual([
      ['status', 'closed'],
      ['closedOn', '2026-08-31'],
      ['trustUid', null],
      ['trustName', null],
      ['successor', 'New Vale Academy (100004)'],
    ]);
    const [changed] = await rowsOf(shown, 'changed');
    expect(changed?.changes).toEqual([
      { field: 'name', from: 'Larkfield, "the" School', to: 'Larkfield School', isKept: false },
      { field: 'postcode', from: 'LE15 6AA', to: 'LE15 7BB', isKept: false },
    ]);

    const done = await confirm(shown);
    const [school] = await test.rows.query<{ id: string }>("select id from schools where urn = '100001'");
    const page = await administrator.get(`/schools/${school?.id}`).expect(200);
    expect(page.body).toMatchObject({
      status: 'closed',
      closedOn: '2026-08-31',
      laestab: '857/2001',
      successors: [{ urn: '100004', name: 'New Vale Academy', establishedOn: '2026-09-01' }],
    });

    const undone = await administrator
      .post(`/school-imports/${done.id}/undo`, {}, { version: done.version })
      .expect(200);
    expect(undone.body).toMatchObject({ status: 'undone', availableVerbs: [] });
    expect(await register()).toEqual(before);
    expect(await test.rows.query('select 1 from school_links')).toEqual([]);
    expect(await eventsOf(done.id)).toContain('school_import.undone');
  });

  it('keeps what was corrected by hand, and shows the difference', async () => {
    await confirm(await read(giasCsv(first)));
    const [school] = await test.rows.query<{ id: string; version: number }>(
      "select id, version from schools where urn = '100002'",
    );
    const { body } = await administrator.get(`/schools/${school?.id}`).expect(200);
    await administrator
      .post(
        `/schools/${school?.id}/correct`,
        {
          ...{
            name: 'Larkfield Primary',
            phase: body.phase,
            status: body.status,
            closedOn: null,
            headTeacher: body.headTeacher,
          },
          ...{ street: body.street, town: body.town, postcode: body.postcode, reason: 'As the school writes itself' },
        },
        { version: 1 },
      )
      .expect(200);
    const same = await read(giasCsv(first));
    expect(same.counts).toMatchObject({ kept: 1, changed: 0, unchanged: 1 });
    expect((await rowsOf(same, 'kept'))[0]?.changes).toEqual([
      { field: 'name', from: 'Larkfield Primary', to: 'Larkfield, "the" School', isKept: true },
    ]);
    await administrator.post(`/school-imports/${same.id}/cancel`).expect(200);

    await confirm(await read(giasCsv(closure)));
    expect((await register()).find(({ urn }) => urn === '100002')).toMatchObject({ name: 'Larkfield Primary' });
    const corrected = await administrator.get(`/schools/${school?.id}`).expect(200);
    expect(corrected.body).toMatchObject({
      postcode: 'LE15 7BB',
      corrections: [{ field: 'name', registerValue: 'Larkfield School' }],
    });
    const followed = await administrator
      .post(`/schools/${school?.id}/follow-register`, {}, { version: corrected.body.version })
      .expect(200);
    expect(followed.body).toMatchObject({ name: 'Larkfield School', corrections: [] });
  });

  it('names the schools of these authorities that the file does not have, and leaves them alone', async () => {
    await confirm(await read(giasCsv(first)));
    const shown = await read(giasCsv([{ URN: '100001', EstablishmentName: 'Renamed' }]));
    expect(shown.counts).toMatchObject({ missing: 1, missingSchools: [{ urn: '100002' }] });
    await confirm(shown);
    expect((await register()).map(({ urn }) => urn)).toEqual(['100001', '100002']);
  });

  it('is compared again when a school changed between review and confirmation', async () => {
    await confirm(await read(giasCsv(first)));
    const shown = await read(giasCsv(closure));
    await test.rows.query("update schools set name = 'By hand', version = version + 1 where urn = '100002'");
    const again = await confirm(shown);
    expect(again).toMatchObject({ status: 'to_review', note: expect.stringContaining('compared again') });
    expect((await register()).find(({ urn }) => urn === '100002')).toMatchObject({ name: 'By hand' });
    expect(await confirm(again)).toMatchObject({ status: 'applied', note: null });
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['an Excel workbook', Buffer.from('PK\u0003\u0004'), 'file_is_spreadsheet', []],
    ['an empty one', Buffer.from('\n\n'), 'file_empty', []],
    ['one without columns', giasCsv(first, { leftOut: ['URN', 'OpenDate'] }), 'columns_missing', ['URN', 'OpenDate']],
    ['a header alone', giasCsv([]), 'rows_missing', []],
    ['one of other authorities', giasCsv([{ URN: '100001', 'LA (code)': '999' }]), 'rows_of_other_authorities', []],
    [
      'one with rows of another length',
      Buffer.concat([giasCsv(first), Buffer.from('1,2,3\r\n')]),
      'row_lengths',
      ['Row 5'],
    ],
    [
      'one with an open quotation mark',
      Buffer.concat([giasCsv(first), Buffer.from('"open,')]),
      'csv_broken',
      undefined,
    ],
  ])('%s is rejected as a whole, with one class of mistakes', async (_, bytes, code, details) => {
    const shown = await read(bytes);
    expect(shown).toMatchObject({ status: 'rejected', structureProblem: { code, ...(details && { details }) } });
    expect(shown.structureProblem?.message).not.toBe('');
    expect(await eventsOf(shown.id)).toContain('school_import.rejected');
  });

  it('is refused at once when it is no CSV by its name, or no form at all', async () => {
    const answer = await upload(giasCsv(first), { name: 'schools.xlsx' });
    expect({ status: answer.status, pointer: answer.body.errors?.[0]?.pointer }).toEqual({
      status: 422,
      pointer: '/extract',
    });
    const codes = await upload(giasCsv(first), { laCodes: '857, Rutland' });
    expect({ status: codes.status, pointer: codes.body.errors?.[0]?.pointer }).toEqual({
      status: 422,
      pointer: '/laCodes',
    });
    await administrator.post('/school-imports').expect(415);
    expect(await test.rows.query('select 1 from school_imports')).toEqual([]);
  });
});

describe('rows with errors', () => {
  const broken: readonly GiasRow[] = [
    { URN: '100001', EstablishmentName: '=cmd|calc' },
    { URN: '12', OpenDate: '31-02-2020' },
    { URN: '100001', EstablishmentName: 'Twice' },
    { URN: '100005' },
  ];

  it('are numbered as in Excel, each with the message for its cell', async () => {
    const shown = await read(giasCsv(broken));
    expect(shown.counts).toMatchObject({ errors: 2, new: 2 });
    expect((await rowsOf(shown, 'error')).map(({ rowNumber, errors }) => [rowNumber, ...errors])).toEqual([
      [
        3,
        { column: 'URN', message: 'URN must be 6 digits' },
        { column: 'OpenDate', message: 'OpenDate must be a real date in the form DD-MM-YYYY' },
      ],
      [4, { column: 'URN', message: 'URN 100001 is in row 2 already' }],
    ]);
  });

  it('stop the import, unless somebody chooses to import the others', async () => {
    const shown = await read(giasCsv(broken));
    const refused = await administrator
      .post(`/school-imports/${shown.id}/confirm`, { skipsErrors: false }, { version: shown.version })
      .expect(409);
    expect(refused.body.code).toBe('school_import_move_refused');
    expect(await register()).toEqual([]);
    expect(await confirm(shown, true)).toMatchObject({ status: 'applied', skipsErrors: true });
    expect((await register()).map(({ urn }) => urn)).toEqual(['100001', '100005']);
  });

  it('can be downloaded as a copy that no spreadsheet calculates', async () => {
    const shown = await read(giasCsv(broken));
    const answer = await administrator.get(`/school-imports/${shown.id}/errors-copy`).buffer(true).expect(200);
    const lines = answer.text.replace(/^\uFEFF/, '').split('\r\n');
    expect(lines[0]?.endsWith(',Errors')).toBe(true);
    expect(lines[1]).toContain("'=cmd|calc");
    expect(lines[2]).toContain('URN must be 6 digits; OpenDate must be a real date in the form DD-MM-YYYY');
    expect(lines).toHaveLength(6);
  });
});

describe('an import that is under way', () => {
  it('is the only one, can be cancelled, and is then not read', async () => {
    const { body } = await upload(giasCsv(first));
    expect((await upload(giasCsv(first))).body.code).toBe('school_import_running');
    await administrator.post(`/school-imports/${body.id}/cancel`).expect(200);
    expect(await work(body.id)).toMatchObject({ status: 'cancelled', counts: null });
    await administrator.post(`/school-imports/${body.id}/cancel`).expect(409);
    expect((await upload(giasCsv(first))).status).toBe(201);
  });

  it('is made once however often the request is repeated', async () => {
    const key = randomUUID();
    const [one, two] = [await upload(giasCsv(first), { key }), await upload(giasCsv(first), { key })];
    expect(two.body.id).toBe(one.body.id);
  });

  it('ends once when it is worked on twice at once', async () => {
    const { body } = await upload(giasCsv(first));
    await Promise.all([work(body.id), work(body.id)]);
    const shown = await work(body.id);
    expect(shown.counts).toMatchObject({ new: 2 });
    await administrator
      .post(`/school-imports/${body.id}/confirm`, { skipsErrors: false }, { version: shown.version })
      .expect(200);
    await Promise.all([work(body.id), work(body.id)]);
    expect(await register()).toHaveLength(2);
    expect((await eventsOf(body.id)).filter((event) => event === 'school_import.applied')).toHaveLength(1);
  });

  it('is confirmed by who saw its newest version only', async () => {
    const shown = await read(giasCsv(first));
    const path = `/school-imports/${shown.id}/confirm`;
    await administrator.post(path, { skipsErrors: false }, { version: shown.version - 1 }).expect(412);
    await administrator.post(path, { skipsErrors: false }).expect(428);
    const coordinator = await test.signInAs('coordinator');
    await coordinator.post(path, { skipsErrors: false }, { version: shown.version }).expect(403);
  });
});

describe('undoing', () => {
  it('is refused after a day, and while a new school is in use', async () => {
    const done = await confirm(await read(giasCsv(first)));
    const [school] = await test.rows.query<{ id: string }>("select id from schools where urn = '100001'");
    await test.rows.aReferral({ schoolId: school?.id ?? '', status: 'draft' });
    const path = `/school-imports/${done.id}/undo`;
    const used = await administrator.post(path, {}, { version: done.version }).expect(409);
    expect(used.body).toMatchObject({ code: 'school_import_undo_blocked', detail: expect.stringContaining('École') });
    test.clock.set('2026-11-25T10:00:01Z');
    administrator = await test.signInAs('administrator');
    const late = await administrator.post(path, {}, { version: done.version }).expect(409);
    expect(late.body.code).toBe('school_import_move_refused');
    expect(await register()).toHaveLength(2);
  });

  it('is refused when a school was corrected since', async () => {
    const done = await confirm(await read(giasCsv(first)));
    await test.rows.query("update schools set version = version + 1 where urn = '100002'");
    const answer = await administrator
      .post(`/school-imports/${done.id}/undo`, {}, { version: done.version })
      .expect(409);
    expect(answer.body.detail).toContain('Larkfield');
  });
});
