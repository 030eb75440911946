import { JsonLogger } from './common/json-logger.js';
import { readEnvironment } from './config/environment.js';
import { refuseUnfitSettings } from './config/production-settings.js';
import { drain, stopOnSignals } from './graceful-stop.js';
import { createHttpServer } from './http-server.js';

/** The API process of the production shape: many of these behind the proxy. */
const environment = readEnvironment();
refuseUnfitSettings(environment, 'api');
const logger = new JsonLogger();
const say = (line: string): void => logger.info('Process', line);

const app = await createHttpServer(environment, logger);
stopOnSignals([() => drain(app, environment.drainSeconds * 1_000), () => app.close()], say);
await app.listen(environment.port ?? 3000, environment.host);
say(`API listening on ${environment.host}:${environment.port ?? 3000}`);
