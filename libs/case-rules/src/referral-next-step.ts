import { addDays, formatDate, type IsoDate } from '@panel/reference';
import { firstReviewOn, schoolInformedBy, triageDueOn } from './panel-dates.js';
import { type ReferralStatus } from './referral-statuses.js';

/** The dates that a next step is reckoned from; leave out or pass null what is not known. */
export interface NextStepDates {
  readonly submittedOn?: IsoDate | null;
  /** The panel that the case is on the agenda of, or that decided it. */
  readonly panelHeldOn?: IsoDate | null;
  readonly deliveryStartedOn?: IsoDate | null;
  /** By when the authority's deadlines say that the step is done; goes before what is reckoned from the other dates. */
  readonly dueOn?: IsoDate | null;
}

/** What happens next, for the school and everybody else, and by when (null where no date is promised). */
export interface NextStep {
  readonly text: string;
  readonly dueOn: IsoDate | null;
}

/** The next step of a referral in words that name who acts. */
export function referralNextStep(status: ReferralStatus, dates: NextStepDates = {}): NextStep {
  const { submittedOn = null, panelHeldOn = null, deliveryStartedOn = null, dueOn = null } = dates;
  switch (status) {
    case 'draft':
      return plain('The school needs to complete and submit the referral');
    case 'submitted':
      return by('The coordinator will look at this', dueOn ?? (submittedOn && triageDueOn(submittedOn)));
    case 'returned':
      return by('The school needs to change the referral and submit it again', dueOn);
    case 'accepted':
      return by('The coordinator will assess the risk', dueOn);
    case 'assessed':
      return by('The coordinator will decide whether the case is ready for a panel', dueOn);
    case 'ready_for_panel':
      return panelHeldOn === null
        ? plain('The case will go to the next panel with space on its agenda')
        : { text: `The panel will discuss this on ${formatDate(panelHeldOn)}`, dueOn: panelHeldOn };
    case 'decided':
      return by('The school will hear the decision', panelHeldOn && schoolInformedBy(panelHeldOn));
    case 'in_delivery':
      return by('The coordinator will review the support', deliveryStartedOn && firstReviewOn(deliveryStartedOn));
    case 'in_review':
      return plain('The coordinator will record the outcome and the next step');
    case 'closed':
      return plain('Nothing more to do: the case is closed');
    case 'withdrawn':
      return plain('Nothing more to do: the referral was withdrawn');
    case 'declined':
      return plain('Nothing more to do: the referral was declined. The school can ask for it to be looked at again');
  }
}

/** Whether a next step is overdue: its date is over. */
export function isNextStepOverdue(step: NextStep, today: IsoDate): boolean {
  return step.dueOn !== null && addDays(step.dueOn, 1) <= today;
}

function plain(text: string): NextStep {
  return { text, dueOn: null };
}

function by(text: string, dueOn: IsoDate | null): NextStep {
  return dueOn === null ? plain(text) : { text: `${text} by ${formatDate(dueOn)}`, dueOn };
}
