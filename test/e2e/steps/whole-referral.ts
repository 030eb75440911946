import type { Page } from '@playwright/test';

import { choose, dayFromToday, expectHeading, fillDate, press } from '../support/forms.js';

/** What a school writes about one child: text to type, a day, one of several, or a button to press. */
type Answer =
  | { readonly fill: string; readonly with: string }
  | { readonly date: string; readonly with: string }
  | { readonly choose: string; readonly with: string }
  | { readonly select: string; readonly with: string }
  | { readonly press: string };

export interface WrittenPage {
  readonly heading: string;
  /** Written in the first referral of a child, and copied into the next. */
  readonly kept: readonly Answer[];
  /** Asked anew each time. */
  readonly anew: readonly Answer[];
}

/** A referral as a careful SENCo writes it, page by page, with most of what is optional. */
export function wholeReferral(upn: string): readonly WrittenPage[] {
  return [
    {
      heading: 'About the pupil',
      kept: [
        { fill: 'Legal first name', with: 'Marigold' },
        { fill: 'Legal last name', with: 'Thistlewood' },
        { fill: 'Preferred first name', with: 'Goldie' },
        { fill: 'Unique pupil number', with: upn },
        { date: 'Date of birth', with: '2016-03-27' },
        { choose: 'Sex', with: 'Female' },
      ],
      anew: [],
    },
    {
      heading: 'The pupil’s background',
      kept: [
        { date: 'When did the child start at your school?', with: '2021-09-02' },
        { select: 'First language', with: 'English' },
        { choose: 'Does the family need an interpreter?', with: 'No' },
      ],
      anew: [],
    },
    {
      heading: 'The child’s family',
      kept: [
        { fill: 'Full name', with: 'Rosa Thistlewood' },
        { fill: 'How are they related to the child?', with: 'Mother' },
        { choose: 'Do they have parental responsibility?', with: 'Yes' },
        { fill: 'Telephone number', with: '01632 960455' },
        { fill: 'Email address', with: 'rosa@thistlewood.example' },
        { fill: '#contacts-0-address', with: '7 Mill Lane, Ashwell' },
        { fill: 'Is there anything we must know', with: 'Works nights; please ring after noon.' },
      ],
      anew: [],
    },
    {
      heading: 'The family’s agreement',
      kept: [],
      anew: [
        { press: 'It was Rosa Thistlewood' },
        { date: 'When did they agree?', with: dayFromToday(-2) },
        { choose: 'How did they agree?', with: 'In person' },
        { fill: 'What was explained to them?', with: 'What the panel is, and who reads the referral.' },
        { choose: 'May information be shared with the schools on the panel?', with: 'Yes' },
        { choose: 'May information be shared with the services that give support?', with: 'Yes' },
      ],
    },
    {
      heading: 'The child’s needs',
      kept: [
        { select: 'Primary need', with: 'Social, emotional and mental health' },
        { select: 'Secondary need', with: 'Specific learning difficulty' },
        { choose: 'What special educational provision does the child have now?', with: 'SEN support' },
        { fill: 'Diagnosis', with: 'ADHD, by a paediatrician in 2024' },
      ],
      anew: [],
    },
    {
      heading: 'Strengths and concerns',
      kept: [
        { fill: 'What does the child do well?', with: 'Draws for hours, and looks after the younger children.' },
        { fill: 'What sets it off?', with: 'Writing, and being hurried after lunch.' },
        { fill: 'What works?', with: 'A named adult, short tasks and a quiet start.' },
      ],
      anew: [{ fill: 'What is happening that worries you?', with: 'Leaves the room most days; hid twice this week.' }],
    },
    {
      heading: 'The child’s circumstances',
      kept: [
        { choose: 'Does the school have pupil premium for the child?', with: 'Yes' },
        { choose: 'Is or was the child looked after by a council?', with: 'No' },
        { choose: 'Does the child have a child in need or a child protection plan?', with: 'Neither' },
        { choose: 'Does the child have a social worker?', with: 'No' },
        { choose: 'Does the child care for somebody at home?', with: 'Not known' },
        { choose: 'Does a parent serve in the armed forces?', with: 'No' },
      ],
      anew: [],
    },
    {
      heading: 'Attendance and exclusion',
      kept: [],
      anew: [
        { fill: 'Attendance this school year', with: '86.4' },
        { fill: 'How many times has the child been suspended', with: '0' },
        { choose: 'Is the child at risk of permanent exclusion?', with: 'No' },
      ],
    },
    { heading: 'What the school has done', kept: [0, 1].flatMap(aCycle), anew: [] },
    {
      heading: 'Advice and spending',
      kept: [
        { choose: 'Have you consulted a specialist SEMH teacher about the child?', with: 'Yes' },
        { date: 'When?', with: dayFromToday(-80) },
        { fill: 'What did they advise?', with: 'Begin each session with something she does well.' },
        { fill: 'What does the school already spend', with: '4,100' },
        { press: 'Add an agency' },
        { fill: 'Who else has seen the child?', with: 'Educational psychologist' },
        { date: 'Date of their report', with: dayFromToday(-120) },
        { fill: 'What did they say?', with: 'Fewer words, and time to calm down before talking.' },
      ],
      anew: [],
    },
    {
      heading: 'Goals at the start',
      kept: [],
      anew: [
        { fill: 'What is the goal?', with: 'I stay in lessons for a whole morning' },
        { fill: 'Where is the child now', with: '2' },
      ],
    },
    { heading: 'Scores at the start', kept: [], anew: [] },
    {
      heading: 'What the child and the family think',
      kept: [],
      anew: [
        { fill: 'What does the child think and hope for?', with: '“I want a place to calm down.”' },
        { fill: 'What do the parents or carers think', with: 'We hope for calm mornings.' },
      ],
    },
    {
      heading: 'What you are asking for',
      kept: [],
      anew: [
        { select: 'Which kind of support', with: 'Counselling or play therapy' },
        { fill: 'What support are you asking for?', with: 'Play therapy once a week.' },
        { fill: 'What should be different for the child?', with: 'She stays in lessons for a whole morning.' },
        { choose: 'Can this wait for the next panel? (optional)', with: 'Yes, it can wait' },
      ],
    },
  ];
}

