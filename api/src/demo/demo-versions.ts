import { changedPaths, REFERRAL_SECTIONS, type ReferralAnswers } from '@panel/case-rules';
import { addDays, dayNumber } from '@panel/reference';

import { demoAnswers } from './demo-answers.js';
import { demoSignOffId } from './demo-sign-offs.js';
import { cohortOf2021 } from './demo-cohort-2021.js';
import { currentCases, onBehalfCase, resubmittedCase } from './demo-current-year.js';
import { demoId } from './demo-ids.js';
import type { DemoTable } from './demo.repository.js';
import type { DemoContext } from './demo-rows.js';

type Row = Record<string, unknown>;

/**
 * What every submitted referral of the demo looked like when it was sent. Two have been sent again: one came back and was
 * submitted a second time, one was amended by its school.
 */
export function versionRows(context: DemoContext, today: string): [table: DemoTable, rows: readonly Row[]] {
  const current = currentCases(today);
  const resubmitted = current.find(({ number }) => number === resubmittedCase);
  const amended = current.find(({ status }) => status === 'accepted');
  const cases = [
    ...cohortOf2021().map((item) => ({ key: `2021-${item.number}`, item })),
    ...current.map((item) => ({ key: `now-${item.number}`, item })),
  ];
  return [
    'referral_versions',
    cases.flatMap(({ key, item }) => {
      const { submittedOn } = item;
      if (submittedOn === null) return [];
      const answers = demoAnswers(item.child, item.need, submittedOn);
      const isCurrent = key.startsWith('now-');
      const school = item.school === 17 ? 'senco-secondary' : 'senco';
      const person = isCurrent && item.number === onBehalfCase ? 'coordinator' : school;
      const by = context.userIds[person];
      const version = versionRow(context, key, person, isCurrent ? demoSignOffId(item.number) : null);
      const again = addDays(submittedOn, Math.min(2, dayNumber(today) - dayNumber(submittedOn)));
      if (item === resubmitted) {
        const returned = asReturned(answers, submittedOn);
        return [
          version(1, 'submission', submittedOn, returned, null),
          {
            ...version(2, 'resubmission', again, answers, null),
            changes: changesBetween(returned, answers, by, again),
          },
        ];
      }
      if (item === amended) {
        const reason = 'The dates of the second cycle were those of another child.';
        const earlier = asBefore(answers);
        return [
          version(1, 'submission', submittedOn, earlier, null),
          { ...version(2, 'amendment', again, answers, reason), changes: changesBetween(earlier, answers, by, again) },
        ];
      }
      return [version(1, 'submission', submittedOn, answers, null)];
    }),
  ];
}

/** The same with what the coordinator asked about: a day of agreement that lay after the submission. */
function asReturned(answers: ReferralAnswers, submittedOn: string): ReferralAnswers {
  const agreedOn = addDays(submittedOn, 1);
  return { ...asBefore(answers), consent: { ...answers.consent, agreedOn } };
}

/** The answers before the school added to them. */
function asBefore(answers: ReferralAnswers): ReferralAnswers {
  const cycles = answers.graduatedResponse.cycles.map((cycle, index) =>
    index === 1 ? { ...cycle, startedOn: addDays(cycle.startedOn, -7), whatChanged: 'Some progress.' } : cycle,
  );
  return {
    ...answers,
    needs: { ...answers.needs, strengths: '' },
    graduatedResponse: { ...answers.graduatedResponse, cycles },
  };
}

/** Who has changed which answer, as the product keeps it. */
function changesBetween(before: ReferralAnswers, after: ReferralAnswers, by: string | undefined, day: string): Row {
  const change = { by, at: `${day}T11:55:00.000Z` };
  const entries = REFERRAL_SECTIONS.map((section): [string, Row] => [
    section,
    Object.fromEntries(changedPaths(section, before[section], after[section]).map((path) => [path, change])),
  ]);
  return Object.fromEntries(entries);
}

function versionRow(context: DemoContext, caseId: string, person: string, signOffId: string | null) {
  return (number: number, kind: string, day: string, answers: ReferralAnswers, reason: string | null): Row => ({
    id: demoId(`version ${caseId} ${number}`),
    authority_id: context.authorityId,
    referral_id: demoId(`referral ${caseId}`),
    number,
    kind,
    answers,
    changes: {},
    reason,
    made_by: context.userIds[person],
    made_at: `${day}T1${number}:05:00Z`,
    sign_off_id: signOffId,
  });
}
