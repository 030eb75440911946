import type { AgencyReport, Consultation, SupportHistory } from '@panel/api-client';
import {
  AGENCIES,
  agencyLabel,
  CONSULTATION_TIMES,
  consultationTimeLabel,
  inTimeOrder,
  type SupportEntry,
} from '@panel/case-rules';
import { dayNumber } from '@panel/reference';
import type { TimelineSpan } from '@panel/charts';
import { dayText, type Option } from '@panel/ui';

export const agencyOptions: readonly Option[] = [
  { value: '', text: 'Choose an agency' },
  ...AGENCIES.map((value) => ({ value, text: agencyLabel(value) })),
];

export const consultationTimes: readonly Option[] = CONSULTATION_TIMES.map((value) => ({
  value,
  text: consultationTimeLabel(value),
}));

const kindNames = { cycle: 'Support of the school', consultation: 'Consultation', report: 'Report' } as const;
const seriesOf = { cycle: 0, consultation: 1, report: 2 } as const;

/** Everything that was done or asked, by time: the school's own words and what was recorded since. */
export function supportEntries(history: SupportHistory): readonly SupportEntry[] {
  return inTimeOrder([
    ...history.ofReferral,
    ...history.consultations.map(entryOfConsultation),
    ...history.reports.map(entryOfReport),
  ]);
}

function entryOfConsultation({ heldOn, teacherName, asked, advice }: Consultation): SupportEntry {
  const title = `${teacherName}, ${consultationTimeLabel(asked).toLowerCase()}`;
  return { kind: 'consultation', title, detail: advice, from: heldOn, to: null };
}

function entryOfReport({ reportedOn, agency, title, summary }: AgencyReport): SupportEntry {
  return { kind: 'report', title: `${agencyLabel(agency)}: ${title}`, detail: summary, from: reportedOn, to: null };
}

export function kindName({ kind }: SupportEntry): string {
  return kindNames[kind];
}

/** "8 January 2026 to 20 March 2026", "4 May 2026". */
export function daysText({ from, to }: SupportEntry): string {
  return to === null || to === from ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
}

const longestLabel = 70;

/** As the chart draws them. A long text of a school is cut there; the table has the whole of it. */
export function spansOf(entries: readonly SupportEntry[]): readonly TimelineSpan[] {
  return entries.map((entry) => {
    const title = entry.title.length > longestLabel ? `${entry.title.slice(0, longestLabel - 1)}…` : entry.title;
    const from = dayNumber(entry.from);
    return {
      label: `${kindNames[entry.kind]}: ${title}`,
      from,
      to: entry.to === null ? from : dayNumber(entry.to),
      formatted: daysText(entry),
      series: seriesOf[entry.kind],
    };
  });
}

/** The message of the figure: how much was done, and since when. */
export function supportHeadline(entries: readonly SupportEntry[]): string {
  const count = (kind: SupportEntry['kind'], one: string, many: string): string => {
    const number = entries.filter((entry) => entry.kind === kind).length;
    return `${number} ${number === 1 ? one : many}`;
  };
  const parts = [
    count('cycle', 'cycle of support', 'cycles of support'),
    count('consultation', 'consultation', 'consultations'),
    count('report', 'report', 'reports'),
  ];
  const [first] = entries;
  return `${parts[0] ?? ''}, ${parts[1] ?? ''} and ${parts[2] ?? ''}${first ? ` since ${dayText(first.from)}` : ''}`;
}
