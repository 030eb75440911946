import { AGENCIES, type Agency, CONSULTATION_TIMES, type ConsultationTime } from '@panel/case-rules';

import { DateOnly, Instant, ListOf, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';

export class RecordConsultation {
  @DateOnly()
  heldOn: string;

  @Text({ max: 200, min: 1, description: 'The specialist teacher who was asked.' })
  teacherName: string;

  @OneOf(CONSULTATION_TIMES, { name: 'ConsultationTime' })
  asked: ConsultationTime;

  @Text({ max: 5000, min: 1 })
  advice: string;
}

export class ChangeConsultation extends RecordConsultation {}

/** What a consultation said before it was changed. */
export class EarlierConsultation extends RecordConsultation {
  @Instant()
  replacedAt: string;

  @Text({ max: 200, description: 'Who changed it.' })
  replacedByName: string;
}

export class Consultation extends RecordConsultation {
  @Uuid()
  id: string;

  @Uuid()
  referralId: string;

  @WholeNumber()
  version: number;

  @Text({ max: 200 })
  recordedByName: string;

  @ListOf(() => EarlierConsultation, {
    description: 'What it said before, the newest first; only for the school and the council.',
  })
  earlier: EarlierConsultation[];
}

export class RecordAgencyReport {
  @DateOnly()
  reportedOn: string;

  @OneOf(AGENCIES, { name: 'Agency' })
  agency: Agency;

  @Text({ max: 200, min: 1 })
  title: string;

  @Text({ max: 5000 })
  summary: string;

  @Uuid({ nullable: true, description: 'The document of this case that holds the report.' })
  documentId: string | null;
}

export class ChangeAgencyReport extends RecordAgencyReport {}

/** What a report said before it was changed. */
export class EarlierAgencyReport extends RecordAgencyReport {
  @Text({ max: 300, nullable: true, description: 'Name of its file, if it has not been removed.' })
  documentName: string | null;

  @Instant()
  replacedAt: string;

  @Text({ max: 200, description: 'Who changed it.' })
  replacedByName: string;
}

export class AgencyReport extends RecordAgencyReport {
  @Uuid()
  id: string;

  @Uuid()
  referralId: string;

  @WholeNumber()
  version: number;

  @Text({ max: 300, nullable: true, description: 'Name of its file, for those who may open documents.' })
  documentName: string | null;

  @Text({ max: 200 })
  recordedByName: string;

  @ListOf(() => EarlierAgencyReport, {
    description: 'What it said before, the newest first; only for the school and the council.',
  })
  earlier: EarlierAgencyReport[];
}

/** What the school wrote in the referral: of its own support, and whom it asked. */
export class SupportOfReferral {
  @OneOf(['cycle', 'consultation', 'report'], { name: 'SupportKind' })
  kind: 'cycle' | 'consultation' | 'report';

  @Text({ max: 5000 })
  title: string;

  @Text({ max: 5000 })
  detail: string;

  @DateOnly()
  from: string;

  @DateOnly({ nullable: true })
  to: string | null;
}

export class SupportHistory {
  @ListOf(() => SupportOfReferral)
  ofReferral: SupportOfReferral[];

  @ListOf(() => Consultation)
  consultations: Consultation[];

  @ListOf(() => AgencyReport)
  reports: AgencyReport[];

  @YesNo({ description: 'The person asking can add to it: the case is open, and it is their part.' })
  canAdd: boolean;
}
