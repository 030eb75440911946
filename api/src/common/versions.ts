import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

import { idempotencyKeyMissing, versionMissing, versionStale } from './common.problems.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The version the person changes, from If-Match: `"7"`. Missing is 428; anything that cannot be a version of ours is stale. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header === undefined || header === '') throw versionMissing();
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  if (!match) throw versionStale();
  return Number(match[1]);
});

/** The key under which a creating request may be repeated without doing it twice. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const header = context.switchToHttp().getRequest<Request>().headers['idempotency-key'];
  if (typeof header !== 'string' || !uuid.test(header)) throw idempotencyKeyMissing();
  return header.toLowerCase();
});
