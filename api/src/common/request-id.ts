import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

import type { RequestHandler } from 'express';

const ids = new AsyncLocalStorage<string>();

/** The request that is being worked on, wherever in the code one is; nothing outside of one. */
export function currentRequestId(): string | undefined {
  return ids.getStore();
}

/** Gives each request an id of our own (what a client sends is not believed) and tells it in the answer. */
export const giveRequestId: RequestHandler = (_request, response, next) => {
  const id = randomUUID();
  response.setHeader('X-Request-Id', id);
  ids.run(id, next);
};
