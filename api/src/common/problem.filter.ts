import { randomUUID } from 'node:crypto';

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';

import { loggableError } from './log-error.js';
import { Problem } from './problem.js';
import { currentRequestId } from './request-id.js';
import { sendProblem } from './send-problem.js';

interface HttpError {
  readonly status: number;
  readonly type?: unknown;
}

function isHttpError(error: unknown): error is HttpError {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number';
}

const codes: Readonly<Record<number, readonly [code: string, title: string, detail: string]>> = {
  400: [
    'request_malformed',
    'The request could not be read',
    'The body must be valid JSON, the address and its parameters well formed.',
  ],
  404: ['not_found', 'Not found', 'Nothing here under this address that you may see.'],
  405: ['method_not_allowed', 'Not possible here', 'This address does not take that method.'],
  413: [
    'request_too_large',
    'The request is too large',
    'Send less text at once. The limit for one request is 256 KB.',
  ],
  415: ['media_type_unsupported', 'Send JSON', 'The body must be application/json in UTF-8.'],
};

/** The one place that turns an exception into an answer: problem details, never a stack, SQL or a version. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const problem = this.toProblem(error, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.retryAfterSeconds !== null) response.setHeader('Retry-After', String(problem.retryAfterSeconds));
    sendProblem(response, problem);
  }

  private toProblem(error: unknown, request: Request): Problem {
    if (error instanceof Problem) return error;
    const status = error instanceof HttpException ? error.getStatus() : isHttpError(error) ? error.status : 500;
    const known = codes[status] ?? (status >= 400 && status < 500 ? codes[400] : undefined);
    if (known) return new Problem(status, known[0], known[1], known[2]);
    // The person gets an id, the log gets the cause under the same id: that of the request.
    const id = currentRequestId() ?? randomUUID();
    this.logger.error(`${id} ${request.method}: ${loggableError(error)}`);
    return new Problem(
      500,
      'unexpected',
      'Something went wrong on our side',
      `Try again. If it happens again, give this number to support: ${id}.`,
    );
  }
}
