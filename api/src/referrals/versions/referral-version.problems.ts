import { fieldsInvalid } from '../../common/common.problems.js';
import type { Problem } from '../../common/problem.js';

export const versionUnknown = (pointer: string): Problem =>
  fieldsInvalid([{ pointer, code: 'referral_version_unknown', detail: 'The referral has no version of this number.' }]);
