import type { AuditOptions, ListAuditEventsParams } from '@panel/api-client';
import { AuditEventName } from '@panel/api-client';
import { isRole, roleLabel } from '@panel/case-rules';
import { dayText, type FilterTag } from '@panel/ui';
import { isIsoDate } from '@panel/reference';

/** What the address says of the search: ids, codes and days only, '' where nothing is said. */
export interface AuditConditions {
  readonly actorUserId: string;
  readonly event: string;
  readonly role: string;
  readonly referralId: string;
  readonly childId: string;
  readonly accessId: string;
  readonly from: string;
  readonly to: string;
}

export const NO_AUDIT_CONDITIONS: AuditConditions = {
  actorUserId: '',
  event: '',
  role: '',
  referralId: '',
  childId: '',
  accessId: '',
  from: '',
  to: '',
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isEvent = (event: string): event is AuditEventName =>
  Object.values(AuditEventName).some((known) => known === event);

/** What is asked of the API; what it would refuse is left out, so an old link still shows the trail. */
export function auditParams(conditions: AuditConditions): ListAuditEventsParams {
  const { actorUserId, event, role, referralId, childId, accessId, from, to } = conditions;
  return {
    ...(uuid.test(actorUserId) && { actorUserId }),
    ...(isEvent(event) && { event }),
    ...(isRole(role) && { role }),
    ...(uuid.test(referralId) && { referralId }),
    ...(uuid.test(childId) && { childId }),
    ...(uuid.test(accessId) && { accessId }),
    ...(isIsoDate(from) && { from }),
    ...(isIsoDate(to) && { to }),
  };
}

/** The conditions that hold now, as removable tags. */
export function auditTags(
  conditions: AuditConditions,
  options: AuditOptions | undefined,
  reference: string | undefined,
): readonly FilterTag[] {
  const params = auditParams(conditions);
  const named = (list: readonly { code: string; label: string }[] | undefined, code: string): string =>
    list?.find((option) => option.code === code)?.label ?? 'the one chosen';
  return [
    ...(params.actorUserId
      ? [{ key: 'actorUserId', text: `Person: ${named(options?.people, params.actorUserId)}` }]
      : []),
    ...(params.event ? [{ key: 'event', text: `Event: ${named(options?.events, params.event)}` }] : []),
    ...(params.role ? [{ key: 'role', text: `Role: ${roleLabel(params.role)}` }] : []),
    ...(params.referralId ? [{ key: 'referralId', text: `Case: ${reference ?? 'the one chosen'}` }] : []),
    ...(params.childId ? [{ key: 'childId', text: 'Everything about one child' }] : []),
    ...(params.accessId ? [{ key: 'accessId', text: 'Under one emergency access' }] : []),
    ...(params.from ? [{ key: 'from', text: `From: ${dayText(params.from)}` }] : []),
    ...(params.to ? [{ key: 'to', text: `To: ${dayText(params.to)}` }] : []),
  ];
}
