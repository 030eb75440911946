import path from 'node:path';

import { AuditChainService } from './audit/audit-chain.service.js';
import { choosePort } from './config/free-port.js';
import { type Environment, localAddress, readEnvironment } from './config/environment.js';
import { localSecret } from './config/local-secrets.js';
import { applicationUrl } from './database/application-role.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { migrate } from './database/migrate.js';
import { DemoDocumentsService } from './demo/demo-documents.service.js';
import { DemoInvitationService } from './demo/demo-invitation.service.js';
import { DemoReportService } from './demo/demo-report.service.js';
import { DemoService } from './demo/demo.service.js';
import { stopOnSignals } from './graceful-stop.js';
import { HomeService } from './home/home.service.js';
import { createHttpServer } from './http-server.js';
import { runJobs } from './job-runner.js';
import { welcome } from './welcome.js';

/** Everything in one process with invented data: what `npm start` runs. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const asked = readEnvironment();
  if (asked.isProduction)
    throw new Error('This is the demo. In production start api, worker and migrations: see docs/running.md.');
  const port = await choosePort(asked.port, asked.host);

  say('Starting Postgres …');
  const postgres = await startEmbeddedPostgres({
    folder: path.resolve(asked.dataFolder),
    ...(asked.postgresPort !== null && { port: asked.postgresPort }),
    log: say,
  });
  try {
    say('Bringing the database up to date …');
    const application = {
      url: applicationUrl(postgres.url, localSecret(asked.dataFolder, 'database-password')),
      scopeKey: localSecret(asked.dataFolder, 'scope-key'),
    };
    await migrate(postgres.url, application);
    const environment: Environment = {
      ...asked,
      isDemo: true,
      databaseUrl: application.url,
      scopeKey: application.scopeKey,
      fieldKeys: asked.fieldKeys ?? Buffer.from(localSecret(asked.dataFolder, 'field-key'), 'hex').toString('base64'),
      publicAddress: asked.publicAddress === localAddress(asked.port) ? localAddress(port) : asked.publicAddress,
      auditAnchorFile: asked.auditAnchorFile ?? path.resolve(asked.dataFolder, 'audit-anchors'),
      erasuresFile: asked.erasuresFile ?? path.resolve(asked.dataFolder, 'erasures.jsonl'),
      webFolder: asked.webFolder ?? path.resolve(import.meta.dirname, '../../web/dist/browser'),
    };
    const app = await createHttpServer(environment);
    const jobs = runJobs(app, environment, say);
    stopOnSignals([() => app.close(), () => jobs.stop(), () => postgres.stop()], say);

    const seeded = await app.get(DemoService).seedOnce();
    if (seeded !== null) {
      say('Inventing an authority with children, schools and panels …');
      await app.get(DemoDocumentsService).upload(seeded);
      await app.get(DemoInvitationService).invite(seeded);
      await app.get(DemoReportService).publish(seeded);
      await app.get(AuditChainService).verify(seeded);
    }
    await app.listen(port, environment.host);
    const { items } = await app.get(HomeService).demoPeople();
    say(welcome(`http://localhost:${port}`, items));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
