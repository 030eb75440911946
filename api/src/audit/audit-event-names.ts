/** Everything that is audited. `thing.happened`, with the verb of the route and the permission. */
export const auditEvents = [
  'session.signed_in',
  'session.signed_out',
  'session.sign_in_refused',
  'access.refused',
  'request.repeated',
  'session.confirmed',
  'identity_provider.created',
  'identity_provider.changed',
  'identity_provider.enabled',
  'identity_provider.disabled',
  'identity_provider.tested',
  'referral.created',
  'referral.section_saved',
  'referral.viewed',
  'referral.timeline_viewed',
  'referral.searched',
  'referral.submitted',
  'referral.accepted',
  'referral.returned',
  'referral.declined',
  'referral.withdrawn',
  'referral.ready_for_panel',
  'referral.decided',
  'referral.in_delivery',
  'referral.in_review',
  'referral.closed',
  'consent.viewed',
  'consent.withdrawn',
  'consent.given',
  'document.listed',
  'document.uploaded',
  'document.replaced',
  'document.removed',
  'document.downloaded',
  'document.scan_clean',
  'document.scan_infected',
  'document.scan_failed',
  'assessment.created',
  'assessment.viewed',
  'panel.planned',
  'panel.viewed',
  'panel.ready_cases_viewed',
  'panel.case_added',
  'panel.case_removed',
  'panel.case_moved',
  'panel.papers_published',
  'panel.started',
  'panel.closed',
  'panel.decision_recorded',
  'allocation.approved',
  'allocation.viewed',
  'allocation.accepted',
  'allocation.declined_by_provider',
  'allocation.session_recorded',
  'allocation.completed',
  'review.created',
  'review.viewed',
  'ehc_facts.recorded',
  'ehc_facts.viewed',
  'rate_card.created',
  'analysis.viewed',
  'analysis.started',
  'analysis.succeeded',
  'analysis.failed',
  'analysis.cancelled',
  'analysis.lines_viewed',
  'analysis.reconciled',
  'report.drafted',
  'report.viewed',
  'report.approved',
  'report.published',
  'audit.viewed',
  'audit.event_viewed',
  'audit.exported',
  'audit.verified',
  'emergency_access.started',
  'emergency_access.ended',
  'emergency_access.reviewed',
  'emergency_access.listed',
] as const;

export type AuditEventName = (typeof auditEvents)[number];

export type AuditSubject =
  | 'user'
  | 'identity_provider'
  | 'child'
  | 'referral'
  | 'panel'
  | 'allocation'
  | 'contract'
  | 'rate_card'
  | 'analysis'
  | 'report'
  | 'emergency_access'
  | 'route'
  | 'audit';
