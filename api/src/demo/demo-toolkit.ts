import { addDays } from '@panel/reference';

import { demoId } from './demo-ids.js';
import type { DemoContext } from './demo-rows.js';
import { demoResources } from './demo-toolkit-texts.js';

/** The toolkit of the invented authority, in the order in which it was written. */
export function toolkitRows(context: DemoContext, today: string): Record<string, unknown>[] {
  return demoResources.map(({ title, summary, paragraphs, needs, phases, reasons }, index) => ({
    id: resourceId(title),
    authority_id: context.authorityId,
    title,
    summary,
    body: paragraphs.join('\n\n'),
    needs,
    phases,
    decline_reasons: reasons,
    links: [],
    valid_from: addDays(today, -400 + index),
    valid_to: null,
    changed_by: context.userIds['coordinator'],
    changed_at: `${addDays(today, -400 + index)}T11:00:00Z`,
  }));
}

/** Which pages the declined case of the demo points to. */
export function signpostRows(context: DemoContext, caseId: string): Record<string, unknown>[] {
  return demoResources
    .filter(({ reasons }) => reasons.includes('graduated_response_not_shown'))
    .slice(0, 2)
    .map(({ title }, index) => ({
      referral_id: demoId(`referral ${caseId}`),
      resource_id: resourceId(title),
      authority_id: context.authorityId,
      position: index + 1,
    }));
}

/** What was asked when the returned case of the demo went back: one is answered, one is not. */
export function returnItemRows(context: DemoContext, caseId: string, askedOn: string): Record<string, unknown>[] {
  const asked = {
    authority_id: context.authorityId,
    referral_id: demoId(`referral ${caseId}`),
    round: 1,
    asked_by: context.userIds['coordinator'],
    asked_at: `${askedOn}T15:00:00Z`,
    asked_of_version: 1,
  };
  return [
    {
      ...asked,
      id: demoId(`return item ${caseId} 1`),
      position: 1,
      section: 'consent',
      field: 'agreedOn',
      question: 'On which day did the parents agree? The date is after the submission.',
      answer: 'Put right: it was the Monday before.',
      answered_by: context.userIds['senco'],
      answered_at: `${addDays(askedOn, 1)}T11:00:00Z`,
    },
    {
      ...asked,
      id: demoId(`return item ${caseId} 2`),
      position: 2,
      section: 'graduatedResponse',
      field: 'cycles',
      question: 'What changed after the second cycle? Please say how often and for how long.',
      answer: '',
      answered_by: null,
      answered_at: null,
    },
  ];
}

function resourceId(title: string): string {
  return demoId(`toolkit ${title}`);
}
