import { type IsoDate } from '@panel/reference';
import { REFERRAL_SECTIONS, type ReferralAnswers, type ReferralSection } from './answers/sections.js';
import { attendanceGaps } from './gaps/attendance-gaps.js';
import { consentGaps } from './gaps/consent-gaps.js';
import { familyGaps } from './gaps/family-gaps.js';
import { flagsGaps } from './gaps/flags-gaps.js';
import { formatGaps } from './gaps/format-gaps.js';
import { type ReferralGap } from './gaps/gap.js';
import { graduatedResponseGaps } from './gaps/graduated-response-gaps.js';
import { lengthGaps } from './gaps/length-gaps.js';
import { listGaps } from './gaps/list-gaps.js';
import { measuresGaps } from './gaps/measures-gaps.js';
import { needsGaps } from './gaps/needs-gaps.js';
import { pupilGaps } from './gaps/pupil-gaps.js';
import { requestGaps } from './gaps/request-gaps.js';
import { voiceGaps } from './gaps/voice-gaps.js';

/**
 * Everything that a referral still needs before it can be submitted, in the order of the form; empty when it is complete.
 * One field can have only one gap, so that an error summary has one line for it.
 */
export function findReferralGaps(answers: ReferralAnswers, today: IsoDate): readonly ReferralGap[] {
  const all = [
    ...pupilGaps(answers.pupil, today),
    ...familyGaps(answers.family),
    ...consentGaps(answers.consent, today),
    ...needsGaps(answers.needs),
    ...flagsGaps(answers.flags),
    ...attendanceGaps(answers.attendance),
    ...graduatedResponseGaps(answers.graduatedResponse, today),
    ...measuresGaps(answers.measures),
    ...voiceGaps(answers.voice),
    ...requestGaps(answers.request),
    ...formatGaps(answers, today),
    ...listGaps(answers),
    ...lengthGaps(answers),
  ];
  const seen = new Set<string>();
  return REFERRAL_SECTIONS.flatMap((section) =>
    all.filter((gap) => {
      if (gap.section !== section || seen.has(gap.pointer)) return false;
      seen.add(gap.pointer);
      return true;
    }),
  );
}

/** Whether a section has no gap, for the task list. */
export function isSectionComplete(section: ReferralSection, gaps: readonly ReferralGap[]): boolean {
  return gaps.every((gap) => gap.section !== section);
}
