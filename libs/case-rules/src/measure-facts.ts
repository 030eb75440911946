import { type IsoDate, readTypedDate } from '@panel/reference';
import { isBlankEntry } from './answers/read-answers.js';
import { type MeasuresAnswers } from './answers/sections.js';

/** The measures of a section as numbers; whatever cannot be read is left out. */
export interface MeasureFacts {
  readonly goals: readonly { readonly goal: string; /** 0 to 10. */ readonly score: number }[];
  readonly sdqScores: readonly SdqFacts[];
  /** Developmental strands, 0 to 136: higher is better. */
  readonly boxallDevelopmental: number | null;
  /** Diagnostic profile, 0 to 136: lower is better. */
  readonly boxallDiagnostic: number | null;
  readonly boxallOn: IsoDate | null;
  /** 1 to 5. */
  readonly leuvenWellbeing: number | null;
  readonly leuvenInvolvement: number | null;
  /** One of ATTAINMENT_CODES. */
  readonly reading: string | null;
  readonly writing: string | null;
  readonly mathematics: string | null;
}

export interface SdqFacts {
  readonly informant: string;
  readonly ageForm: string;
  readonly banding: string;
  /** Total difficulties, 0 to 40. */
  readonly total: number;
  readonly impact: number | null;
  readonly completedOn: IsoDate | null;
}

/** The measures of a referral for charts and comparisons. Works on unfinished answers, too. */
export function measureFacts(measures: MeasuresAnswers): MeasureFacts {
  return {
    goals: measures.goals.flatMap((entry) => {
      const score = wholeNumber(entry.score);
      return score === null || entry.goal.trim() === '' ? [] : [{ goal: entry.goal.trim(), score }];
    }),
    sdqScores: measures.sdqScores.flatMap((entry) => {
      const { informant, ageForm, banding } = entry;
      const total = wholeNumber(entry.total);
      if (total === null || isBlankEntry(entry)) return [];
      const completedOn = date(entry.completedOn);
      return [{ informant, ageForm, banding, total, impact: wholeNumber(entry.impact), completedOn }];
    }),
    boxallDevelopmental: wholeNumber(measures.boxallDevelopmental),
    boxallDiagnostic: wholeNumber(measures.boxallDiagnostic),
    boxallOn: date(measures.boxallOn),
    leuvenWellbeing: wholeNumber(measures.leuvenWellbeing),
    leuvenInvolvement: wholeNumber(measures.leuvenInvolvement),
    reading: measures.reading || null,
    writing: measures.writing || null,
    mathematics: measures.mathematics || null,
  };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;
}

function date(text: string): IsoDate | null {
  const typed = readTypedDate(text);
  return typed.kind === 'date' ? typed.date : null;
}
