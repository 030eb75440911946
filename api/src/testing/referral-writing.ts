import { REFERRAL_SECTIONS, type ReferralAnswers } from '@panel/case-rules';

import type { Person } from './panel-casework.js';

/** A draft of the SENCo's school in which every section is written. */
export async function writeReferral(senco: Person, schoolId: string, answers: ReferralAnswers): Promise<string> {
  const { body } = await senco.create('/referrals', { schoolId });
  await writeSections(senco, body.id, answers);
  return body.id;
}

/** The SENCo, who is the head teacher of a small school, signs it off. */
export async function signReferral(senco: Person, referralId: string): Promise<void> {
  const { version } = (await senco.get(`/referrals/${referralId}`)).body;
  const body = { role: 'Head teacher', hasConfirmed: true };
  const signed = await senco.change(`/referrals/${referralId}/sign-offs/sign`, version, body);
  if (signed.status !== 200) throw new Error(`signing: ${signed.status} ${JSON.stringify(signed.body)}`);
}

/** Writes these sections over what is there. */
export async function writeSections(
  person: Person,
  referralId: string,
  answers: Partial<ReferralAnswers>,
): Promise<void> {
  const { sections } = (await person.get(`/referrals/${referralId}`)).body;
  for (const section of REFERRAL_SECTIONS) {
    if (!answers[section]) continue;
    const path = `/referrals/${referralId}/sections/${section}`;
    const saved = await person.put(path, answers[section], sections[section].version);
    if (saved.status !== 200) throw new Error(`${path}: ${saved.status} ${JSON.stringify(saved.body)}`);
  }
}
