import type { Role } from '@panel/case-rules';

export interface DemoPersonPlan {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly school?: number;
  readonly provider?: string;
  /** A second hat of the same person. */
  readonly also?: { readonly role: Role; readonly school: number };
}

export const councilName = 'Larkshire County Council';

/**
 * One person a role, a second SENCo and provider so that "not yours" can be shown, a second coordinator to share the work,
 * and a head teacher with two hats.
 */
export const demoPeople: readonly DemoPersonPlan[] = [
  { key: 'senco', name: 'Sarah Okafor', role: 'senco', school: 0 },
  { key: 'senco-secondary', name: 'Martin Pell', role: 'senco', school: 17 },
  { key: 'coordinator', name: 'Judith Marsh', role: 'coordinator' },
  { key: 'coordinator-second', name: 'Priya Nair', role: 'coordinator' },
  { key: 'panel-member', name: 'Helen Brightwater', role: 'panel_member', school: 5 },
  { key: 'head-teacher', name: 'Amina Rahman', role: 'panel_member', also: { role: 'senco', school: 0 } },
  { key: 'provider', name: 'Tariq Aziz', role: 'provider', provider: 'Brightpath Therapies' },
  { key: 'provider-semh', name: 'Nia Powell', role: 'provider', provider: 'Harbour Specialist Teaching' },
  { key: 'contract-manager', name: 'Oliver Stead', role: 'contract_manager' },
  { key: 'board-member', name: 'Margaret Lindqvist', role: 'board_member' },
  { key: 'administrator', name: 'Ravi Menon', role: 'administrator' },
  { key: 'dpo', name: 'Catherine Boyle', role: 'data_protection_officer' },
];
