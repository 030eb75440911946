/** Why somebody opens a case that is not theirs to open. */
export const emergencyReasons = [
  'safeguarding',
  'access_request',
  'complaint',
  'data_breach',
  'legal_duty',
  'other',
] as const;

export const emergencyEnds = ['by_hand', 'expired', 'session_ended'] as const;
export type EmergencyEnd = (typeof emergencyEnds)[number];

export const emergencyOutcomes = ['justified', 'not_justified'] as const;
