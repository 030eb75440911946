import type { Response } from 'express';

import type { Problem } from './problem.js';

/** A problem as RFC 9457 writes it. */
export function sendProblem(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .type('application/problem+json')
    .setHeader('Cache-Control', 'no-store')
    .send(
      JSON.stringify({
        type: `/problems/${problem.code}`,
        title: problem.title,
        status: problem.status,
        code: problem.code,
        detail: problem.detail,
        ...(problem.errors.length > 0 && { errors: problem.errors }),
      }),
    );
}
