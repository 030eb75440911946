import type { QueueActionResult, QueueActionResults, QueueSelection } from '@panel/api-client';
import type { QueueService } from '@panel/api-client/queue/queue.service';
import type { Observable } from 'rxjs';

export type BulkAction = 'assign' | 'accept' | 'mark-urgent' | 'unmark-urgent';

interface Words {
  readonly question: (cases: string) => string;
  readonly explanation: string;
  readonly button: (cases: string) => string;
  readonly done: string;
}

export const bulkActions: Readonly<Record<BulkAction, Words>> = {
  assign: {
    question: (cases) => `Assign ${cases}`,
    explanation: 'Whoever gets them is told by email, without the name of a child.',
    button: (cases) => `Assign ${cases}`,
    done: 'Assigned',
  },
  accept: {
    question: (cases) => `Accept ${cases}?`,
    explanation:
      'Only complete referrals without a possible duplicate are accepted together. The others stay as they are, and you are told why.',
    button: (cases) => `Accept ${cases}`,
    done: 'Accepted',
  },
  'mark-urgent': {
    question: (cases) => `Mark ${cases} as urgent?`,
    explanation: 'The chair can act on an urgent case before the next panel.',
    button: (cases) => `Mark ${cases} as urgent`,
    done: 'Marked as urgent',
  },
  'unmark-urgent': {
    question: (cases) => `Mark ${cases} as not urgent?`,
    explanation: 'They then wait for the next panel like all others.',
    button: (cases) => `Mark ${cases} as not urgent`,
    done: 'Marked as not urgent',
  },
};

/** Whether a text from an address names an action. */
export function isBulkAction(text: string): text is BulkAction {
  return text in bulkActions;
}

export function resultText({ isDone, why }: QueueActionResult): string {
  return isDone ? 'Done' : `Not done. ${why ?? ''}`.trim();
}

type Options = (body: unknown) => { readonly headers: Record<string, string> };

export function sendAction(
  service: QueueService,
  action: BulkAction,
  items: QueueSelection[],
  assigneeId: string,
  options: Options,
): Observable<QueueActionResults> {
  switch (action) {
    case 'assign': {
      const body = { items, assigneeId: assigneeId === 'nobody' ? null : assigneeId };
      return service.assignCases(body, options(body));
    }
    case 'accept': {
      const body = { items };
      return service.acceptCases(body, options(body));
    }
    default: {
      const body = { items, isUrgent: action === 'mark-urgent' };
      return service.markCasesUrgent(body, options(body));
    }
  }
}
