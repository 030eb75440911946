import type { ReferralAnswers } from '@panel/case-rules';
import { addDays } from '@panel/reference';

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
    works: 'A named adult and a quiet start to the day.',
    support: 'Specialist SEMH teaching',
    outcome: 'Stays in class for whole lessons and asks for help with words.',
  },
  {
    need: 'ASD',
    concern: 'Changes of routine lead to long periods of distress; part of each week is missed.',
    works: 'Visual timetable and warning of changes.',
    support: 'Autism support and staff coaching',
    outcome: 'Manages planned changes with one prompt.',
  },
  {
    need: 'SLCN',
    concern: 'Understands single instructions only and is rarely understood by other children.',
    works: 'Small group language work.',
    support: 'Speech and language therapy',
    outcome: 'Follows two-part instructions and joins play.',
  },
  {
    need: 'SPLD',
    concern: 'Two years behind in reading; refuses written work.',
    works: 'Short tasks with recorded instructions.',
    support: 'Tutoring and specialist teacher advice',
    outcome: 'Reads age-appropriate text with support.',
  },
] as const;

export type DemoNeed = (typeof stories)[number]['need'];

/** A complete referral's answers, as a school would type them, submitted on a day. */
export function demoAnswers(child: DemoChild, need: DemoNeed, submittedOn: string): ReferralAnswers {
  const story = stories.find((candidate) => candidate.need === need) ?? stories[0];
  const cycle = (strategy: string, startDaysBefore: number, whatChanged: string) => ({
    strategy,
    startedOn: addDays(submittedOn, -startDaysBefore),
    endedOn: addDays(submittedOn, -startDaysBefore + 42),
    minutesPerWeek: '90',
    groupSize: '3',
    deliveredBy: 'Teaching assistant',
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
    },
    needs: {
      primaryNeed: story.need,
      secondaryNeed: '',
      senProvision: 'K',
      diagnosis: '',
      strengths: 'Curious, kind to younger children, proud of practical work.',
      concerns: story.concern,
      whatWorks: story.works,
    },
    graduatedResponse: {
      cycles: [
        cycle(
          'Daily check-in with a named adult and a calm corner.',
          126,
          'Mornings are calmer; afternoons have not changed.',
        ),
        cycle(
          'Small group work three times a week and a sensory break plan.',
          70,
          'Some progress with one adult; none in the whole class.',
        ),
      ],
    },
    request: {
      requestedSupport: story.support,
      desiredOutcomes: story.outcome,
      isUrgent: 'no',
      whyNow: 'What the school can do alone has been tried for two terms.',
      schoolContribution: 'Teaching assistant time of ten hours a week.',
      childsView: 'I want to be with my friends. I do not like it when it is loud.',
      parentsView: 'We want school to be a place where our child is happy to go.',
    },
  };
}
