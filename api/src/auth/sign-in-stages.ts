/** How far a sign-in has come. Only an open session lets anybody do anything but sign in. */
export const sessionStages = ['second_factor', 'enrolment', 'open'] as const;
export type SessionStage = (typeof sessionStages)[number];

/** What a person has shown in this session, as the API and the audit name it. */
export const proofs = [
  'password',
  'invitation',
  'single_sign_on',
  /** One click, in a demonstration only. */
  'demo',
  'app_code',
  'passkey',
  'recovery_code',
  /** The second factor was asked for by whoever signs people in for us. */
  'external_second_factor',
  'external_phishing_resistant',
] as const;
export type Proof = (typeof proofs)[number];

export const secondFactors = ['passkey', 'app_code', 'recovery_code'] as const;
export type SecondFactor = (typeof secondFactors)[number];

/** What a person could show, and what is asked of them. */
export interface Standing {
  readonly hasApp: boolean;
  readonly passkeyCount: number;
  readonly recoveryCodesLeft: number;
  /** Their role asks for a factor that a false page cannot pass on. */
  readonly needsPasskey: boolean;
}

const resistant: readonly Proof[] = ['passkey', 'external_phishing_resistant'];
const second: readonly Proof[] = [...resistant, 'app_code', 'recovery_code', 'external_second_factor'];

/** Where a session stands after these proofs. */
export function stageAfter(shown: readonly Proof[], standing: Standing): SessionStage {
  if (shown.includes('demo')) return 'open';
  if (shown.some((proof) => resistant.includes(proof))) return 'open';
  if (shown.some((proof) => second.includes(proof))) {
    if (!standing.needsPasskey) return 'open';
    // A code can be passed on by a false page. It opens the way to a first passkey, or after a loss, never round one.
    return standing.passkeyCount === 0 || shown.includes('recovery_code') ? 'enrolment' : 'second_factor';
  }
  return standing.hasApp || standing.passkeyCount > 0 ? 'second_factor' : 'enrolment';
}

/** The second factors that may be asked for, the best first. */
export function offeredFactors(standing: Standing): SecondFactor[] {
  const mayUseApp = standing.hasApp && !(standing.needsPasskey && standing.passkeyCount > 0);
  return [
    ...(standing.passkeyCount > 0 ? (['passkey'] as const) : []),
    ...(mayUseApp ? (['app_code'] as const) : []),
    ...(standing.recoveryCodesLeft > 0 ? (['recovery_code'] as const) : []),
  ];
}
