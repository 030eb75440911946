import type { Server } from 'node:http';

import type { Request, RequestHandler } from 'express';

import { bodyTooDeep, parameterRepeated, requestTooSlow, wordRefused } from './common.problems.js';
import type { Problem } from './problem.js';
import { sendProblem } from './send-problem.js';

/** Ours are at most five deep. */
const deepest = 12;
const mostValues = 20_000;
/** By these a text can reach the prototype that all objects share. */
const refusedWords: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** A query names each thing once: of two values, two readers choose differently. */
export const refuseWildQueries: RequestHandler = (request, response, next) => {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  const names = [...query.keys()];
  if (names.some(isRefusedWord)) sendProblem(response, wordRefused());
  else if (new Set(names).size !== names.length) sendProblem(response, parameterRepeated());
  else next();
};

function isRefusedWord(name: string): boolean {
  return name.split(/[.[\]]+/).some((part) => refusedWords.includes(part));
}

/** After the body has been read: not too deep, not too many values, and no way to a prototype. */
export const refuseWildBodies: RequestHandler = (request, response, next) => {
  const problem = problemOf(request.body);
  if (problem) sendProblem(response, problem);
  else next();
};

function problemOf(body: unknown): Problem | null {
  let level: unknown[] = [body];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > deepest || values > mostValues) return bodyTooDeep();
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      if (Object.keys(value).some((key) => refusedWords.includes(key))) return wordRefused();
      const inner: readonly unknown[] = Object.values(value);
      next.push(...inner);
    }
    level = next;
  }
  return null;
}

/** A body arrives within this time or not at all; files have the server's own, longer limit. */
export function bodyDeadline(milliseconds = 20_000): RequestHandler {
  return (request, response, next) => {
    if (!mayHaveBody(request) || request.is('multipart/form-data')) return next();
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      response.once('finish', () => request.destroy());
      response.setHeader('Connection', 'close');
      sendProblem(response, requestTooSlow());
    }, milliseconds);
    request.once('end', () => clearTimeout(timer));
    request.once('close', () => clearTimeout(timer));
    next();
  };
}

function mayHaveBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** In production only cookies that the browser has bound to this host count; another of our names comes from elsewhere. */
export const dropPlainCookies: RequestHandler = (request, _response, next) => {
  const { cookie } = request.headers;
  if (cookie !== undefined) {
    request.headers.cookie = cookie
      .split(';')
      .filter((part) => !/^\s*panel-/.test(part))
      .join(';');
  }
  next();
};

/** How long the server waits for whom, and how much of each it takes. All in milliseconds and whole numbers. */
export const serverLimits = {
  /** From the first byte to the end of the headers. */
  headersTimeout: 15_000,
  /** From the first byte to the last: a file of 20 MB over a slow line takes minutes. */
  requestTimeout: 300_000,
  /** Longer than a proxy keeps a connection that it may still use. */
  keepAliveTimeout: 65_000,
  maxHeadersCount: 64,
  maxConnections: 2_000,
} as const;

export function limitServer(server: Server): void {
  Object.assign(server, serverLimits);
}
