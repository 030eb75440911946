import { addDays, upnCheckLetter } from '@panel/reference';

import { type CurrentCase, currentCases } from './demo-current-year.js';
import { demoId } from './demo-ids.js';
import { childRow, type DemoContext, referralRow, sectionRows } from './demo-rows.js';
import type { DemoTable } from './demo.repository.js';

type Row = Record<string, unknown>;

/** The accepted case whose child has a second record, and the two whose children are siblings. */
const twice = 8;
const siblings = [7, 9] as const;

/**
 * What a coordinator has to do with records: one child who stands in the register twice (last year's school had only a temporary UPN
 * and another spelling), two children who are siblings, and one who has changed schools.
 */
export function childRecordRows(context: DemoContext, today: string): [table: DemoTable, rows: readonly Row[]][] {
  const earlier = earlierCase(today);
  const by = { authority_id: context.authorityId, id: demoId('sibling link') };
  const [child, sibling] = siblings.map((number) => demoId(`child now-${number}`)).toSorted();
  const coordinator = context.userIds['coordinator'];
  return earlier
    ? [
        ['children', [childRow(context, 'earlier', earlier)]],
        [
          'referrals',
          [
            referralRow(context, 'earlier', earlier, {
              reference: `EIP-${(earlier.submittedOn ?? today).slice(0, 4)}-0905`,
              status: 'withdrawn',
              startedOn: earlier.startedOn,
              changedOn: addDays(earlier.startedOn, 20),
            }),
          ],
        ],
        ['referral_sections', sectionRows(context, 'earlier', earlier, earlier.startedOn)],
        [
          'sibling_links',
          [
            {
              ...by,
              ...{ child_id: child, sibling_id: sibling, reason: 'Both families say so in the referrals' },
              ...{ linked_by: coordinator, linked_at: `${addDays(today, -6)}T11:00:00Z` },
            },
          ],
        ],
        [
          'child_moves',
          [
            {
              ...{ id: demoId('child move'), authority_id: context.authorityId, child_id: demoId('child now-9') },
              ...{ school_id: context.schoolIds[1], moved_on: addDays(today, -3) },
              ...{ recorded_by: coordinator, recorded_at: `${addDays(today, -2)}T11:00:00Z` },
            },
          ],
        ],
      ]
    : [];
}

function earlierCase(today: string): CurrentCase | null {
  const known = currentCases(today).find(({ number }) => number === twice);
  if (!known) return null;
  const { child } = known;
  const body = `${child.upn.slice(1, 12)}B`;
  const submittedOn = addDays(today, -390);
  return {
    ...known,
    child: { ...child, forename: `${child.forename}e`, upn: `${upnCheckLetter(body) ?? 'A'}${body}` },
    school: 3,
    status: 'withdrawn',
    submittedOn,
    startedOn: addDays(submittedOn, -5),
  };
}
