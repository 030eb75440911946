import { SIGN_OFF_FORM_STATEMENT, SIGN_OFF_LINK_DAYS, SIGN_OFF_STATEMENT } from '@panel/case-rules';
import { addDays } from '@panel/reference';

import { hashOfAnswers } from '../referrals/sign-offs/sign-off-answers.js';
import { demoAnswers } from './demo-answers.js';
import { currentCases, onBehalfCase, signedByLinkCase } from './demo-current-year.js';
import { demoId } from './demo-ids.js';
import type { DemoTable } from './demo.repository.js';
import type { DemoContext } from './demo-rows.js';

type Row = Record<string, unknown>;

/** The sign-off on which a case was submitted, where the demo has one. */
export function demoSignOffId(caseNumber: number): string | null {
  return [onBehalfCase, signedByLinkCase].includes(caseNumber) ? demoId(`sign-off now-${caseNumber}`) : null;
}

/** One referral that a coordinator wrote for a school from its form, and one that a head teacher signed off by a link. */
export function signOffRows(context: DemoContext, today: string): [table: DemoTable, rows: readonly Row[]][] {
  const submitted = currentCases(today).flatMap(({ submittedOn, ...item }) =>
    submittedOn === null ? [] : [{ ...item, submittedOn }],
  );
  const signOff = (number: number, how: Row): Row[] =>
    submitted
      .filter((item) => item.number === number)
      .map(({ child, need, submittedOn }) => {
        const answers = demoAnswers(child, need, submittedOn);
        return {
          id: demoSignOffId(number),
          authority_id: context.authorityId,
          referral_id: demoId(`referral now-${number}`),
          status: 'signed',
          version: 2,
          answers,
          answers_hash: `\\x${hashOfAnswers(answers).toString('hex')}`,
          asked_at: `${submittedOn}T09:10:00Z`,
          signed_role: 'Head teacher',
          decided_at: `${submittedOn}T10:40:00Z`,
          reminders: 0,
          expires_at: null,
          head_email: null,
          ...how,
        };
      });
  const arrived = submitted.find(({ number }) => number === onBehalfCase);
  const linked = submitted.find(({ number }) => number === signedByLinkCase);
  return [
    [
      'referral_receipts',
      arrived
        ? [
            {
              referral_id: demoId(`referral now-${onBehalfCase}`),
              authority_id: context.authorityId,
              received_from: 'Martin Pell, SENCo',
              received_on: addDays(arrived.submittedOn, -1),
              channel: 'email',
              recorded_by: context.userIds['coordinator'],
              recorded_at: `${arrived.submittedOn}T09:00:00Z`,
            },
          ]
        : [],
    ],
    [
      'sign_offs',
      [
        ...signOff(onBehalfCase, {
          way: 'form',
          asked_by: context.userIds['coordinator'],
          head_name: 'Ruth Calloway',
          signed_name: 'Ruth Calloway',
          statement: SIGN_OFF_FORM_STATEMENT,
          decided_by: context.userIds['coordinator'],
        }),
        ...signOff(signedByLinkCase, {
          way: 'link',
          asked_by: context.userIds['senco'],
          head_name: 'Gareth Lowe',
          head_email: 'head@ashwell-green.larkshire.example',
          expires_at: linked ? `${addDays(linked.submittedOn, SIGN_OFF_LINK_DAYS)}T09:10:00Z` : null,
          signed_name: 'Gareth Lowe',
          statement: SIGN_OFF_STATEMENT,
          decided_by: null,
        }),
      ],
    ],
  ];
}
