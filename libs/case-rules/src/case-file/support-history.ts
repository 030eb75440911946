import { isIsoDate, type IsoDate, readTypedDate } from '@panel/reference';

/** Whether a specialist teacher was asked before the school referred the child, or while the case went on. */
export const CONSULTATION_TIMES = ['before_referral', 'during_case'] as const;
export type ConsultationTime = (typeof CONSULTATION_TIMES)[number];

const TIME_LABELS: Readonly<Record<ConsultationTime, string>> = {
  before_referral: 'Before the referral',
  during_case: 'While the case goes on',
};

export function consultationTimeLabel(time: ConsultationTime): string {
  return TIME_LABELS[time];
}

/** Who writes reports about a child besides school and council. */
export const AGENCIES = [
  'educational_psychology',
  'speech_and_language_therapy',
  'occupational_therapy',
  'camhs',
  'community_paediatrics',
  'social_care',
  'early_help',
  'other',
] as const;
export type Agency = (typeof AGENCIES)[number];

const AGENCY_LABELS: Readonly<Record<Agency, string>> = {
  educational_psychology: 'Educational psychology',
  speech_and_language_therapy: 'Speech and language therapy',
  occupational_therapy: 'Occupational therapy',
  camhs: 'Child and adolescent mental health service (CAMHS)',
  community_paediatrics: 'Community paediatrics',
  social_care: 'Children’s social care',
  early_help: 'Early help',
  other: 'Another agency',
};

export function agencyLabel(agency: Agency): string {
  return AGENCY_LABELS[agency];
}

/** What was done for a child and who was asked, each at its time. */
export interface SupportEntry {
  readonly kind: 'cycle' | 'consultation' | 'report';
  readonly title: string;
  readonly detail: string;
  readonly from: IsoDate;
  /** Null where it is one day, or where it goes on. */
  readonly to: IsoDate | null;
}

/**
 * What the school wrote of its support in the graduated response: cycles with a start, a specialist teacher it consulted, and
 * agencies with the date of their report. Reads stored answers of any version; what has no readable date is left out, as it
 * has no place in time.
 */
export function supportOfReferral(graduatedResponse: unknown): readonly SupportEntry[] {
  const cycles = listAt(graduatedResponse, 'cycles').flatMap((cycle): SupportEntry[] => {
    const from = dateAt(cycle, 'startedOn');
    const title = textAt(cycle, 'strategy');
    if (from === null || title === '') return [];
    const to = dateAt(cycle, 'endedOn');
    return [
      { kind: 'cycle', title, detail: textAt(cycle, 'whatChanged'), from, to: to !== null && to >= from ? to : null },
    ];
  });
  const consultedOn = dateAt(graduatedResponse, 'teacherConsultedOn');
  const consultations: SupportEntry[] =
    consultedOn === null
      ? []
      : [
          {
            kind: 'consultation',
            title: 'Specialist teacher',
            detail: textAt(graduatedResponse, 'teacherAdvice'),
            from: consultedOn,
            to: null,
          },
        ];
  const reports = listAt(graduatedResponse, 'agencies').flatMap((entry): SupportEntry[] => {
    const from = dateAt(entry, 'reportedOn');
    const title = textAt(entry, 'agency');
    return from === null || title === ''
      ? []
      : [{ kind: 'report', title, detail: textAt(entry, 'advice'), from, to: null }];
  });
  return [...cycles, ...consultations, ...reports];
}

/** By when they begin; of the same day what lasts longer first, so that the same entries always stand in the same order. */
export function inTimeOrder<Entry extends SupportEntry>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(
    (a, b) =>
      a.from.localeCompare(b.from) ||
      (b.to ?? b.from).localeCompare(a.to ?? a.from) ||
      a.title.localeCompare(b.title) ||
      a.detail.localeCompare(b.detail),
  );
}

function valueAt(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = valueAt(value, name);
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, name: string): string {
  const text = valueAt(value, name);
  return typeof text === 'string' ? text.trim() : '';
}

/** A date as it was typed (`2026-9-3`) or stored. */
function dateAt(value: unknown, name: string): IsoDate | null {
  const text = textAt(value, name);
  if (isIsoDate(text)) return text;
  const typed = readTypedDate(text);
  return typed.kind === 'date' ? typed.date : null;
}
