import { answerSection, REFERRAL_SECTIONS, type ReferralSection } from '@panel/case-rules';

/** One page of questions: a section, or the part of a long one that reads well on its own. */
export interface QuestionPageContent {
  /** Under `/referrals/:referralId/`. */
  readonly path: string;
  readonly section: ReferralSection;
  readonly heading: string;
  readonly intro?: string;
  /** Lists of the section that are asked for here, after its questions. */
  readonly lists?: readonly string[];
  /** Questions of the section that are asked here, in this order; a question that depends on another comes with it. */
  readonly questions?: readonly string[];
}

/** All pages of questions in the order of the form. The pages of a section stand together. */
export const QUESTION_PAGES: readonly QuestionPageContent[] = [
  {
    path: 'pupil',
    section: 'pupil',
    heading: 'About the pupil',
    questions: ['legalForename', 'legalSurname', 'preferredName', 'upn', 'bornOn', 'sex', 'ncYear'],
  },
  {
    path: 'pupil-background',
    section: 'pupil',
    heading: 'The pupil’s background',
    intro: 'Leave out what you do not know.',
    questions: ['startedAtSchoolOn', 'homeAuthority', 'firstLanguage', 'needsInterpreter', 'ethnicity'],
  },
  {
    path: 'family',
    section: 'family',
    heading: 'The child’s family',
    intro:
      'Everybody with parental responsibility, and who else cares for the child. The panel does not see how to reach them.',
    lists: ['contacts'],
  },
  {
    path: 'consent',
    section: 'consent',
    heading: 'The family’s agreement',
    questions: [
      'agreedByName',
      'relationship',
      'hasParentalResponsibility',
      'agreedOn',
      'method',
      'explained',
      'shareWithPanel',
      'shareWithProviders',
      'expiresOn',
    ],
  },
  {
    path: 'needs',
    section: 'needs',
    heading: 'The child’s needs',
    questions: ['primaryNeed', 'secondaryNeed', 'senProvision', 'diagnosis'],
  },
  {
    path: 'strengths-and-concerns',
    section: 'needs',
    heading: 'Strengths and concerns',
    questions: ['strengths', 'concerns', 'triggers', 'whatWorks'],
  },
  {
    path: 'circumstances',
    section: 'flags',
    heading: 'The child’s circumstances',
    intro: 'None of these answers makes a case more or less urgent by itself.',
    questions: ['pupilPremium', 'lookedAfter', 'childPlan', 'hasSocialWorker', 'youngCarer', 'serviceChild'],
  },
  {
    path: 'attendance',
    section: 'attendance',
    heading: 'Attendance and exclusion',
    questions: [
      'attendanceThisYear',
      'attendanceLastYear',
      'reducedSessionsPerWeek',
      'suspensions',
      'suspensionDays',
      'isAtRiskOfExclusion',
    ],
  },
  {
    path: 'graduated-response',
    section: 'graduatedResponse',
    heading: 'What the school has done',
    intro:
      'Tell us about at least two cycles of assess, plan, do, review. The panel must see what you have tried and what came of it before it adds support.',
    lists: ['cycles'],
  },
  {
    path: 'advice',
    section: 'graduatedResponse',
    heading: 'Advice and spending',
    lists: ['agencies'],
    questions: ['teacherConsulted', 'schoolSpending'],
  },
  {
    path: 'goals',
    section: 'measures',
    heading: 'Goals at the start',
    intro: 'Up to three goals. They are measured again at the review, to see whether the support has helped.',
    lists: ['goals'],
  },
  {
    path: 'scores',
    section: 'measures',
    heading: 'Scores at the start',
    intro:
      'Only totals of tools that you use already. Do not send the filled-in forms: their questions are under licence.',
    lists: ['sdqScores'],
    questions: [
      'boxallDevelopmental',
      'boxallDiagnostic',
      'boxallOn',
      'leuvenWellbeing',
      'leuvenInvolvement',
      'reading',
      'writing',
      'mathematics',
    ],
  },
  {
    path: 'views',
    section: 'voice',
    heading: 'What the child and the family think',
    questions: ['childsView', 'howChildWasHeard', 'parentsView'],
  },
  {
    path: 'request',
    section: 'request',
    heading: 'What you are asking for',
    lists: ['toolkit'],
    questions: ['support', 'requestedSupport', 'desiredOutcomes', 'isUrgent', 'schoolContribution'],
  },
];

/** The page with this path. @throws RangeError when there is none, which only a fault in the routes can bring about. */
export function questionPage(path: string): QuestionPageContent {
  const page = QUESTION_PAGES.find((each) => each.path === path);
  if (page === undefined) throw new RangeError(`No page of questions has the path ${path}`);
  return page;
}

/** Address of the first page that asks for a section. */
export function sectionLink(referralId: string, section: ReferralSection): string {
  const page = QUESTION_PAGES.find((each) => each.section === section);
  return `/referrals/${referralId}/${page?.path ?? 'tasks'}`;
}

/** Address of the question itself: its page and the id of its control. `path` is 'bornOn' or 'cycles/0/startedOn'. */
export function questionLink(referralId: string, section: ReferralSection, path: string): string {
  const page = pageOf(section, path);
  return `/referrals/${referralId}/${page?.path ?? 'tasks'}?from=check#${path.replaceAll('/', '-')}`;
}

/** Whether a page asks for the answer at a path of its section; questions that depend on another stand beside it. */
export function isOnPage(page: QuestionPageContent, section: ReferralSection, path: string): boolean {
  return pageOf(section, path) === page;
}

/**
 * Address of the page after a page: the next one, and the answers to check after the last. An amendment leaves out what the
 * family agrees to: after the submission that has a history of its own.
 */
export function linkAfter(
  referralId: string,
  page: QuestionPageContent,
  referral: { readonly amendment: unknown },
): string {
  const next = QUESTION_PAGES.slice(QUESTION_PAGES.indexOf(page) + 1).find(
    ({ section }) => referral.amendment === null || section !== 'consent',
  );
  return `/referrals/${referralId}/${next?.path ?? 'check'}`;
}

/** "Section 2 of 10", and "page 1 of 2" where the section has several. */
export function pageCount(page: QuestionPageContent): string {
  const place = `Section ${REFERRAL_SECTIONS.indexOf(page.section) + 1} of ${REFERRAL_SECTIONS.length}`;
  const pages = QUESTION_PAGES.filter((each) => each.section === page.section);
  return pages.length > 1 ? `${place}, page ${pages.indexOf(page) + 1} of ${pages.length}` : place;
}

function pageOf(section: ReferralSection, path: string): QuestionPageContent | undefined {
  const [name = ''] = path.split('/');
  const pages = QUESTION_PAGES.filter((each) => each.section === section);
  const own = pages.find((page) => page.lists?.includes(name) || page.questions?.includes(name));
  if (own) return own;
  const asker = answerSection(section).fields[name]?.onlyWhen?.field;
  return pages.find((page) => asker !== undefined && page.questions?.includes(asker));
}
