import { addDays, addWorkingDays, subtractWorkingDays } from '@panel/reference';

import type { CurrentCase } from './demo-current-year.js';
import { demoId } from './demo-ids.js';
import type { DemoTable } from './demo.repository.js';
import type { DemoContext } from './demo-rows.js';

type Row = Record<string, unknown>;

interface DemoNote {
  readonly number: number;
  readonly daysAgo: number;
  readonly by: 'coordinator' | 'senco';
  readonly visibility: string;
  readonly text: string;
}

interface DemoTask {
  readonly number: number;
  readonly title: string;
  readonly dueOn: string;
  readonly role: 'coordinator' | 'senco' | 'provider';
  readonly provider?: string;
  readonly user?: 'coordinator';
  readonly doneDaysAgo?: number;
}

/** Notes for each circle of readers; tasks for each role, done, to do and overdue; consultations and reports. */
export function caseFileRows(
  context: DemoContext,
  cases: readonly CurrentCase[],
  today: string,
): [table: DemoTable, rows: readonly Row[]][] {
  const atNoon = (daysAgo: number): string => `${addDays(today, -daysAgo)}T11:00:00Z`;
  const first = (status: string, school?: number): number =>
    cases.find((item) => item.status === status && (school === undefined || item.school === school))?.number ?? 0;
  const assessed = first('assessed');
  const accepted = first('accepted');
  const delivered = first('in_delivery', 0);

  const notes: readonly DemoNote[] = [
    {
      number: assessed,
      daysAgo: 6,
      by: 'coordinator',
      visibility: 'council',
      text: 'The educational psychologist knows the family. Ask her before the panel whether a joint visit would help.',
    },
    {
      number: assessed,
      daysAgo: 5,
      by: 'coordinator',
      visibility: 'council_and_school',
      text: 'Spoke to the SENCo: the second cycle ends next week. The school will add what changed.',
    },
    {
      number: delivered,
      daysAgo: 9,
      by: 'senco',
      visibility: 'everybody',
      text: 'Tuesday mornings work best. Please sign in at the main office and ask for the quiet room.',
    },
    {
      number: delivered,
      daysAgo: 4,
      by: 'coordinator',
      visibility: 'council_and_school',
      text: 'Attendance has gone up since the support began. Review date agreed with the school.',
    },
  ];
  const tasks: readonly DemoTask[] = [
    {
      number: accepted,
      title: 'Ask the school for the speech and language report',
      dueOn: subtractWorkingDays(today, 2),
      role: 'coordinator',
      user: 'coordinator',
    },
    {
      number: assessed,
      title: 'Ring the educational psychologist',
      dueOn: addWorkingDays(today, 3),
      role: 'coordinator',
    },
    {
      number: delivered,
      title: 'Send the attendance of this half term',
      dueOn: addWorkingDays(today, 5),
      role: 'senco',
    },
    {
      number: delivered,
      title: 'Agree dates for the next six sessions with the school',
      dueOn: addWorkingDays(today, 2),
      role: 'provider',
      provider: providerOf(cases, delivered),
    },
    {
      number: delivered,
      title: 'Tell the family who comes and when',
      dueOn: addWorkingDays(addDays(today, -12), 1),
      role: 'senco',
      doneDaysAgo: 11,
    },
  ];
  const recorded = (number: number, daysAgo: number) => ({
    authority_id: context.authorityId,
    referral_id: demoId(`referral now-${number}`),
    version: 1,
    recorded_by: context.userIds['coordinator'],
    recorded_at: atNoon(daysAgo),
  });
  return [
    [
      'consultations',
      [accepted, assessed, delivered].map((number, index) => ({
        ...recorded(number, 20 - index),
        id: demoId(`consultation ${index}`),
        held_on: addDays(today, -(80 + 7 * index)),
        teacher_name: 'Bethan Rees',
        asked: 'before_referral',
        advice:
          'A calm start of the day with one adult, a visual timetable, and movement breaks before they are needed.',
        // The first one was put right once, with what it said before.
        version: index === 0 ? 2 : 1,
      })),
    ],
    [
      'earlier_consultations',
      [
        {
          authority_id: context.authorityId,
          consultation_id: demoId('consultation 0'),
          number: 1,
          held_on: addDays(today, -81),
          teacher_name: 'Bethan Rees',
          asked: 'before_referral',
          advice: 'A calm start of the day with one adult.',
          replaced_by: context.userIds['coordinator'],
          replaced_at: atNoon(19),
        },
      ],
    ],
    [
      'agency_reports',
      [accepted, assessed].map((number, index) => ({
        ...recorded(number, 18 - index),
        id: demoId(`agency report ${index}`),
        reported_on: addDays(today, -(60 + 5 * index)),
        agency: index === 0 ? 'speech_and_language_therapy' : 'educational_psychology',
        title: index === 0 ? 'Assessment of language' : 'Advice after a visit to the school',
        summary: 'Understands less than the child says; instructions in short steps help.',
        document_id: null,
      })),
    ],
    [
      'notes',
      notes.map((note, index) => ({
        id: demoId(`note ${index}`),
        authority_id: context.authorityId,
        referral_id: demoId(`referral now-${note.number}`),
        version: 1,
        written_by: context.userIds[note.by],
        written_at: atNoon(note.daysAgo),
      })),
    ],
    [
      'note_versions',
      notes.map((note, index) => ({
        authority_id: context.authorityId,
        note_id: demoId(`note ${index}`),
        number: 1,
        visibility: note.visibility,
        text: note.text,
        written_at: atNoon(note.daysAgo),
      })),
    ],
    [
      'case_tasks',
      tasks.map(({ number, title, dueOn, role, provider, user, doneDaysAgo }, index) => ({
        id: demoId(`case task ${index}`),
        authority_id: context.authorityId,
        referral_id: demoId(`referral now-${number}`),
        version: 1,
        title,
        detail: '',
        due_on: dueOn,
        assigned_role: role,
        assigned_provider_id: provider === undefined ? null : demoId(`provider ${provider}`),
        assigned_user_id: user === undefined ? null : context.userIds[user],
        created_by: context.userIds['coordinator'],
        created_at: atNoon(13),
        done_by: doneDaysAgo === undefined ? null : context.userIds['senco'],
        done_at: doneDaysAgo === undefined ? null : atNoon(doneDaysAgo),
      })),
    ],
  ];
}

/** Decided cases get their support from two contracts by turns, in the order in which the demo allocates. */
function providerOf(cases: readonly CurrentCase[], number: number): string {
  const decided = cases.filter(({ status }) => status === 'decided' || status === 'in_delivery');
  const isFirstOfTwo = decided.findIndex((item) => item.number === number) % 2 === 0;
  return isFirstOfTwo ? 'Brightpath Therapies' : 'Harbour Specialist Teaching';
}
