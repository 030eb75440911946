import { academicYearStart, addDays, addMonths } from '@panel/reference';

import { demoChild } from './demo-cohort-2021.js';
import type { CurrentCase } from './demo-current-year.js';
import { demoId } from './demo-ids.js';
import type { DemoTable } from './demo.repository.js';
import { childRow, type DemoContext, referralRow, sectionRows } from './demo-rows.js';

type Row = Record<string, unknown>;

/** Declined three years and so many days ago: the first two are over their period tonight, the third within a month. */
const declinedDaysAfter = [-40, -12, 18];

/**
 * What a data protection officer has to do: referrals whose three years are over (one of them under a legal hold), a draft that
 * nobody has touched for eighty days, and a request for access that came ten days ago.
 */
export function dataRightsRows(context: DemoContext, today: string): [table: DemoTable, rows: readonly Row[]][] {
  const old = declinedDaysAfter.map((days, index) => oldCase(today, days, index));
  const draft = forgottenDraft(today);
  const year = Number(today.slice(0, 4));
  const caseId = (demoCase: CurrentCase): string => `rights-${demoCase.number}`;
  const endedOn = (days: number): string => addDays(addMonths(today, -36), days);
  const noon = (day: string): string => `${day}T11:00:00Z`;
  return [
    ['children', old.map((demoCase) => childRow(context, caseId(demoCase), demoCase))],
    [
      'referrals',
      [
        ...old.map((demoCase, index) =>
          referralRow(context, caseId(demoCase), demoCase, {
            reference: `EIP-${(demoCase.submittedOn ?? today).slice(0, 4)}-090${1 + index}`,
            status: 'declined',
            startedOn: demoCase.startedOn,
            changedOn: endedOn(declinedDaysAfter[index] ?? 0),
          }),
        ),
        referralRow(context, caseId(draft), draft, {
          reference: `EIP-${draft.startedOn.slice(0, 4)}-0904`,
          status: 'draft',
          startedOn: draft.startedOn,
          changedOn: draft.startedOn,
        }),
      ],
    ],
    [
      'referral_sections',
      [...old, draft].flatMap((demoCase) =>
        sectionRows(context, caseId(demoCase), demoCase, demoCase.submittedOn ?? demoCase.startedOn),
      ),
    ],
    [
      'legal_holds',
      [
        {
          id: demoId('legal hold'),
          authority_id: context.authorityId,
          referral_id: demoId('referral rights-1'),
          version: 1,
          reason: 'The family has complained to the Local Government Ombudsman; keep until it is settled.',
          placed_by: context.userIds['dpo'],
          placed_at: noon(addDays(today, -90)),
        },
      ],
    ],
    [
      'access_requests',
      [
        {
          id: demoId('access request'),
          authority_id: context.authorityId,
          child_id: demoId('child now-18'),
          reference: `SAR-${year}-0001`,
          status: 'open',
          version: 1,
          requester_name: 'Ms Ellen Graham',
          requester_relation: 'parent_or_carer',
          identity_check: 'documents_seen',
          identity_note: 'Driving licence and birth certificate',
          wanted: '',
          received_on: addDays(today, -10),
          is_complex: false,
          logged_by: context.userIds['dpo'],
          logged_at: noon(addDays(today, -10)),
        },
      ],
    ],
    ['access_request_counters', [{ authority_id: context.authorityId, year, last_number: 1 }]],
  ];
}

function oldCase(today: string, days: number, number: number): CurrentCase {
  const endedOn = addDays(addMonths(today, -36), days);
  const submittedOn = addDays(endedOn, -9);
  return {
    number,
    child: demoChild(700 + number, number % 2 === 0, 7 + number, academicYearStart(submittedOn)),
    school: number * 3,
    need: 'SEMH',
    status: 'declined',
    submittedOn,
    startedOn: addDays(submittedOn, -5),
  };
}

function forgottenDraft(today: string): CurrentCase {
  const startedOn = addDays(today, -80);
  return {
    number: 3,
    child: demoChild(703, true, 8, academicYearStart(startedOn)),
    school: 0,
    need: 'SLCN',
    status: 'draft',
    submittedOn: null,
    startedOn,
  };
}
