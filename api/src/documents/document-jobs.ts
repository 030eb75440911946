import { Injectable } from '@nestjs/common';

import { JobRegistry } from '../jobs/job-registry.js';
import { DocumentScansService } from './document-scans.service.js';

/** A scanner that is away is asked again after so long at the earliest. */
const patienceMilliseconds = 60_000;

/** What workers do for documents: scan each file, and delete files that belong to nothing. */
@Injectable()
export class DocumentJobs {
  constructor(registry: JobRegistry, scans: DocumentScansService) {
    registry.handle('document_scan', {
      run: (authorityId, id) => scans.scan(authorityId, id),
      // The file stays in quarantine, and is handed over again below.
      giveUp: async () => undefined,
      handOverForgotten: (authorityId, silentMilliseconds) =>
        scans.handOverWaiting(authorityId, Math.max(silentMilliseconds, patienceMilliseconds)),
    });
    registry.recur('document_orphans', {
      schedule: { everySeconds: 60 * 60 },
      run: async (authorityId) => void (await scans.sweepOrphans(authorityId)),
    });
  }
}
