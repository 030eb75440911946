import { parsePounds, type Pence } from '@panel/money';
import {
  type IsoDate,
  isNcYearCode,
  isSenTypeCode,
  isSexCode,
  type NcYearCode,
  ncYearFor,
  normaliseUpn,
  readTypedDate,
  type SenTypeCode,
  type SexCode,
} from '@panel/reference';
import { type ReferralGap } from './gaps/gap.js';
import { type ConsentMethod, isConsentMethod } from './answers/consent.js';
import { isBlankEntry } from './answers/read-answers.js';
import { type CycleAnswers, type PupilAnswers, type ReferralAnswers } from './answers/sections.js';
import { type MeasureFacts, measureFacts } from './measure-facts.js';
import { findReferralGaps } from './referral-gaps.js';

/** A complete referral with its answers as dates, codes and numbers; null where an optional answer was not given. */
export interface ReferralFacts {
  readonly pupil: {
    readonly legalForename: string;
    readonly legalSurname: string;
    readonly preferredName: string | null;
    readonly upn: string;
    readonly bornOn: IsoDate;
    readonly sex: SexCode;
    /** As answered, else the year for the child's age; null where no code fits the age. */
    readonly ncYear: NcYearCode | null;
    readonly startedAtSchoolOn: IsoDate | null;
  };
  readonly consent: {
    readonly agreedByName: string;
    readonly relationship: string;
    readonly hasParentalResponsibility: boolean;
    readonly agreedOn: IsoDate;
    readonly method: ConsentMethod;
    readonly explained: string;
    readonly shareWithPanel: boolean;
    readonly shareWithProviders: boolean;
    /** The last day on which information may be shared; null where the family set no end. */
    readonly expiresOn: IsoDate | null;
  };
  readonly needs: {
    readonly primaryNeed: SenTypeCode;
    readonly secondaryNeed: SenTypeCode | null;
    readonly senProvision: 'N' | 'K';
    readonly diagnosis: string | null;
    readonly strengths: string;
    readonly concerns: string;
    readonly triggers: string | null;
    readonly whatWorks: string | null;
  };
  readonly graduatedResponse: {
    readonly cycles: readonly CycleFacts[];
    /** What the school spends on the child in a year, by its own estimate. */
    readonly schoolSpendingPence: Pence | null;
  };
  readonly measures: MeasureFacts;
  readonly voice: {
    readonly childsView: string;
    readonly parentsView: string;
  };
  readonly request: {
    readonly requestedSupport: string;
    readonly desiredOutcomes: string;
    readonly isUrgent: boolean;
    readonly whyNow: string | null;
    readonly schoolContribution: string | null;
  };
}

export interface CycleFacts {
  readonly strategy: string;
  readonly startedOn: IsoDate;
  readonly endedOn: IsoDate;
  readonly minutesPerWeek: number | null;
  readonly groupSize: number | null;
  readonly deliveredBy: string | null;
  readonly costPence: Pence | null;
  readonly whatChanged: string;
}

export type ReferralFactsResult =
  | { readonly isComplete: true; readonly facts: ReferralFacts }
  | { readonly isComplete: false; readonly gaps: readonly ReferralGap[] };

/** The facts of a referral once it has no gaps; the gaps otherwise. */
export function toReferralFacts(answers: ReferralAnswers, today: IsoDate): ReferralFactsResult {
  const gaps = findReferralGaps(answers, today);
  if (gaps.length > 0) return { isComplete: false, gaps };

  const { consent, needs, request } = answers;
  return {
    isComplete: true,
    facts: {
      pupil: pupilFacts(answers.pupil, today),
      consent: {
        agreedByName: consent.agreedByName.trim(),
        relationship: consent.relationship.trim(),
        hasParentalResponsibility: consent.hasParentalResponsibility === 'yes',
        agreedOn: known(optionalDate(consent.agreedOn)),
        method: known(isConsentMethod(consent.method) ? consent.method : null),
        explained: consent.explained.trim(),
        shareWithPanel: consent.shareWithPanel === 'yes',
        shareWithProviders: consent.shareWithProviders === 'yes',
        expiresOn: optionalDate(consent.expiresOn),
      },
      needs: {
        primaryNeed: known(optionalNeed(needs.primaryNeed)),
        secondaryNeed: optionalNeed(needs.secondaryNeed),
        senProvision: needs.senProvision.trim().toUpperCase() === 'K' ? 'K' : 'N',
        diagnosis: optionalText(needs.diagnosis),
        strengths: needs.strengths.trim(),
        concerns: needs.concerns.trim(),
        triggers: optionalText(needs.triggers),
        whatWorks: optionalText(needs.whatWorks),
      },
      graduatedResponse: {
        cycles: answers.graduatedResponse.cycles.filter((cycle) => !isBlankEntry(cycle)).map(cycleFacts),
        schoolSpendingPence: parsePounds(answers.graduatedResponse.schoolSpending),
      },
      measures: measureFacts(answers.measures),
      voice: { childsView: answers.voice.childsView.trim(), parentsView: answers.voice.parentsView.trim() },
      request: {
        requestedSupport: request.requestedSupport.trim(),
        desiredOutcomes: request.desiredOutcomes.trim(),
        isUrgent: request.isUrgent === 'yes',
        whyNow: optionalText(request.whyNow),
        schoolContribution: optionalText(request.schoolContribution),
      },
    },
  };
}

function pupilFacts(pupil: PupilAnswers, today: IsoDate): ReferralFacts['pupil'] {
  const bornOn = known(optionalDate(pupil.bornOn));
  const ncYear = pupil.ncYear.trim().toUpperCase();
  const sex = pupil.sex.trim().toUpperCase();
  return {
    legalForename: pupil.legalForename.trim(),
    legalSurname: pupil.legalSurname.trim(),
    preferredName: optionalText(pupil.preferredName),
    upn: normaliseUpn(pupil.upn),
    bornOn,
    sex: known(isSexCode(sex) ? sex : null),
    ncYear: isNcYearCode(ncYear) ? ncYear : ncYearFor(bornOn, today),
    startedAtSchoolOn: optionalDate(pupil.startedAtSchoolOn),
  };
}

function cycleFacts(cycle: CycleAnswers): CycleFacts {
  return {
    strategy: cycle.strategy.trim(),
    startedOn: known(optionalDate(cycle.startedOn)),
    endedOn: known(optionalDate(cycle.endedOn)),
    minutesPerWeek: optionalNumber(cycle.minutesPerWeek),
    groupSize: optionalNumber(cycle.groupSize),
    deliveredBy: optionalText(cycle.deliveredBy),
    costPence: parsePounds(cycle.cost),
    whatChanged: cycle.whatChanged.trim(),
  };
}

function optionalText(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function optionalNumber(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim());
}

function optionalDate(text: string): IsoDate | null {
  const typed = readTypedDate(text);
  return typed.kind === 'date' ? typed.date : null;
}

function optionalNeed(text: string): SenTypeCode | null {
  const code = text.trim().toUpperCase();
  return isSenTypeCode(code) ? code : null;
}

/** What the gaps have already made sure of; anything else is a fault of this file. */
function known<T>(value: T | null): T {
  if (value === null) throw new Error('A referral without gaps lacks a required answer');
  return value;
}
