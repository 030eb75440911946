import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

import { AppModule } from './app.module.js';
import { configureApplication } from './application.js';
import { JsonLogger } from './common/json-logger.js';
import { limitServer } from './common/request-limits.js';
import { webApplication } from './web-application/web-application.js';
import type { Environment } from './config/environment.js';
import { serveApiDocs } from './openapi-document.js';

/** The API (and the web application, where its folder is named) as one HTTP server that is not listening yet. */
export async function createHttpServer(
  environment: Environment,
  logger: JsonLogger = new JsonLogger(),
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(environment), {
    bodyParser: false,
    logger,
    abortOnError: false,
  });
  limitServer(app.getHttpServer());
  configureApplication(app, {
    isSecure: environment.isProduction,
    proxyHops: environment.proxyHops,
    // In a demonstration the screen is for people.
    ...(!environment.isDemo && { accessLogger: logger }),
  });
  if (!environment.isProduction) serveApiDocs(app);
  if (environment.webFolder) app.use(webApplication(environment.webFolder, environment));
  return app;
}
