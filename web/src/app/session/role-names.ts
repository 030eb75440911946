import type { Role } from './session-contract.js';

/** The roles in the words of the glossary. */
export const roleNames: Readonly<Record<Role, string>> = {
  senco: 'SENCo',
  coordinator: 'Coordinator',
  panel_member: 'Panel member',
  provider: 'Provider',
  contract_manager: 'Contract manager',
  board_member: 'Board member',
  administrator: 'Administrator',
  data_protection_officer: 'Data protection officer',
};
