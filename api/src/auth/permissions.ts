import { type Role, ROLES } from '@panel/case-rules';

/**
 * Every permission and the roles that hold it: the one list. A handler names one of these with `@Requires`; what a
 * person may see within it is the business of `visibleTo` in the repositories.
 */
export const permissions = {
  'home:read': [
    'senco',
    'coordinator',
    'panel_member',
    'provider',
    'contract_manager',
    'board_member',
    'administrator',
    'data_protection_officer',
  ],
  'account:manage': [
    'senco',
    'coordinator',
    'panel_member',
    'provider',
    'contract_manager',
    'board_member',
    'administrator',
    'data_protection_officer',
  ],
  'school:list': ['senco', 'coordinator', 'administrator'],
  'linked_sign_in:list': ROLES,
  'linked_sign_in:link': ROLES,
  'linked_sign_in:unlink': ROLES,
  'identity_provider:list': ['administrator'],
  'identity_provider:read': ['administrator'],
  'identity_provider:create': ['administrator'],
  'identity_provider:change': ['administrator'],
  'identity_provider:enable': ['administrator'],
  'identity_provider:disable': ['administrator'],
  'identity_provider:test': ['administrator'],
  'referral:list': ['senco', 'coordinator'],
  'referral:read': ['senco', 'coordinator', 'panel_member'],
  'referral:create': ['senco'],
  'referral:draft': ['senco'],
  'referral:submit': ['senco'],
  'referral:accept': ['coordinator'],
  'referral:return': ['coordinator'],
  'referral:decline': ['coordinator'],
  'referral:withdraw': ['senco', 'coordinator'],
  'referral:ready_for_panel': ['coordinator'],
  'consent:read': ['senco', 'coordinator'],
  'consent:withdraw': ['senco', 'coordinator'],
  'consent:give': ['senco', 'coordinator'],
  'document:list': ['senco', 'coordinator'],
  'document:upload': ['senco', 'coordinator'],
  'document:download': ['senco', 'coordinator'],
  'document:remove': ['senco', 'coordinator'],
  'assessment:create': ['coordinator'],
  'assessment:read': ['coordinator', 'panel_member'],
  'panel:list': ['coordinator', 'panel_member'],
  'panel:read': ['coordinator', 'panel_member'],
  'panel:plan': ['coordinator'],
  'panel:run': ['coordinator'],
  'panel:decide': ['coordinator'],
  'contract:list': ['coordinator', 'contract_manager'],
  'contract:read': ['coordinator', 'contract_manager'],
  'allocation:list': ['coordinator', 'provider'],
  'allocation:read': ['coordinator', 'provider'],
  'allocation:accept': ['provider'],
  'allocation:decline': ['provider'],
  'allocation:deliver': ['provider'],
  'review:create': ['coordinator'],
  'review:read': ['coordinator'],
  'ehc_facts:read': ['coordinator'],
  'ehc_facts:record': ['coordinator'],
  'rate_card:list': ['coordinator', 'administrator'],
  'rate_card:create': ['administrator'],
  'analysis:list': ['coordinator'],
  'analysis:read': ['coordinator'],
  'analysis:start': ['coordinator'],
  'analysis:cancel': ['coordinator'],
  'analysis:lines': ['coordinator'],
  'analysis:reconcile': ['coordinator'],
  'report:list': ['coordinator', 'board_member'],
  'report:read': ['coordinator', 'board_member'],
  'report:draft': ['coordinator'],
  'report:approve': ['board_member'],
  'report:publish': ['coordinator'],
  'access_request:read': ['data_protection_officer'],
  'access_request:log': ['data_protection_officer'],
  'access_request:time': ['data_protection_officer'],
  'access_request:close': ['data_protection_officer'],
  'access_request:prepare': ['data_protection_officer'],
  'access_request:review': ['data_protection_officer'],
  'access_request:release': ['data_protection_officer'],
  'access_request:download': ['data_protection_officer'],
  'retention:read': ['data_protection_officer', 'administrator'],
  'retention:set': ['data_protection_officer', 'administrator'],
  'retention:preview': ['data_protection_officer'],
  'destruction:list': ['data_protection_officer', 'administrator'],
  'legal_hold:list': ['data_protection_officer'],
  'legal_hold:place': ['data_protection_officer'],
  'legal_hold:lift': ['data_protection_officer'],
  'audit:read': ['data_protection_officer'],
  'audit:export': ['data_protection_officer'],
  'emergency_access:start': ['administrator', 'data_protection_officer'],
  'emergency_access:list': ['coordinator', 'administrator', 'data_protection_officer'],
  'emergency_access:end': ['coordinator', 'administrator', 'data_protection_officer'],
  'emergency_access:review': ['coordinator', 'data_protection_officer'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof permissions;

const entries: readonly [string, readonly Role[]][] = Object.entries(permissions);

export function isPermission(value: string): value is Permission {
  return value in permissions;
}

/** What these roles together may do. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return entries.flatMap(([name, holders]) =>
    isPermission(name) && holders.some((role) => roles.includes(role)) ? [name] : [],
  );
}
