import { CASE_DEADLINE_BOUNDS } from '@panel/case-rules';

import { WholeNumber, YesNo } from '../common/fields.js';

const bounds = { min: CASE_DEADLINE_BOUNDS.least, max: CASE_DEADLINE_BOUNDS.most };

export class SetCaseDeadlines {
  @WholeNumber({ ...bounds, description: 'Working days from a submission to the coordinator’s answer.' })
  triageWorkingDays: number;

  @WholeNumber({ ...bounds, description: 'Working days from a return to the school’s new submission.' })
  returnWorkingDays: number;

  @WholeNumber({ ...bounds, description: 'Working days from the acceptance to the assessment of risk.' })
  assessmentWorkingDays: number;

  @WholeNumber({ ...bounds, description: 'Working days from the assessment to ready for panel.' })
  readyWorkingDays: number;
}

export class CaseDeadlines extends SetCaseDeadlines {
  @YesNo({ description: 'True: the authority has set none of its own.' })
  areDefaults: boolean;

  @WholeNumber({ description: '0 while the defaults hold.' })
  version: number;
}