function aCycle(index: number): readonly Answer[] {
  const [from, to] = index === 0 ? [dayFromToday(-260), dayFromToday(-200)] : [dayFromToday(-150), dayFromToday(-60)];
  const at = (name: string): string => `#cycles-${index}-${name}`;
  return [
    { fill: at('strategy'), with: 'A check-in with a key adult every day, and a quiet place to go to.' },
    { date: at('startedOn'), with: from },
    { date: at('endedOn'), with: to },
    { fill: at('timesPerWeek'), with: '5' },
    { fill: at('minutesPerWeek'), with: '75' },
    { fill: at('groupSize'), with: '1' },
    { fill: at('deliveredBy'), with: 'Learning mentor' },
    { fill: at('cost'), with: '410' },
    { fill: at('whatChanged'), with: 'Fewer incidents in the morning; afternoons are as before.' },
  ];
}

/** Writes the answers of a page that is open, and goes on. */
export async function writePage(page: Page, heading: string, answers: readonly Answer[]): Promise<void> {
  await expectHeading(page, heading);
  for (const answer of answers) await write(page, answer);
  await press(page, 'Continue');
}

async function write(page: Page, answer: Answer): Promise<void> {
  const control = (name: string) =>
    name.startsWith('#') ? page.locator(name) : page.getByRole('main').getByLabel(name).first();
  if ('press' in answer) await press(page, answer.press);
  else if ('choose' in answer) await choose(page, answer.choose, answer.with);
  else if ('select' in answer) await control(answer.select).selectOption({ label: answer.with });
  else if ('fill' in answer) await control(answer.fill).fill(answer.with);
  else if (answer.date.startsWith('#')) {
    for (const [index, part] of ['year', 'month', 'day'].entries()) {
      await page.locator(`${answer.date}-${part}`).fill(String(Number(answer.with.split('-')[index])));
    }
  } else await fillDate(page, answer.date, answer.with);
}
