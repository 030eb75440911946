import fc from 'fast-check';
import golden from './golden/gias-columns.json' with { type: 'json' };
import {
  addDays,
  GIAS_LINK_COLUMNS,
  GIAS_OPTIONAL_COLUMNS,
  GIAS_REQUIRED_COLUMNS,
  type GiasHeader,
  laestab,
  readGiasDate,
  readGiasHeader,
  readGiasLink,
  readGiasSchool,
  registerPhase,
} from './index.js';

const names = golden.columns.map(({ name }) => name);

function headerOf(cells: readonly string[]): GiasHeader {
  const read = readGiasHeader(cells, GIAS_REQUIRED_COLUMNS, GIAS_OPTIONAL_COLUMNS);
  if (!('header' in read)) throw new Error(JSON.stringify(read.problem));
  return read.header;
}

const good: Readonly<Record<string, string>> = {
  URN: '123456',
  'LA (code)': '857',
  EstablishmentNumber: '2001',
  EstablishmentName: 'École of the Vale',
  'TypeOfEstablishment (code)': '34',
  'TypeOfEstablishment (name)': 'Academy converter',
  'EstablishmentStatus (name)': 'Open',
  OpenDate: '01-09-2012',
  CloseDate: '',
  'PhaseOfEducation (code)': '2',
  StatutoryLowAge: '4',
  StatutoryHighAge: '11',
  'Trusts (code)': '16001',
  'Trusts (name)': 'Vale Trust',
  HeadFirstName: 'Ada',
  HeadLastName: 'Example',
};

function row(changes: Readonly<Record<string, string>> = {}): string[] {
  const values = { ...good, ...changes };
  return names.map((name) => values[name] ?? '');
}

describe('the header of an extract', () => {
  it('has every column we read among those of a real one', () => {
    for (const name of [...GIAS_REQUIRED_COLUMNS, ...GIAS_OPTIONAL_COLUMNS]) expect(names).toContain(name);
  });

  it('is found by name in whatever order, whatever else stands there', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (order) => {
        const read = readGiasSchool(
          headerOf(order),
          order.map((name) => good[name] ?? ''),
        );
        expect(read.isGood && read.school.name).toBe('École of the Vale');
      }),
      { numRuns: 20 },
    );
  });

  it('says which columns are missing, and only then which stand there twice', () => {
    const without = names.filter((name) => name !== 'URN' && name !== 'CloseDate');
    expect(readGiasHeader(without, GIAS_REQUIRED_COLUMNS)).toEqual({
      problem: { code: 'columns_missing', columns: ['URN', 'CloseDate'] },
    });
    expect(readGiasHeader([...names, 'urn '], GIAS_REQUIRED_COLUMNS)).toEqual({
      problem: { code: 'columns_repeated', columns: ['URN'] },
    });
  });
});

describe('a row of an extract', () => {
  it('becomes a school', () => {
    expect(readGiasSchool(headerOf(names), row())).toEqual({
      isGood: true,
      school: expect.objectContaining({
        urn: '123456',
        establishmentNumber: '2001',
        phase: 'primary',
        status: 'open',
        openedOn: '2012-09-01',
        closedOn: null,
        headTeacher: 'Ada Example',
        trustUid: '16001',
        trustName: 'Vale Trust',
      }),
    });
  });

  it('says everything that is wrong, each with its column', () => {
    const read = readGiasSchool(
      headerOf(names),
      row({ URN: '12', OpenDate: '31-02-2020', 'EstablishmentStatus (name)': 'Asleep', EstablishmentName: ' ' }),
    );
    expect(read.isGood).toBe(false);
    expect(read.isGood ? [] : read.errors.map(({ column }) => column)).toEqual([
      'URN',
      'EstablishmentName',
      'EstablishmentStatus (name)',
      'OpenDate',
    ]);
  });

  it('does not close before it opens', () => {
    const read = readGiasSchool(
      headerOf(names),
      row({ CloseDate: '31-08-2012', 'EstablishmentStatus (name)': 'Closed' }),
    );
    expect(read.isGood ? [] : read.errors).toEqual([
      { column: 'CloseDate', message: 'CloseDate must not be before OpenDate' },
    ]);
  });

  it('never throws on whatever stands in it', () => {
    const header = headerOf(names);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), (name, text) => {
        const read = readGiasSchool(header, row({ [name]: text }));
        if (!read.isGood) expect(read.errors.length).toBeGreaterThan(0);
      }),
    );
  });

  it('reads every status of the register', () => {
    for (const { label } of golden.establishment_status) {
      expect(readGiasSchool(headerOf(names), row({ 'EstablishmentStatus (name)': label })).isGood).toBe(true);
    }
  });
});

describe('the phase', () => {
  it('is special or alternative provision by the type, whatever the register says of the phase', () => {
    for (const { type_code: code, type } of golden.establishment_types) {
      if (/special/i.test(type) && !/post 16/i.test(type)) expect(registerPhase('2', code)).toBe('special');
      if (/alternative provision|pupil referral/i.test(type))
        expect(registerPhase('4', code)).toBe('alternative_provision');
    }
    expect(registerPhase('4', '01')).toBe('secondary');
    expect(registerPhase('9', '01')).toBeNull();
  });
});

describe('a date of the register', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom('-', '/'), (days, separator) => {
        const date = addDays('1900-01-01', days);
        const [year, month, day] = date.split('-');
        expect(readGiasDate([day, month, year].join(separator))).toBe(date);
      }),
    );
    expect(readGiasDate('')).toBeNull();
    expect(readGiasDate('2020-01-31')).toBeUndefined();
  });
});

describe('links', () => {
  const read = readGiasHeader(['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'], GIAS_LINK_COLUMNS);
  const header: GiasHeader = 'header' in read ? read.header : new Map();

  it('are the same from both sides', () => {
    const link = { predecessorUrn: '100001', successorUrn: '100002', establishedOn: '2020-09-01' };
    expect(readGiasLink(header, ['100001', '100002', 'New', 'Successor', '01-09-2020'])).toEqual(link);
    expect(readGiasLink(header, ['100002', '100001', 'Old', 'Predecessor - amalgamated', '01-09-2020'])).toEqual(link);
  });

  it('of other kinds are left out', () => {
    expect(readGiasLink(header, ['100001', '100002', 'New', 'Sixth Form Centre Link', ''])).toBeNull();
    expect(readGiasLink(header, ['100001', '100001', 'Self', 'Successor', ''])).toBeNull();
    expect(readGiasLink(header, ['', '100002', 'New', 'Successor', ''])).toBeNull();
  });
});

describe('LAESTAB', () => {
  it('is the authority and the number, where there are both', () => {
    expect(laestab('857', '2001')).toBe('857/2001');
    expect(laestab('857', null)).toBeNull();
  });
});
