import { acceptReferral, assessRisk, markReady } from './steps/assess.js';
import { acceptAllocation, recordSession } from './steps/deliver.js';
import { decide, planPanel, readPack } from './steps/panel.js';
import {
  checkAndSubmit,
  startReferral,
  writeAboutPupil,
  writeAgreement,
  writeAttendance,
  writeCircumstances,
  writeCycles,
  writeFamily,
  writeMeasures,
  writeNeeds,
  writeRequest,
  writeViews,
} from './steps/refer.js';
import { approveReport, draftReport, publishReport, readReport, runAnalysis } from './steps/report.js';
import { recordEhcFacts, recordReview } from './steps/review.js';
import { test } from './support/test.js';

test('a child’s case goes from the school’s referral to what the Board reads', async ({ openAs, faults }) => {
  // Some sixty pages, each looked at twice: two minutes on two cores, longer where they are shared.
  test.setTimeout(600_000);

  const reference = await test.step('1. The SENCo refers', async () => {
    const senco = await openAs('senco');
    await startReferral(senco);
    await writeAboutPupil(senco);
    await writeFamily(senco);
    await writeAgreement(senco);
    await writeNeeds(senco);
    await writeCircumstances(senco);
    await writeAttendance(senco);
    await writeCycles(senco);
    await writeMeasures(senco);
    await writeViews(senco);
    await writeRequest(senco);
    return checkAndSubmit(senco);
  });

  const coordinator = await openAs('coordinator');
  await test.step('2. The coordinator accepts and assesses', async () => {
    await acceptReferral(coordinator, reference);
    await assessRisk(coordinator);
    await markReady(coordinator);
  });

  await test.step('3. The panel reads and decides', async () => {
    const panel = await planPanel(coordinator, reference);
    await readPack(await openAs('panel-member'), panel, reference);
    await decide(coordinator, panel, faults);
  });

  await test.step('4. The provider delivers', async () => {
    const provider = await openAs('provider');
    await acceptAllocation(provider, reference);
    await recordSession(provider);
  });

  await test.step('5. The coordinator reviews', async () => {
    await recordReview(coordinator, reference);
    await recordEhcFacts(coordinator);
  });

  const report = await test.step('6. The coordinator analyses and drafts a report', async () => {
    await runAnalysis(coordinator);
    return draftReport(coordinator);
  });

  await test.step('7. The Board approves, and reads what is published', async () => {
    const board = await openAs('board-member');
    await approveReport(board, report);
    await publishReport(coordinator, report);
    await readReport(board);
  });
});
