import { ROLES, type Role } from '@panel/case-rules';

import { Assessment } from '../assessments/assessment.dto.js';
import { CaseTask } from '../case-tasks/case-task.dto.js';
import { DateOnly, Instant, ListOf, Nested, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { Note } from '../notes/note.dto.js';
import { Review } from '../outcomes/outcome.dto.js';
import { Referral } from '../referrals/referral.dto.js';
import { SupportHistory } from '../support-history/support-history.dto.js';
import { type CaseEventKind, caseEventKinds } from './case-event-kinds.js';

export class CaseTimelineParameters {
  @OneOf(caseEventKinds, { optional: true, name: 'CaseEventKind' })
  kind?: CaseEventKind;

  @Text({ max: 20, optional: true, description: 'The `nextBefore` of the page before.' })
  before?: string;
}

export class CaseEvent {
  @WholeNumber()
  seq: number;

  @Instant()
  at: string;

  @Text({ max: 60 })
  event: string;

  @OneOf(caseEventKinds, { name: 'CaseEventKind' })
  kind: CaseEventKind;

  @Text({ max: 200 })
  actorName: string;

  @Text({ max: 500 })
  summary: string;

  @Text({ max: 200, nullable: true, description: 'The page of the web application where the thing is found.' })
  link: string | null;
}

export class CaseTimeline {
  @ListOf(() => CaseEvent, { description: 'The newest first.' })
  items: CaseEvent[];

  @Text({ max: 20, nullable: true, description: 'Send as `before` for the next page; null on the last.' })
  nextBefore: string | null;
}

export class CasePerson {
  @OneOf(ROLES, { name: 'Role' })
  role: Role;

  @Text({ max: 200, nullable: true, description: 'School or provider.' })
  organisationName: string | null;

  @Text({ max: 200 })
  name: string;

  @YesNo({ description: 'The coordinator to whom the case is assigned.' })
  isLead: boolean;

  @Text({
    max: 320,
    nullable: true,
    description: 'How to reach them, where that is the business of the person asking.',
  })
  email: string | null;
}

export class CasePeople {
  @ListOf(() => CasePerson)
  items: CasePerson[];

  @OneOf(ROLES, { name: 'Role', nullable: true, description: 'Whose turn it is; null when nothing more happens.' })
  nextRole: Role | null;

  @DateOnly({ nullable: true, description: 'The panel that the case is on the agenda of, or that looked at it last.' })
  panelHeldOn: string | null;

  @Uuid({ nullable: true, description: 'That panel, for those who may open it.' })
  panelId: string | null;
}

/** Everything on a case that the person asking may see, on one page. */
export class CasePrint {
  @Instant()
  printedAt: string;

  @Text({ max: 200 })
  printedByName: string;

  @Nested(() => Referral)
  referral: Referral;

  @Nested(() => CasePeople)
  people: CasePeople;

  @ListOf(() => Assessment)
  assessments: Assessment[];

  @Nested(() => SupportHistory)
  supportHistory: SupportHistory;

  @ListOf(() => Review)
  reviews: Review[];

  @ListOf(() => Note)
  notes: Note[];

  @ListOf(() => CaseTask)
  caseTasks: CaseTask[];

  @ListOf(() => CaseEvent, { description: 'The newest first.' })
  events: CaseEvent[];
}
