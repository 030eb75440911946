import type { DemoTable } from './demo.repository.js';
import type { DemoContext } from './demo-rows.js';

type Row = Record<string, unknown>;

/** Whom people can ask, and what some people have read already; the rest is open, so that there is something to do. */
export function firstStepsRows({ authorityId, userIds }: DemoContext): [table: DemoTable, rows: readonly Row[]][] {
  const at = '2020-01-02T09:00:00Z';
  const marks = [
    ['coordinator', 'help_read'],
    ['panel-member', 'help_read'],
    ['contract-manager', 'help_read'],
    ['administrator', 'retention_reviewed'],
    ['dpo', 'retention_reviewed'],
  ] as const;
  return [
    [
      'contact_details',
      [
        {
          authority_id: authorityId,
          version: 2,
          service_name: 'Education inclusion team',
          service_email: 'inclusion@larkshire.example',
          // Of the numbers that Ofcom keeps for invented people.
          service_phone: '01632 960 100',
          officer_name: 'Catherine Boyle',
          officer_email: 'dpo@larkshire.example',
          officer_phone: '01632 960 101',
          reply_working_days: 5,
          changed_by: userIds['administrator'],
          changed_at: at,
        },
      ],
    ],
    [
      'getting_started_marks',
      marks.map(([person, mark]) => ({
        authority_id: authorityId,
        user_id: userIds[person],
        mark,
        marked_at: at,
      })),
    ],
  ];
}
