import { Injectable, signal } from '@angular/core';
import { type SchemaPathTree, validate } from '@angular/forms/signals';
import type { RecordDecision } from '@panel/api-client';
import {
  decisionAllocates,
  type DecisionFacts,
  decisionNeedsDeclineReason,
  type DecisionOutcome,
  type DeclineReason,
  findDecisionProblems,
  LONG_TEXT_MAX,
} from '@panel/case-rules';
import { type Mistake, mistake, typedWholeNumber } from '../../home/page/form-mistakes.js';

/** A decision as it is typed; answers that the outcome does not ask for stay, in case it is changed back. */
export interface DecisionAnswers {
  readonly outcome: DecisionOutcome | '';
  readonly declineReason: DeclineReason | '';
  readonly contractId: string;
  readonly units: string;
  readonly reason: string;
}

const nothing: DecisionAnswers = { outcome: '', declineReason: '', contractId: '', units: '', reason: '' };

/** Keeps the answers between the question, the check and a refusal, for one case at a time. */
@Injectable()
export class DecisionDraft {
  readonly answers = signal<DecisionAnswers>(nothing);
  private itemId = '';

  /** Keeps what was typed for this case; another case starts empty. */
  open(itemId: string): void {
    if (this.itemId === itemId) return;
    this.itemId = itemId;
    this.answers.set(nothing);
  }

  /** After it is recorded. */
  clear(): void {
    this.itemId = '';
    this.answers.set(nothing);
  }
}

/** What is sent: only what the outcome asks for. Nothing while no outcome is chosen. */
export function decisionBody({
  outcome,
  declineReason,
  contractId,
  units,
  reason,
}: DecisionAnswers): RecordDecision | undefined {
  if (outcome === '') return undefined;
  const allocates = decisionAllocates(outcome);
  return {
    outcome,
    reason: reason.trim(),
    declineReason: decisionNeedsDeclineReason(outcome) && declineReason !== '' ? declineReason : null,
    contractId: allocates && contractId !== '' ? contractId : null,
    // Not a number is not the same as left out: the rules then say what units must be.
    units: allocates && units.trim() !== '' ? (typedWholeNumber(units) ?? NaN) : null,
  };
}

/** The rules of the domain at their fields, once an outcome is chosen. */
export function decisionSchema(path: SchemaPathTree<DecisionAnswers>): void {
  validate(path.outcome, ({ value }) => (value() === '' ? mistake('Select what the panel decided') : undefined));
  validate(path.declineReason, ({ valueOf }) => firstMistake(valueOf(path), '/declineReason'));
  validate(path.contractId, ({ valueOf }) => firstMistake(valueOf(path), '/contractId'));
  validate(path.units, ({ valueOf }) => firstMistake(valueOf(path), '/units'));
  validate(path.reason, ({ value, valueOf }) =>
    value().length > LONG_TEXT_MAX
      ? mistake(`Reason must be ${LONG_TEXT_MAX.toLocaleString('en-GB')} characters or less`)
      : firstMistake(valueOf(path), '/reason'),
  );
}

function firstMistake(answers: DecisionAnswers, pointer: string): Mistake | undefined {
  const facts: DecisionFacts | undefined = decisionBody(answers);
  const found = facts && findDecisionProblems(facts).find((problem) => problem.pointer === pointer);
  return found && mistake(found.message);
}
