export {
  CASE_DEADLINE_BOUNDS,
  CASE_DEADLINE_DEFAULTS,
  type CaseDeadlines,
  caseDueOn,
  overdueBefore,
  workingDaysLate,
} from './deadlines.js';
export {
  findOptionalGaps,
  type OptionalGap,
  type ReferralQuestion,
  referralQuestionLabel,
  referralQuestions,
} from './questions.js';
export {
  isQueueTab,
  QUEUE_STAGES,
  QUEUE_TABS,
  type QueueStage,
  queueNextStep,
  queueStageOf,
  type QueueTab,
  queueTabLabel,
} from './queue.js';
export { type AskedQuestion, changesAbout, type ReturnSpan, returnSpan } from './return-changes.js';
export { isToolkitPhase, TOOLKIT_PHASES, type ToolkitPhase, toolkitPhaseLabel } from './toolkit-phases.js';
