import type { AuditEventName } from '../audit/audit-event-names.js';

/** A thing of a case that a form may be about. */
export type FormThing = 'notes' | 'case_tasks' | 'consultations' | 'agency_reports' | 'documents';

interface CaseFormRule {
  /** The table of what it is about; null: the case, or the allocation, itself. */
  readonly about: FormThing | null;
  /** What says that it was sent. */
  readonly sentBy: readonly AuditEventName[];
  /** Where the detail of that event names the thing. */
  readonly idIn?: string;
}

const rules = {
  write_note: { about: null, sentBy: ['note.written'] },
  correct_note: { about: 'notes', sentBy: ['note.corrected'], idIn: 'noteId' },
  create_case_task: { about: null, sentBy: ['case_task.created'] },
  change_case_task: { about: 'case_tasks', sentBy: ['case_task.changed'], idIn: 'caseTaskId' },
  record_consultation: { about: null, sentBy: ['consultation.recorded'] },
  change_consultation: { about: 'consultations', sentBy: ['consultation.changed'], idIn: 'consultationId' },
  record_agency_report: { about: null, sentBy: ['agency_report.recorded'] },
  change_agency_report: { about: 'agency_reports', sentBy: ['agency_report.changed'], idIn: 'agencyReportId' },
  return_referral: { about: null, sentBy: ['referral.returned'] },
  decline_referral: { about: null, sentBy: ['referral.declined'] },
  withdraw_referral: { about: null, sentBy: ['referral.withdrawn'] },
  reopen_referral: { about: null, sentBy: ['referral.reopened'] },
  amend_referral: { about: null, sentBy: ['referral.amendment_started'] },
  create_review: { about: null, sentBy: ['review.created'] },
  decide_correction: { about: null, sentBy: ['correction.accepted', 'correction.refused'] },
  withdraw_consent: { about: null, sentBy: ['consent.withdrawn'] },
  give_consent: { about: null, sentBy: ['consent.given'] },
  remove_document: { about: 'documents', sentBy: ['document.removed'], idIn: 'documentId' },
  write_note_of_allocation: { about: null, sentBy: ['note.written_by_provider'], idIn: 'allocationId' },
  record_session: { about: null, sentBy: ['allocation.session_recorded'] },
  decline_allocation: { about: null, sentBy: ['allocation.declined_by_provider'] },
} as const satisfies Readonly<Record<string, CaseFormRule>>;

export type CaseForm = keyof typeof rules;

/** The forms in which a provider writes; it knows the allocation, not the case. */
export const ALLOCATION_FORMS = [
  'write_note_of_allocation',
  'record_session',
  'decline_allocation',
] as const satisfies readonly CaseForm[];

export type AllocationForm = (typeof ALLOCATION_FORMS)[number];
export type ReferralForm = Exclude<CaseForm, AllocationForm>;

const all: readonly [string, CaseFormRule][] = Object.entries(rules);

export const REFERRAL_FORMS: readonly ReferralForm[] = all.map(([form]) => form).filter(isReferralForm);

export function isReferralForm(form: string): form is ReferralForm {
  return Object.hasOwn(rules, form) && !isAllocationForm(form);
}

export function isAllocationForm(form: string): form is AllocationForm {
  return ALLOCATION_FORMS.some((each) => each === form);
}

/** What a form is about: a thing of the case, or null for the case itself. */
export function thingOf(form: CaseForm): FormThing | null {
  return rules[form].about;
}

export interface SentForm {
  readonly form: string;
  readonly subjectId: string;
}

/** The forms that an event says were sent, each with what it was about. */
export function formsSentBy(event: {
  readonly event: AuditEventName;
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}): SentForm[] {
  return all.flatMap(([form, { sentBy, idIn }]) => {
    if (!sentBy.includes(event.event)) return [];
    const subjectId = idIn === undefined ? event.subjectId : event.detail[idIn];
    return typeof subjectId === 'string' ? [{ form, subjectId }] : [];
  });
}
