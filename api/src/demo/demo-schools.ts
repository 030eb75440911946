import { primarySchools, secondarySchools } from './demo-names.js';
import { demoId } from './demo-ids.js';
import type { DemoTable } from './demo.repository.js';

type Row = Record<string, unknown>;

/** The code under which invented pupils and schools go. */
const laCode = '857';

const towns = ['Larkham', 'Westering', 'Coldbrook', 'Upper Fenwick'];

const trusts = [
  {
    uid: '90001',
    name: 'Wold and Water Learning Trust',
    schools: ['Orchard Wold Primary School', 'Quillmere Primary School'],
  },
  { uid: '90002', name: 'Thornbury Vale Academies', schools: ['Thornbury Vale Academy', 'Nettlecombe Primary School'] },
];

/** Schools that have closed, with the one that came after each. */
const closed = [
  { name: 'Old Mill Infant School', phase: 'primary', closedOn: '2019-08-31', successor: 'Quillmere Primary School' },
  { name: 'Old Mill Junior School', phase: 'primary', closedOn: '2019-08-31', successor: 'Quillmere Primary School' },
  { name: 'Thornbury Vale School', phase: 'secondary', closedOn: '2018-08-31', successor: 'Thornbury Vale Academy' },
];

const open = [...primarySchools, ...secondarySchools];
const urnOf = (name: string): string => String(990_001 + open.indexOf(name));

/** The register of schools: trusts, open schools, closed ones, and which came after which. */
export function schoolRows(authorityId: number): [table: DemoTable, rows: readonly Row[]][] {
  const shared = { authority_id: authorityId, la_code: laCode, head_teacher: '', street: '', postcode: '' };
  const trustOf = (name: string): string | null => {
    const trust = trusts.find(({ schools }) => schools.includes(name));
    return trust ? demoId(`trust ${trust.uid}`) : null;
  };
  return [
    ['trusts', trusts.map(({ uid, name }) => ({ id: demoId(`trust ${uid}`), authority_id: authorityId, uid, name }))],
    [
      'schools',
      [
        ...open.map((name, index) => {
          const isPrimary = index < primarySchools.length;
          const isAcademy = trustOf(name) !== null;
          return {
            ...shared,
            id: demoId(`school ${name}`),
            urn: urnOf(name),
            name,
            phase: isPrimary ? 'primary' : 'secondary',
            establishment_number: String((isPrimary ? 2001 : 4001) + index),
            type_code: isAcademy ? '34' : '01',
            type_name: isAcademy ? 'Academy converter' : 'Community school',
            status: 'open',
            opened_on: isAcademy ? '2018-09-01' : '1974-04-01',
            closed_on: null,
            low_age: isPrimary ? 4 : 11,
            high_age: isPrimary ? 11 : 16,
            town: towns[index % towns.length],
            trust_id: trustOf(name),
            version: 1,
          };
        }),
        ...closed.map(({ name, phase, closedOn }, index) => ({
          ...shared,
          id: demoId(`school ${name}`),
          urn: String(990_101 + index),
          name,
          phase,
          establishment_number: String(3_001 + index),
          type_code: '01',
          type_name: 'Community school',
          status: 'closed',
          opened_on: '1974-04-01',
          closed_on: closedOn,
          low_age: phase === 'primary' ? 4 : 11,
          high_age: phase === 'primary' ? 11 : 16,
          town: towns[0],
          trust_id: null,
          version: 1,
        })),
      ],
    ],
    [
      'school_links',
      closed.map(({ name, closedOn, successor }, index) => ({
        id: demoId(`link ${name}`),
        authority_id: authorityId,
        predecessor_urn: String(990_101 + index),
        successor_urn: urnOf(successor),
        established_on: `${closedOn.slice(0, 4)}-09-01`,
      })),
    ],
  ];
}
