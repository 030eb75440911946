import type { MeasuresSection } from '@panel/api-client';
import { ATTAINMENT_CODES, type MeasureFacts, measureFacts, SDQ_AGE_FORMS, SDQ_INFORMANTS } from '@panel/case-rules';
import { codeLabel, sdqTotalBand } from '@panel/reference';
import { barChart } from '@panel/charts';
import { type ChartTable, dayText, type SummaryRow } from '@panel/ui';

/** One figure of the measures: bars on a scale of its own, from nothing to the most that can be. */
export interface MeasureFigure {
  readonly fileName: string;
  readonly headline: string;
  readonly subtitle: string;
  readonly most: number;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly formatted: string }[];
  readonly table: ChartTable;
  readonly source?: string;
}

const goalsMost = 10;
const sdqMost = 40;
const boxallMost = 136;
const leuvenMost = 5;

/** The measures that were taken, a figure for each kind. */
export function measureFigures(section: MeasuresSection): readonly MeasureFigure[] {
  const facts = measureFacts(section);
  return [goals(facts), sdq(facts), boxall(facts), leuven(facts)].filter((figure) => figure !== null);
}

/** Attainment against age has no scale that a bar could have. */
export function attainmentRows(section: MeasuresSection): readonly SummaryRow[] {
  const { reading, writing, mathematics } = measureFacts(section);
  return [
    { key: 'Reading', value: reading },
    { key: 'Writing', value: writing },
    { key: 'Mathematics', value: mathematics },
  ].flatMap(({ key, value }) => (value === null ? [] : [{ key, value: codeLabel(ATTAINMENT_CODES, value) }]));
}

/** A figure at a width, in pixels. */
export function drawnFigure({ headline, subtitle, bars, most }: MeasureFigure, width: number): string {
  return barChart({
    width,
    title: headline,
    description: `${subtitle}. ${bars.map(({ label, formatted }) => `${label}: ${formatted}`).join('. ')}`,
    bars,
    scaleMost: most,
  });
}

function goals({ goals: all }: MeasureFacts): MeasureFigure | null {
  if (all.length === 0) return null;
  const scores = all.map(({ score }) => score);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const range = least === most ? `at ${least}` : `from ${least} to ${most}`;
  return {
    fileName: 'goals',
    headline: `${all.length} ${all.length === 1 ? 'goal' : 'goals'}, ${range} of 10 at the start`,
    subtitle: 'Where the child is with each goal, 0 (as far away as can be) to 10 (reached)',
    most: goalsMost,
    bars: all.map(({ goal, score }) => ({ label: goal, value: score, formatted: `${score} of 10` })),
    table: { header: ['Goal', 'Score of 10'], rows: all.map(({ goal, score }) => [goal, String(score)]) },
  };
}

function sdq({ sdqScores }: MeasureFacts): MeasureFigure | null {
  if (sdqScores.length === 0) return null;
  const rows = sdqScores.map((score) => {
    const found = sdqTotalBand(score);
    const who = codeLabel(SDQ_INFORMANTS, score.informant) || 'Not said by whom';
    return { ...score, who, form: codeLabel(SDQ_AGE_FORMS, score.ageForm), found };
  });
  const [first] = rows;
  const bandOf = first?.found ? `, ${first.found.band.label.toLowerCase()}` : '';
  return {
    fileName: 'sdq',
    headline: `SDQ: ${first?.total ?? 0} of 40 by ${(first?.who ?? '').toLowerCase()}${bandOf}`,
    subtitle:
      'Total difficulties of the Strengths and Difficulties Questionnaire, 0 to 40; higher means more difficulties',
    most: sdqMost,
    bars: rows.map(({ who, total, found }) => ({
      label: who,
      value: total,
      formatted: found ? `${total} (${found.band.label})` : String(total),
    })),
    table: {
      header: ['Filled in by', 'Form', 'Total of 40', 'Band', 'Banding version', 'Impact', 'Filled in on'],
      rows: rows.map(({ who, form, total, found, impact, completedOn }) => [
        who,
        form || '–',
        String(total),
        found?.band.label ?? 'No band for this form',
        found?.version ?? '–',
        impact === null ? '–' : String(impact),
        completedOn === null ? '–' : dayText(completedOn),
      ]),
    },
    source: 'Scores entered by the school. Bands differ by form and version, and are shown where they are known.',
  };
}

function boxall({ boxallDevelopmental, boxallDiagnostic, boxallOn }: MeasureFacts): MeasureFigure | null {
  const on = boxallOn === null ? '' : ` on ${dayText(boxallOn)}`;
  return scales({
    fileName: 'boxall',
    name: `Boxall Profile${on}`,
    subtitle: 'Totals, 0 to 136: developmental strands (higher is better) and diagnostic profile (lower is better)',
    most: boxallMost,
    scores: [
      ['Developmental strands', boxallDevelopmental],
      ['Diagnostic profile', boxallDiagnostic],
    ],
  });
}

function leuven({ leuvenWellbeing, leuvenInvolvement }: MeasureFacts): MeasureFigure | null {
  return scales({
    fileName: 'leuven',
    name: 'Leuven scales',
    subtitle: 'Well-being and involvement, 1 (extremely low) to 5 (extremely high)',
    most: leuvenMost,
    scores: [
      ['Well-being', leuvenWellbeing],
      ['Involvement', leuvenInvolvement],
    ],
  });
}

function scales({
  fileName,
  name,
  subtitle,
  most,
  scores,
}: {
  readonly fileName: string;
  readonly name: string;
  readonly subtitle: string;
  readonly most: number;
  readonly scores: readonly (readonly [label: string, score: number | null])[];
}): MeasureFigure | null {
  const taken = scores.flatMap(([label, score]) => (score === null ? [] : [{ label, score }]));
  if (taken.length === 0) return null;
  return {
    fileName,
    headline: `${name}: ${taken.map(({ label, score }) => `${label.toLowerCase()} ${score}`).join(', ')}`,
    subtitle,
    most,
    bars: taken.map(({ label, score }) => ({ label, value: score, formatted: `${score} of ${most}` })),
    table: { header: ['Scale', `Score of ${most}`], rows: taken.map(({ label, score }) => [label, String(score)]) },
  };
}
