/** The audit events that belong on a case's timeline, in the words of the case. Views and every save stay in the audit. */
const summaries: Readonly<Record<string, string>> = {
  'referral.created_on_behalf': 'Referral started by the council for the school',
  'referral.created': 'Referral started',
  'referral.submitted': 'Referral submitted',
  'referral.accepted': 'Referral accepted',
  'referral.returned': 'Referral returned to the school',
  'referral.declined': 'Referral declined',
  'referral.withdrawn': 'Referral withdrawn',
  'sign_off.asked': 'Head teacher asked to sign off',
  'sign_off.reminded': 'Head teacher reminded to sign off',
  'sign_off.expired': 'Request to sign off expired without an answer',
  'sign_off.signed': 'Signed off by the head teacher',
  'sign_off.sent_back': 'Sent back by the head teacher',
  'referral.amended': 'Referral amended',
  'referral.reopened': 'Referral reopened',
  'referral.assigned': 'Assigned to a coordinator',
  'referral.unassigned': 'No longer assigned',
  'referral.marked_urgent': 'Marked urgent',
  'referral.unmarked_urgent': 'No longer urgent',
  'consent.withdrawn': 'Family withdrew its agreement to share',
  'consent.expired': 'The family’s agreement to share ended',
  'consent.given': 'Family agreed to share',
  'document.uploaded': 'Document added',
  'document.replaced': 'Document replaced by a new version',
  'document.removed': 'Document removed',
  'document.scan_infected': 'Virus found in a document',
  'correction.accepted': 'A fact of the child was corrected',
  'correction.refused': 'A correction was refused',
  'assessment.created': 'Risk assessed',
  'consultation.recorded': 'Consultation of a specialist teacher recorded',
  'consultation.changed': 'Consultation of a specialist teacher changed',
  'agency_report.recorded': 'Report of another agency recorded',
  'agency_report.changed': 'Report of another agency changed',
  'note.written': 'Note written',
  'note.written_by_provider': 'Note written by the provider of the support',
  'note.corrected': 'Note corrected',
  'case_task.created': 'Task given',
  'case_task.changed': 'Task changed',
  'case_task.completed': 'Task done',
  'case_task.reopened': 'Task opened again',
  'referral.ready_for_panel': 'Ready for panel',
  'panel.case_added': 'Put on a panel agenda',
  'panel.case_removed': 'Taken off a panel agenda',
  'panel.decision_recorded': 'Panel decision recorded',
  'allocation.approved': 'Support allocated',
  'allocation.accepted': 'Provider accepted the allocation',
  'allocation.declined_by_provider': 'Provider declined the allocation',
  'allocation.session_recorded': 'Session recorded',
  'allocation.completed': 'Delivery completed',
  'review.created': 'Reviewed',
  'ehc_facts.recorded': 'EHC needs assessment facts recorded',
  'referral.closed': 'Case closed',
};

/** The names of the events that a timeline tells. */
export const referralEventNames: readonly string[] = Object.keys(summaries);

export function describeReferralEvent(event: string, detail: Readonly<Record<string, unknown>>): string | null {
  const summary = summaries[event];
  if (summary === undefined) return null;
  const what = detail['what'];
  return typeof what === 'string' ? `${summary}: ${what}` : summary;
}
