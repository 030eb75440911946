import { writeFileSync } from 'node:fs';

import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { readEnvironment } from './config/environment.js';
import { openApiDocument } from './openapi-document.js';

/** Writes the contract to the file named on the command line. */
const file = process.argv[2];
if (!file) throw new Error('Name the file to write: node api/dist/openapi.js libs/api-client/openapi.json');
const app = await NestFactory.create(AppModule.with(readEnvironment({})), {
  preview: true,
  abortOnError: false,
  logger: ['error'],
});
app.setGlobalPrefix('api');
writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
