/** What mail is about. Each feature adds its own. */
export const mailKinds = [
  'emergency_access',
  'audit_verified',
  'invitation',
  'roles_changed',
  'account_changed',
  'account_closed',
  'account_opened',
  'password_reset',
  'password_changed',
  'email_change',
  'email_changed',
  'new_device',
  'sign_in_methods_changed',
  'recovery_code_used',
  'sign_in_linked',
  'sign_in_unlinked',
  'draft_expiring',
  'referral_amended',
  'case_news',
  'daily_summary',
  'sign_off_asked',
  'sign_off_code',
  'sign_off_done',
  'sign_off_answered',
] as const;

export type MailKind = (typeof mailKinds)[number];
