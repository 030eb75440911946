/** The roles of the product; a person may hold several, each for one organisation or for the authority. */
export const ROLES = [
  'senco',
  'coordinator',
  'panel_member',
  'provider',
  'contract_manager',
  'board_member',
  'administrator',
  'data_protection_officer',
] as const;
export type Role = (typeof ROLES)[number];

const LABELS: Readonly<Record<Role, string>> = {
  senco: 'SENCo',
  coordinator: 'Coordinator',
  panel_member: 'Panel member',
  provider: 'Provider',
  contract_manager: 'Contract manager',
  board_member: 'Board member',
  administrator: 'Administrator',
  data_protection_officer: 'Data protection officer',
};

/** The name of a role as people see it. */
export function roleLabel(role: Role): string {
  return LABELS[role];
}

/** Whether a text is a role. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
