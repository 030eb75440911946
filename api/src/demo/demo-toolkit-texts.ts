import type { DeclineReason, ToolkitPhase } from '@panel/case-rules';
import type { SenTypeCode } from '@panel/reference';

export interface DemoResource {
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
  readonly needs: readonly SenTypeCode[];
  readonly phases: readonly ToolkitPhase[];
  readonly reasons: readonly DeclineReason[];
}

/** Invented advice in own words: nothing in it is taken from a published programme. */
export const demoResources: readonly DemoResource[] = [
  {
    title: 'Plan a cycle of assess, plan, do, review',
    summary: 'A one-page way to plan six weeks of support so that a review can say what came of it.',
    paragraphs: [
      'Write one sentence on what the child finds hard and when. Choose one thing to change, who does it, how often and for how many minutes.',
      'Agree with the child and the family what would be a little better in six weeks, and how you will notice. Count the same thing before and after.',
      'At the review write down what changed, what did not, and what you do next. Two such pages are the graduated response that a referral asks for.',
    ],
    needs: [],
    phases: [],
    reasons: ['graduated_response_not_shown', 'threshold_not_met'],
  },
  {
    title: 'Show what support was given',
    summary: 'A simple log of who did what, how often and for how long, for a term.',
    paragraphs: [
      'Keep the log where everybody who works with the child can write in it. One line a session is enough: date, minutes, what was done, how it went.',
      'Add up the minutes at the end of each half term. A plan that was to be three times a week and happened once is no proof that the plan does not work.',
    ],
    needs: [],
    phases: [],
    reasons: ['graduated_response_not_shown'],
  },
  {
    title: 'Ask the child what helps',
    summary: 'Four ways to hear a child who does not like to talk about school.',
    paragraphs: [
      'Walk through the day on paper and let the child colour each hour. Ask about the brightest hour first.',
      'Let the child rank cards of what adults do. Offer drawing, building or a walk; write down the words that were used, not yours.',
    ],
    needs: [],
    phases: [],
    reasons: ['graduated_response_not_shown'],
  },
  {
    title: 'A calm start to the day',
    summary: 'A key adult, a place and ten minutes before lessons begin.',
    paragraphs: [
      'The same adult meets the child at the same door. Nothing is asked in the first two minutes.',
      'Look at the day together, name one part that may be hard and what to do then. Leave for class before the corridor fills.',
    ],
    needs: ['SEMH', 'ASD'],
    phases: ['primary', 'secondary'],
    reasons: ['threshold_not_met', 'school_resources_sufficient'],
  },
  {
    title: 'When a child leaves the classroom',
    summary: 'A plan for the adult who follows, and for the way back.',
    paragraphs: [
      'Agree beforehand where the child may go, who follows and at what distance. Speak little, and not about what happened.',
      'The way back is part of the plan: one small thing to do in class, no audience, a fresh start. Talk about it later in the day.',
    ],
    needs: ['SEMH'],
    phases: ['primary', 'secondary'],
    reasons: ['threshold_not_met'],
  },
  {
    title: 'Coming back after a suspension',
    summary: 'A meeting that plans the first week instead of going through the last one.',
    paragraphs: [
      'Ask what the child needs on the first morning. Tell every teacher of the day what was agreed.',
      'Meet again after five days. Keep what worked, drop the rest.',
    ],
    needs: ['SEMH'],
    phases: ['secondary'],
    reasons: ['not_highest_priority'],
  },
  {
    title: 'A worry plan',
    summary: 'Small steps towards what a child avoids, planned with the child and the family.',
    paragraphs: [
      'Draw a ladder. The lowest step is something the child can nearly do now. Stay on a step until it is dull.',
      'Praise the step, not the result. Tell the family the same words that the school uses.',
    ],
    needs: ['SEMH', 'ASD'],
    phases: [],
    reasons: ['threshold_not_met', 'school_resources_sufficient'],
  },
  {
    title: 'Attendance that is falling',
    summary: 'What to look at in the first four weeks, before it becomes a habit.',
    paragraphs: [
      'Look at which lessons, days and people the child misses. Ask the child before the family, and the family before an agency.',
      'Change one thing at school first. Part-time hours need a date on which they end.',
    ],
    needs: ['SEMH'],
    phases: ['secondary'],
    reasons: ['not_highest_priority', 'outside_remit'],
  },
  {
    title: 'Talk so that every child can follow',
    summary: 'Shorter sentences, one instruction at a time and something to see.',
    paragraphs: [
      'Say the name first. Give one instruction, wait ten seconds, then show it. Ask the child to show you what comes first.',
      'Put the words of the lesson on the wall with a picture each. Come back to them on three days of the week.',
    ],
    needs: ['SLCN', 'ASD', 'MLD'],
    phases: ['early_years', 'primary'],
    reasons: ['school_resources_sufficient'],
  },
  {
    title: 'Build vocabulary before a topic',
    summary: 'Ten words a fortnight, taught before the class needs them.',
    paragraphs: [
      'Choose words that other subjects use, too. Meet each one in a sentence, a picture and an action.',
      'Let the child teach one word to somebody else. Check the ten again after a month.',
    ],
    needs: ['SLCN', 'SPLD'],
    phases: ['primary', 'secondary'],
    reasons: ['school_resources_sufficient'],
  },
  {
    title: 'When a child does not speak in class',
    summary: 'Take the pressure away first; then build up from whoever the child does speak with.',
    paragraphs: [
      'Do not ask for an answer and do not offer a reward for one. Let the child nod, point or write.',
      'Bring the person the child speaks with into the room, then other people, one at a time. Ask the speech and language service for advice early.',
    ],
    needs: ['SLCN', 'SEMH'],
    phases: ['early_years', 'primary'],
    reasons: ['outside_remit'],
  },
  {
    title: 'Make the day predictable',
    summary: 'A timetable one can see, and a way to announce what will be different.',
    paragraphs: [
      'Show now, next and later. Take away what is done. Mark a change with the same sign each time, and say it the day before.',
      'Plan the breaks as well: where, with whom, what to do.',
    ],
    needs: ['ASD', 'SLCN'],
    phases: [],
    reasons: ['school_resources_sufficient', 'threshold_not_met'],
  },
  {
    title: 'Noise, light and clothes',
    summary: 'A walk through the school with the eyes and ears of the child.',
    paragraphs: [
      'Walk the child’s day and note what hums, glares, smells and touches. Ask the child to rate five places.',
      'Change seats and routes before you buy anything. Look again after three weeks.',
    ],
    needs: ['ASD'],
    phases: [],
    reasons: ['threshold_not_met'],
  },
  {
    title: 'Friends at break time',
    summary: 'A small group with something to do, led by an adult who steps back.',
    paragraphs: [
      'Choose two or three children who are kind and steady. Begin with something that needs two pairs of hands.',
      'The adult says less each week. Ask the child whom they would like to sit beside.',
    ],
    needs: ['ASD', 'SEMH', 'SLCN'],
    phases: ['primary'],
    reasons: ['not_highest_priority'],
  },
  {
    title: 'Reading that does not stick',
    summary: 'Short, daily and checked every third week.',
    paragraphs: [
      'Find out with which sounds the child is sure. Practise ten minutes a day, most of it with what is nearly known.',
      'Read aloud to the child as well, above their own level. Count right words in one minute every third week.',
    ],
    needs: ['SPLD', 'MLD'],
    phases: ['primary', 'secondary'],
    reasons: ['school_resources_sufficient', 'outside_remit'],
  },
  {
    title: 'Begin, keep going, finish',
    summary: 'Help for children who cannot start or stay with a task.',
    paragraphs: [
      'Cut the task into parts that take five minutes. The first part is so easy that it begins by itself.',
      'Show how long is left. Let the child tick off what is done; movement between parts is allowed and planned.',
    ],
    needs: ['SEMH', 'SPLD', 'OTH'],
    phases: ['primary', 'secondary'],
    reasons: ['school_resources_sufficient', 'threshold_not_met'],
  },
  {
    title: 'Moving to a new school',
    summary: 'What the old school writes, the new one does, and the child sees, from May to October.',
    paragraphs: [
      'Write one page with the child: what I am good at, what is hard, what helps, what does not. The new form tutor reads it with the child.',
      'Two visits without a crowd, one photograph of each place and person, one named adult in the first half term.',
    ],
    needs: [],
    phases: ['primary', 'secondary'],
    reasons: ['not_highest_priority'],
  },
  {
    title: 'Talk with a family that is tired of meetings',
    summary: 'One person, one short call a week, and good news in it.',
    paragraphs: [
      'Agree who calls, when and for how long. Begin with something that went well, and mean it.',
      'Ask what would help at home this week. Write down what was agreed in two lines and send them.',
    ],
    needs: [],
    phases: [],
    reasons: ['graduated_response_not_shown', 'not_highest_priority'],
  },
  {
    title: 'Which service answers what',
    summary: 'A map of who takes a request directly, without this panel.',
    paragraphs: [
      'Physical and medical needs go to the nursing and therapy services; hearing and sight to the sensory team; worries about safety to the front door of children’s services at once.',
      'A parent, a young person or the school can ask the council for an EHC needs assessment at any time. This panel is never a step that has to come first.',
    ],
    needs: ['HI', 'VI', 'MSI', 'PD', 'OTH'],
    phases: [],
    reasons: ['outside_remit'],
  },
  {
    title: 'Use the school’s own SEN budget',
    summary: 'How to put a cost beside the support that a child already gets.',
    paragraphs: [
      'Multiply minutes by weeks by the hourly cost of the person, and divide by the number of children in the group. Add what was bought for this child.',
      'Compare with what the school is expected to find itself. The sum is no judgement of the child; it shows what is already there and what would be new.',
    ],
    needs: [],
    phases: [],
    reasons: ['school_resources_sufficient'],
  },
  {
    title: 'Preparing for college and work',
    summary: 'Interests first, then places, then the plan.',
    paragraphs: [
      'Ask what the young person likes to do when nobody asks. Visit two places, each twice.',
      'Write down with whom, how to get there and what to do when it is too much. Try it before it counts.',
    ],
    needs: [],
    phases: ['secondary', 'post_16'],
    reasons: ['outside_remit'],
  },
];
