import type { ReferralStatus } from '@panel/case-rules';
import { addDays, academicYearStart } from '@panel/reference';

import type { DemoChild, DemoNeed } from './demo-answers.js';
import { demoChild } from './demo-cohort-2021.js';

export interface CurrentCase {
  readonly number: number;
  readonly child: DemoChild;
  readonly school: number;
  readonly need: DemoNeed;
  readonly status: ReferralStatus;
  readonly submittedOn: string | null;
  readonly startedOn: string;
}

/** Where the cases of the current school year stand, so that every role has something to do. */
const plan: readonly { readonly status: ReferralStatus; readonly daysAgo: number }[] = [
  { status: 'draft', daysAgo: 2 },
  { status: 'draft', daysAgo: 1 },
  { status: 'submitted', daysAgo: 9 },
  { status: 'submitted', daysAgo: 4 },
  { status: 'submitted', daysAgo: 3 },
  { status: 'submitted', daysAgo: 1 },
  { status: 'returned', daysAgo: 12 },
  { status: 'accepted', daysAgo: 14 },
  { status: 'accepted', daysAgo: 10 },
  { status: 'assessed', daysAgo: 18 },
  { status: 'ready_for_panel', daysAgo: 24 },
  { status: 'ready_for_panel', daysAgo: 22 },
  { status: 'ready_for_panel', daysAgo: 21 },
  { status: 'ready_for_panel', daysAgo: 20 },
  { status: 'ready_for_panel', daysAgo: 19 },
  { status: 'decided', daysAgo: 48 },
  { status: 'decided', daysAgo: 47 },
  { status: 'decided', daysAgo: 45 },
  { status: 'in_delivery', daysAgo: 60 },
  { status: 'in_delivery', daysAgo: 58 },
  { status: 'in_delivery', daysAgo: 57 },
  { status: 'in_delivery', daysAgo: 55 },
  { status: 'declined', daysAgo: 40 },
  { status: 'withdrawn', daysAgo: 39 },
];

/** The case that was returned and came back with answers, by its number. */
export const resubmittedCase = 4;

/** The case that arrived as a form and was written by a coordinator, by its number. */
export const onBehalfCase = 5;

/** The case that its head teacher signed off by a link, by its number. */
export const signedByLinkCase = 3;

const needs: readonly DemoNeed[] = ['SEMH', 'SLCN', 'ASD', 'SPLD'];

export function currentCases(today: string): CurrentCase[] {
  const schoolYear = academicYearStart(today);
  return plan.map(({ status, daysAgo }, number) => {
    const day = addDays(today, -daysAgo);
    const isSecondary = number % 6 === 5;
    return {
      number,
      child: demoChild(500 + number, number % 4 !== 3, isSecondary ? 12 : 5 + (number % 6), schoolYear),
      // The demo SENCo's school has the drafts, the returned one and some of everything else.
      school: isSecondary
        ? 17
        : number % 3 === 0 || status === 'draft' || status === 'returned'
          ? 0
          : (number * 5) % 17,
      need: needs[number % needs.length] ?? 'SEMH',
      status,
      submittedOn: status === 'draft' ? null : day,
      startedOn: status === 'draft' ? day : addDays(day, -5),
    };
  });
}
