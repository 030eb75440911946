import { declineReasonNextSteps } from '@panel/case-rules';

import { demoUpn } from './demo-cohort-2021.js';
import { type CurrentCase, resubmittedCase } from './demo-current-year.js';
import type { DemoTable } from './demo.repository.js';
import { childRow, type DemoContext } from './demo-rows.js';
import { returnItemRows, signpostRows, toolkitRows } from './demo-toolkit.js';

type Row = Record<string, unknown>;

/** What the coordinators have done with a case of the queue so far, over what its referral says. */
export function triageOfCase(context: DemoContext, { number, status }: CurrentCase): Row {
  const own = context.userIds['coordinator'];
  const colleague = context.userIds['coordinator-second'];
  return {
    assigned_to: status === 'submitted' && number % 2 === 0 ? own : status === 'accepted' ? colleague : null,
    is_urgent: status === 'submitted' && number === 3,
    times_returned: status === 'returned' || number === resubmittedCase ? 1 : 0,
    declined_by: status === 'declined' ? own : null,
    decline_next_steps: status === 'declined' ? declineReasonNextSteps('graduated_response_not_shown') : null,
  };
}

/** The toolkit, what was asked of schools, where a decline points, and a second record of one child. */
export function triageRows(
  context: DemoContext,
  today: string,
  cases: readonly CurrentCase[],
): [table: DemoTable, rows: readonly Row[]][] {
  const caseId = ({ number }: CurrentCase): string => `now-${number}`;
  const askedOn = ({ submittedOn }: CurrentCase): string => submittedOn ?? today;
  const asked = cases.filter(({ number, status }) => status === 'returned' || number === resubmittedCase);
  const declined = cases.filter(({ status }) => status === 'declined');
  const doubled = cases.find(({ number }) => number === 3);
  return [
    ['toolkit_resources', toolkitRows(context, today)],
    ['return_items', asked.flatMap((item) => returnItemRows(context, caseId(item), askedOn(item)))],
    ['decline_signposts', declined.flatMap((item) => signpostRows(context, caseId(item)))],
    [
      'children',
      doubled
        ? [
            childRow(context, 'second-record', {
              ...doubled,
              child: { ...doubled.child, upn: demoUpn(2098, 1) },
            }),
          ]
        : [],
    ],
  ];
}
