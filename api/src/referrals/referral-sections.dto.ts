import type { ReferralSection } from '@panel/case-rules';

import { DateOnly, Instant, ListOf, Nested, Text, TextList, Texts, Uuid, WholeNumber } from '../common/fields.js';
import { sectionClass } from './section-class.js';

export class PupilSection extends sectionClass('pupil') {}
export class FamilySection extends sectionClass('family') {}
export class ConsentSection extends sectionClass('consent') {}
export class NeedsSection extends sectionClass('needs') {}
export class FlagsSection extends sectionClass('flags') {}
export class AttendanceSection extends sectionClass('attendance') {}
export class GraduatedResponseSection extends sectionClass('graduatedResponse') {}
export class MeasuresSection extends sectionClass('measures') {}
export class VoiceSection extends sectionClass('voice') {}
export class RequestSection extends sectionClass('request') {}

/** Whose class checks what is sent for a section. */
export const sectionClasses = {
  pupil: PupilSection,
  family: FamilySection,
  consent: ConsentSection,
  needs: NeedsSection,
  flags: FlagsSection,
  attendance: AttendanceSection,
  graduatedResponse: GraduatedResponseSection,
  measures: MeasuresSection,
  voice: VoiceSection,
  request: RequestSection,
} as const satisfies Readonly<Record<ReferralSection, unknown>>;

/** What is missing or wrong before the referral can be submitted, and why it matters. */
export class ReferralGapAnswer {
  @Text({ max: 40 })
  section: string;

  @Text({ max: 200, description: 'JSON pointer into the sections, for example /pupil/upn.' })
  pointer: string;

  @Text({ max: 60 })
  code: string;

  @Text({ max: 500 })
  message: string;

  @Text({ max: 500 })
  why: string;
}

/** Who changed an answer last, and when. Answers that were never changed, or changed before this was kept, are not listed. */
export class AnswerChange {
  @Text({ max: 200, description: 'Path inside the section; entries of lists by their key: cycles/1/strategy.' })
  path: string;

  @Text({ max: 200 })
  byName: string;

  @Instant()
  at: string;
}

/** The child's last referral, from which the answers of a section were copied. */
export class CopiedFrom {
  @Text({ max: 20 })
  reference: string;

  @DateOnly()
  sentOn: string;

  @TextList({ description: 'Answers that still stand as they were copied: upn, cycles/1/strategy.' })
  answers: string[];
}

class SectionState {
  @WholeNumber({ description: '0 until something is saved. Send it as If-Match with the next save.' })
  version: number;

  @Instant({ nullable: true })
  savedAt: string | null;

  @Text({ max: 200, nullable: true })
  savedByName: string | null;

  @ListOf(() => AnswerChange)
  changes: AnswerChange[];

  @Nested(() => CopiedFrom, { nullable: true })
  copiedFrom: CopiedFrom | null;
}

export class SavedPupilSection extends SectionState {
  @Nested(() => PupilSection)
  answers: PupilSection;
}

export class SavedFamilySection extends SectionState {
  @Nested(() => FamilySection)
  answers: FamilySection;
}

export class SavedConsentSection extends SectionState {
  @Nested(() => ConsentSection)
  answers: ConsentSection;
}

export class SavedNeedsSection extends SectionState {
  @Nested(() => NeedsSection)
  answers: NeedsSection;
}

export class SavedFlagsSection extends SectionState {
  @Nested(() => FlagsSection)
  answers: FlagsSection;
}

export class SavedAttendanceSection extends SectionState {
  @Nested(() => AttendanceSection)
  answers: AttendanceSection;
}

export class SavedGraduatedResponseSection extends SectionState {
  @Nested(() => GraduatedResponseSection)
  answers: GraduatedResponseSection;
}

export class SavedMeasuresSection extends SectionState {
  @Nested(() => MeasuresSection)
  answers: MeasuresSection;
}

export class SavedVoiceSection extends SectionState {
  @Nested(() => VoiceSection)
  answers: VoiceSection;
}

export class SavedRequestSection extends SectionState {
  @Nested(() => RequestSection)
  answers: RequestSection;
}

export class ReferralSections {
  @Nested(() => SavedPupilSection)
  pupil: SavedPupilSection;

  @Nested(() => SavedFamilySection)
  family: SavedFamilySection;

  @Nested(() => SavedConsentSection)
  consent: SavedConsentSection;

  @Nested(() => SavedNeedsSection)
  needs: SavedNeedsSection;

  @Nested(() => SavedFlagsSection)
  flags: SavedFlagsSection;

  @Nested(() => SavedAttendanceSection)
  attendance: SavedAttendanceSection;

  @Nested(() => SavedGraduatedResponseSection)
  graduatedResponse: SavedGraduatedResponseSection;

  @Nested(() => SavedMeasuresSection)
  measures: SavedMeasuresSection;

  @Nested(() => SavedVoiceSection)
  voice: SavedVoiceSection;

  @Nested(() => SavedRequestSection)
  request: SavedRequestSection;
}

/** The answer to a save: what the next save must name, and what is still missing. */
export class SavedSection {
  @Uuid()
  referralId: string;

  @Text({ max: 40 })
  section: string;

  @WholeNumber()
  version: number;

  @Instant()
  savedAt: string;

  @Text({ max: 200 })
  savedByName: string;

  @ListOf(() => ReferralGapAnswer)
  gaps: ReferralGapAnswer[];
}

/** Somebody else who has the section open to write in it. */
export class SectionWriter {
  @Text({ max: 200 })
  name: string;

  @Instant()
  seenAt: string;
}

export class SectionWriters {
  @WholeNumber({ description: 'The newest version of the section; 0 until something is saved.' })
  version: number;

  @Instant({ nullable: true })
  savedAt: string | null;

  @Text({ max: 200, nullable: true })
  savedByName: string | null;

  @ListOf(() => SectionWriter)
  others: SectionWriter[];
}

export class ConfirmCopiedAnswers {
  @Texts({
    max: 200,
    entries: 500,
    description: 'Answers that still hold as they were copied: upn, cycles/1/strategy.',
  })
  answers: string[];
}
