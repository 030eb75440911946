import type { ReferralAnswers } from '@panel/case-rules';
import { addDays } from '@panel/reference';

import { demoId } from './demo-ids.js';

export interface DemoChild {
  readonly forename: string;
  readonly surname: string;
  readonly upn: string;
  readonly bornOn: string;
  readonly sex: 'M' | 'F';
}

const stories = [
  {
    need: 'SEMH',
    concern: 'Leaves the classroom most afternoons and has hurt others twice this half term.',
    triggers: 'Unfinished work, changes of adult, noise after lunch.',
    works: 'A named adult and a quiet start to the day.',
    supportKind: 'semh_teacher',
    resource: 'A calm start to the day',
    goal: 'I stay in lessons for a whole morning',
    goalScore: '2',
    attendance: '88.4',
    suspensions: { count: '2', days: '3' },
    support: 'Specialist SEMH teaching',
    outcome: 'Stays in class for whole lessons and asks for help with words.',
  },
  {
    need: 'ASD',
    concern: 'Changes of routine lead to long periods of distress; part of each week is missed.',
    triggers: 'A supply teacher, the dining hall, anything new without warning.',
    works: 'Visual timetable and warning of changes.',
    supportKind: 'adhd_autism',
    resource: '',
    goal: 'I can manage when the plan for the day changes',
    goalScore: '3',
    attendance: '81.2',
    suspensions: { count: '0', days: '' },
    support: 'Autism support and staff coaching',
    outcome: 'Manages planned changes with one prompt.',
  },
  {
    need: 'SLCN',
    concern: 'Understands single instructions only and is rarely understood by other children.',
    triggers: 'Long explanations and being hurried.',
    works: 'Small group language work.',
    supportKind: 'speech_and_language',
    resource: 'Talk so that every child can follow',
    goal: 'Other children understand what I say',
    goalScore: '2',
    attendance: '95.1',
    suspensions: { count: '0', days: '' },
    support: 'Speech and language therapy',
    outcome: 'Follows two-part instructions and joins play.',
  },
  {
    need: 'SPLD',
    concern: 'Two years behind in reading; refuses written work.',
    triggers: 'Reading aloud and long pieces of writing.',
    works: 'Short tasks with recorded instructions.',
    supportKind: 'tutoring',
    resource: '',
    goal: 'I read a page of my book alone',
    goalScore: '4',
    attendance: '93.6',
    suspensions: { count: '0', days: '' },
    support: 'Tutoring and specialist teacher advice',
    outcome: 'Reads age-appropriate text with support.',
  },
] as const;

export type DemoNeed = (typeof stories)[number]['need'];

/** A complete referral's answers, as a school would type them, submitted on a day. */
export function demoAnswers(child: DemoChild, need: DemoNeed, submittedOn: string): ReferralAnswers {
  const story = stories.find((candidate) => candidate.need === need) ?? stories[0];
  const cycle = (key: string, strategy: string, startDaysBefore: number, whatChanged: string) => ({
    key,
    strategy,
    startedOn: addDays(submittedOn, -startDaysBefore),
    endedOn: addDays(submittedOn, -startDaysBefore + 42),
    timesPerWeek: '3',
    minutesPerWeek: '90',
    groupSize: '3',
    deliveredBy: 'Teaching assistant',
    cost: '420',
    whatChanged,
  });
  return {
    pupil: {
      legalForename: child.forename,
      legalSurname: child.surname,
      preferredName: '',
      upn: child.upn,
      bornOn: child.bornOn,
      sex: child.sex,
      ncYear: '',
      startedAtSchoolOn: '',
      homeAuthority: '',
      firstLanguage: 'ENG',
      needsInterpreter: 'no',
      interpreterLanguage: '',
      ethnicity: '',
    },
    family: {
      contacts: [
        {
          key: '1',
          name: `Ms ${child.surname}`,
          relationship: 'Mother',
          hasParentalResponsibility: 'yes',
          // A range of numbers that is kept free for stories.
          telephone: '01632 960123',
          email: '',
          address: '',
          safeContact: 'Works nights: please do not ring before noon.',
        },
      ],
    },
    consent: {
      agreedByName: `Ms ${child.surname}`,
      relationship: 'Mother',
      hasParentalResponsibility: 'yes',
      agreedOn: addDays(submittedOn, -7),
      method: 'in_person',
      explained:
        'What the panel is, who sits on it, what is shared with whom, and that a plan can be asked for at any time.',
      shareWithPanel: 'yes',
      shareWithProviders: 'yes',
      expiresOn: '',
    },
    needs: {
      primaryNeed: story.need,
      secondaryNeed: '',
      senProvision: 'K',
      diagnosis: '',
      strengths: 'Curious, kind to younger children, proud of practical work.',
      concerns: story.concern,
      triggers: story.triggers,
      whatWorks: story.works,
    },
    flags: {
      pupilPremium: 'yes',
      lookedAfter: 'no',
      childPlan: 'none',
      hasSocialWorker: 'no',
      socialWorker: '',
      youngCarer: 'not_known',
      serviceChild: 'no',
    },
    attendance: {
      attendanceThisYear: story.attendance,
      attendanceLastYear: '94.2',
      reducedSessionsPerWeek: '',
      suspensions: story.suspensions.count,
      suspensionDays: story.suspensions.days,
      isAtRiskOfExclusion: 'no',
      exclusionRisk: '',
    },
    graduatedResponse: {
      cycles: [
        cycle(
          '1',
          'Daily check-in with a named adult and a calm corner.',
          126,
          'Mornings are calmer; afternoons have not changed.',
        ),
        cycle(
          '2',
          'Small group work three times a week and a sensory break plan.',
          70,
          'Some progress with one adult; none in the whole class.',
        ),
      ],
      agencies: [
        {
          key: '1',
          agency: 'Educational psychologist',
          reportedOn: addDays(submittedOn, -60),
          advice: 'A predictable day, fewer words, and time to calm down before talking.',
        },
      ],
      teacherConsulted: 'yes',
      teacherConsultedOn: addDays(submittedOn, -80),
      teacherAdvice: 'Begin each session with something the child does well, and plan the way back into class.',
      schoolSpending: '4,350',
    },
    measures: {
      goals: [{ key: '1', goal: story.goal, score: story.goalScore }],
      sdqScores: [
        {
          key: '1',
          informant: 'teacher',
          ageForm: '4-17',
          banding: 'four_band',
          total: '19',
          impact: '3',
          completedOn: addDays(submittedOn, -14),
        },
      ],
      boxallDevelopmental: '88',
      boxallDiagnostic: '51',
      boxallOn: addDays(submittedOn, -14),
      leuvenWellbeing: '2',
      leuvenInvolvement: '2',
      reading: story.need === 'SPLD' ? 'far_below' : 'just_below',
      writing: 'below',
      mathematics: 'at_age',
    },
    voice: {
      childsView: 'I want to be with my friends. I do not like it when it is loud.',
      howChildWasHeard: 'In a talk with the key adult, with pictures',
      parentsView: 'We want school to be a place where our child is happy to go.',
    },
    request: {
      support: story.supportKind,
      requestedSupport: story.support,
      desiredOutcomes: story.outcome,
      isUrgent: 'no',
      whyNow: '',
      schoolContribution: 'Teaching assistant time of ten hours a week.',
      toolkit: story.resource === '' ? [] : [{ key: demoId(`toolkit ${story.resource}`), title: story.resource }],
    },
  };
}
