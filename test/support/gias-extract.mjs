/**
 * Invented extracts of the national register with the columns of a real one: thousands of schools of several authorities,
 * with accents, trusts, closures and successors. The same numbers give the same bytes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const golden = join(import.meta.dirname, '../../libs/reference/src/golden/gias-columns.json');
const columns = JSON.parse(readFileSync(golden, 'utf8')).columns.map(({ name }) => name);

const saints = ['Édith', 'Zoë', 'Brontë', 'Saint-Exupéry', 'Anselm', 'Oswald', 'Hilda', 'Chad'];
const places = ['Vale', 'Hill', 'Mead', 'Bridge', 'Café Lane', 'Brook', 'Wood', 'Heath', 'Ford', 'Cross'];
const types = [
  ['01', 'Community school', '2', 'Primary'],
  ['34', 'Academy converter', '4', 'Secondary'],
  ['02', 'Voluntary aided school', '2', 'Primary'],
  ['07', 'Community special school', '0', 'Not applicable'],
  ['28', 'Academy sponsor led', '2', 'Primary'],
];
const laCodes = ['857', '856', '855', '925', '874', '940', '941', '803'];

/** School number `index` (from 0); every tenth has closed, and the next one of its authority followed it. */
export function giasSchool(index) {
  const urn = String(100_000 + index);
  const isClosed = index % 10 === 9;
  const [typeCode, typeName, phaseCode, phase] = types[index % types.length];
  const isAcademy = typeName.startsWith('Academy');
  const trust = isAcademy ? String(16_000 + (index % 400)) : '';
  return {
    URN: urn,
    'LA (code)': laCodes[Math.floor(index / 10) % laCodes.length],
    'LA (name)': 'An Authority, in England',
    EstablishmentNumber: String(2000 + (index % 7000)),
    EstablishmentName: `${saints[index % saints.length]} ${places[Math.floor(index / 8) % places.length]} School ${index}`,
    'TypeOfEstablishment (code)': typeCode,
    'TypeOfEstablishment (name)': typeName,
    'EstablishmentStatus (code)': isClosed ? '2' : '1',
    'EstablishmentStatus (name)': isClosed ? 'Closed' : 'Open',
    OpenDate: isAcademy ? '01-09-2014' : '',
    CloseDate: isClosed ? '31-08-2023' : '',
    'PhaseOfEducation (code)': phaseCode,
    'PhaseOfEducation (name)': phase,
    StatutoryLowAge: '4',
    StatutoryHighAge: '11',
    'Trusts (code)': trust,
    'Trusts (name)': trust && `Trust of ${places[index % places.length]} ${trust}`,
    Street: `${1 + (index % 90)} High Street, The Green`,
    Town: `${places[index % places.length]}ton`,
    Postcode: `LE${1 + (index % 19)} ${index % 10}AA`,
    'HeadTitle (name)': 'Ms',
    HeadFirstName: saints[(index + 3) % saints.length],
    HeadLastName: 'Example',
    SchoolWebsite: `https://school-${index}.example`,
    NumberOfPupils: String(100 + (index % 900)),
    LastChangedDate: '01-11-2026',
    'GOR (name)': 'East Midlands',
    'MSOA (code)': 'E02000001',
    'LSOA (code)': 'E01000001',
  };
}

/**
 * The extract as a file in Windows-1252. `change` may alter a school; null leaves it out.
 *
 * @param {number} count
 * @param {(school: Record<string, string>, index: number) => Record<string, string> | null} [change]
 */
export function giasExtract(count, change = (school) => school) {
  const lines = [columns.map(quoted).join(',')];
  for (let index = 0; index < count; index += 1) {
    const school = change(giasSchool(index), index);
    if (school) lines.push(columns.map((name) => quoted(school[name] ?? '')).join(','));
  }
  // Accented letters are the same in Windows-1252 and Latin 1.
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
}

/** The file of links that belongs to it, each link from both sides. */
export function giasLinks(count) {
  const lines = ['URN,LinkURN,LinkName,LinkType,LinkEstablishedDate'];
  for (let index = 9; index + 1 < count; index += 10) {
    const [from, to] = [giasSchool(index), giasSchool(index + 1)];
    lines.push([from.URN, to.URN, quoted(to.EstablishmentName), 'Successor', '01-09-2023'].join(','));
    lines.push([to.URN, from.URN, quoted(from.EstablishmentName), 'Predecessor', '01-09-2023'].join(','));
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
}

function quoted(cell) {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
