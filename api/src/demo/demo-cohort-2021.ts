import { addDays, ncYearFor, upnCheckLetter } from '@panel/reference';

import type { DemoChild, DemoNeed } from './demo-answers.js';
import { boysNames, girlsNames, surnames } from './demo-names.js';
import { seededChoices } from './demo-random.js';

export interface CohortCase {
  readonly number: number;
  readonly child: DemoChild;
  /** Index of the school: 0–16 primary, 17–19 secondary. */
  readonly school: number;
  readonly need: DemoNeed;
  readonly submittedOn: string;
  readonly riskLevel: 'low' | 'medium' | 'high';
  readonly probabilityPercent: number;
  readonly weeklyHoursHundredths: number;
  /** Null for the ten that were referred after the reviews of the published report. */
  readonly review: { readonly on: string; readonly category: string | null } | null;
}

/** Referrals by the end of each quarter as published: 55 by 31 March 2021, 90 by 30 September, 100 by 16 December 2021. */
const submissions = [
  { from: '2020-02-24', days: 30, count: 8 },
  { from: '2020-04-20', days: 70, count: 6 },
  { from: '2020-07-01', days: 85, count: 9 },
  { from: '2020-10-01', days: 75, count: 15 },
  { from: '2021-01-05', days: 80, count: 17 },
  { from: '2021-04-12', days: 60, count: 35 },
  { from: '2021-10-04', days: 70, count: 10 },
] as const;

const lastReviewOn = '2021-09-13';
const needs: readonly DemoNeed[] = ['SEMH', 'SEMH', 'ASD', 'SLCN', 'SPLD'];

/** Ages are chosen so that most of the children are in years 4, 5 and 6, as published. */
const primaryAges = [5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10];
const secondaryAges = [11, 12, 12, 13];

/**
 * Outcomes of the 38 analysed at 32.5 hours, then of the 12 at 25: 21, 18, 6 and 5 as published. No group of hours and outcome
 * is smaller than five, so that the Board may see the money by outcome.
 */
const outcomes = [
  ...Array<string>(16).fill('high_or_very_positive_impact'),
  ...Array<string>(11).fill('continuing_to_improve'),
  ...Array<string>(6).fill('limited_impact_other_pathway'),
  ...Array<string>(5).fill('extra_support_may_progress_to_ehcp'),
  ...Array<string>(5).fill('high_or_very_positive_impact'),
  ...Array<string>(7).fill('continuing_to_improve'),
];

/** A UPN of authority 857, establishment 0000: it belongs to no real pupil. */
export function demoUpn(year: number, serial: number): string {
  const body = `8570000${String(year % 100).padStart(2, '0')}${String(serial).padStart(3, '0')}`;
  const letter = upnCheckLetter(body);
  if (letter === null) throw new Error(`no check letter for ${body}`);
  return letter + body;
}

/** Child number `serial` of `schoolYear`, aged `age` on 31 August before it. */
export function demoChild(serial: number, isBoy: boolean, age: number, schoolYear: number): DemoChild {
  const choose = seededChoices(schoolYear * 1000 + serial);
  // Born between 1 September and 31 August: one day per serial, so that months vary.
  const bornOn = addDays(`${schoolYear - age - 1}-09-01`, (serial * 37) % 360);
  return {
    forename: choose.pick(isBoy ? boysNames : girlsNames),
    surname: choose.pick(surnames),
    upn: demoUpn(schoolYear, serial),
    bornOn,
    sex: isBoy ? 'M' : 'F',
  };
}

/**
 * The hundred referrals behind the published figures of 2021 (Report 188/2021): 90 children reviewed, 68 boys and 22 girls in
 * 17 primary and 3 secondary schools; 64 high risk, 13 of them secondary; 50 with consistent data, 38 at 32.5 hours and 12 at
 * 25; outcomes 21, 18, 6 and 5. The people are invented.
 */
export function cohortOf2021(): CohortCase[] {
  const cases: CohortCase[] = [];
  let number = 0;
  for (const { from, days, count } of submissions) {
    for (let index = 0; index < count; index += 1) {
      cases.push(cohortCase(number, addDays(from, Math.floor((index * days) / count))));
      number += 1;
    }
  }
  return cases;
}

function cohortCase(number: number, submittedOn: string): CohortCase {
  const isReviewed = number < 90;
  // 7 and 90 have no common factor: the ranks spread every property evenly over the dates.
  const rank = isReviewed ? (number * 7) % 90 : number;
  const isHigh = isReviewed && rank < 64;
  const isAnalysed = isReviewed && rank < 50;
  // 13 of the 64 high-risk cases and 4 of the other 26 are in the three secondary schools.
  const isSecondary = isReviewed ? (rank < 65 && rank % 5 === 2) || rank >= 86 : number % 10 === 3;
  const isBoy = isReviewed ? (rank * 11) % 90 < 68 : number % 3 !== 0;
  const school = isSecondary ? 17 + (rank % 3) : rank % 17;
  const ages = isSecondary ? secondaryAges : primaryAges;
  const schoolYear = submittedOn >= '2021-09-01' ? 2021 : submittedOn >= '2020-09-01' ? 2020 : 2019;
  return {
    number,
    child: demoChild(number + 1, isBoy, ages[(rank * 13) % ages.length] ?? 8, schoolYear),
    school,
    need: needs[rank % needs.length] ?? 'SEMH',
    submittedOn,
    riskLevel: isHigh ? 'high' : rank % 2 === 0 ? 'medium' : 'low',
    probabilityPercent: isHigh ? 75 : rank % 2 === 0 ? 50 : 20,
    weeklyHoursHundredths: isHigh ? (rank < 38 || rank >= 57 ? 3250 : 2500) : 0,
    review: isReviewed ? { on: reviewDay(submittedOn), category: isAnalysed ? (outcomes[rank] ?? null) : null } : null,
  };
}

/** Twelve weeks after the referral, the published last day at the latest. */
function reviewDay(submittedOn: string): string {
  const day = addDays(submittedOn, 84);
  return day > lastReviewOn ? lastReviewOn : day;
}

export function ncYearOf(child: DemoChild, submittedOn: string): string | null {
  return ncYearFor(child.bornOn, submittedOn);
}
