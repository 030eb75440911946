import { mkdirSync, writeFileSync } from 'node:fs';

import { benchAnalysis } from './analysis.bench.mjs';
import { benchAuditChain } from './audit-chain.bench.mjs';
import { benchPageSize } from './page-size.bench.mjs';
import { benchReferralList } from './referral-list.bench.mjs';
import { benchRowSecurity } from './row-security.bench.mjs';
import { benchSchoolImport } from './school-import.bench.mjs';

/** `npm run bench`: each benchmark beside its floor in one run; results as JSON; ends with 1 when a limit is not met. */
const say = (line) => process.stderr.write(`${line}\n`);
const results = [
  benchAnalysis(say),
  await benchReferralList(say),
  await benchPageSize(say),
  await benchRowSecurity(say),
  await benchAuditChain(say),
  await benchSchoolImport(say),
];
mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.json', `${JSON.stringify(results, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.every(({ isWithin }) => isWithin) ? 0 : 1;
