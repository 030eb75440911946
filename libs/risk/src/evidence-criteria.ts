/** How strongly the evidence on a case speaks for one criterion. */
export const EVIDENCE_STRENGTHS = ['none', 'some', 'strong'] as const;
export type EvidenceStrength = (typeof EVIDENCE_STRENGTHS)[number];

/** Something that is looked at in every assessment, with words for each strength, so that two people who choose the same mean the same. */
export interface EvidenceCriterion {
  /** Stable: stored with an assessment, the same in each version in which the criterion appears. */
  readonly code: string;
  readonly title: string;
  /** Where on the case the evidence is found. */
  readonly lookIn: string;
  /** What must be there for each strength. */
  readonly anchors: Readonly<Record<EvidenceStrength, string>>;
}

/** A published list of criteria. Never changed once published: an assessment is read with the list that it was made with. */
export interface CriteriaVersion {
  readonly version: string;
  /** ISO date. */
  readonly publishedOn: string;
  readonly criteria: readonly EvidenceCriterion[];
}

/**
 * All lists that were ever published, the newest last (docs/methodology/risk.md). Defaults of this product. No criterion is a
 * protected characteristic or stands for one.
 */
export const CRITERIA_VERSIONS: readonly CriteriaVersion[] = [
  {
    version: '2026-1',
    publishedOn: '2026-09-01',
    criteria: [
      {
        code: 'exclusion',
        title: 'Suspensions and risk of permanent exclusion',
        lookIn: 'Referral, attendance and exclusion',
        anchors: {
          none: 'No suspension this school year and full-time attendance',
          some: 'One suspension this school year, or a reduced timetable now',
          strong: 'Two or more suspensions this school year, or the school is considering permanent exclusion',
        },
      },
      {
        code: 'attendance',
        title: 'Attendance',
        lookIn: 'Referral, attendance and exclusion',
        anchors: {
          none: 'More than 90% this school year',
          some: 'Between 80% and 90% this school year',
          strong: 'Below 80% this school year, or 10 points lower than last year',
        },
      },
      {
        code: 'response_to_support',
        title: 'Response to support so far',
        lookIn: 'Referral, graduated response',
        anchors: {
          none: 'Support is working, or has not been tried for long enough to say',
          some: 'Two cycles with some change that did not last',
          strong: 'Two or more cycles, delivered as planned, without lasting change',
        },
      },
      {
        code: 'specialist_advice',
        title: 'Advice of specialists',
        lookIn: 'Support so far, consultations and reports',
        anchors: {
          none: 'No specialist has been consulted',
          some: 'A specialist was consulted and the advice is being followed',
          strong: 'Advice was followed for a term or more without lasting change, or a specialist advises a request',
        },
      },
      {
        code: 'progress',
        title: 'Progress in learning',
        lookIn: 'Referral, measures at the start',
        anchors: {
          none: 'As expected for the child’s age, or up to a year below',
          some: 'One to two years below in one subject or more',
          strong: 'Two years or more below, or no progress over a year',
        },
      },
      {
        code: 'wellbeing',
        title: 'Well-being and behaviour as measured',
        lookIn: 'Referral, measures at the start',
        anchors: {
          none: 'Scores close to average, or no measure was taken',
          some: 'Slightly raised or high scores of one informant',
          strong: 'Very high scores, or high scores of two informants',
        },
      },
      {
        code: 'provision',
        title: 'What the school already provides',
        lookIn: 'Referral, graduated response',
        anchors: {
          none: 'What is ordinarily available in the school',
          some: 'More than that, at less than £6,000 a year',
          strong: 'At about £6,000 a year or more',
        },
      },
      {
        code: 'escalation',
        title: 'How quickly needs have grown',
        lookIn: 'Referral, needs; timeline',
        anchors: {
          none: 'Steady over the last two terms',
          some: 'Growing over the last two terms',
          strong: 'Sharply within the last term',
        },
      },
    ],
  },
];

/** What was found for one criterion. */
export interface EvidenceItem {
  readonly criterion: string;
  readonly strength: EvidenceStrength;
}

const LABELS: Readonly<Record<EvidenceStrength, string>> = {
  none: 'No evidence',
  some: 'Some evidence',
  strong: 'Strong evidence',
};

/** The list in force: the newest. */
export function currentCriteria(): CriteriaVersion {
  const newest = CRITERIA_VERSIONS.at(-1);
  if (!newest) throw new Error('No list of criteria is published');
  return newest;
}

/** A list by its version; null when no such list was published. */
export function criteriaOfVersion(version: string): CriteriaVersion | null {
  return CRITERIA_VERSIONS.find((each) => each.version === version) ?? null;
}

/** A strength as people see it. */
export function evidenceStrengthLabel(strength: EvidenceStrength): string {
  return LABELS[strength];
}

/** Whether a text is a strength. */
export function isEvidenceStrength(text: string): text is EvidenceStrength {
  return EVIDENCE_STRENGTHS.some((strength) => strength === text);
}
