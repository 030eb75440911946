import type { LoggerService } from '@nestjs/common';

import { loggableError } from './log-error.js';
import { currentRequestId } from './request-id.js';

type Level = 'error' | 'warn' | 'info';
type Facts = Readonly<Record<string, string | number>>;

/**
 * One line of JSON for each event, in UTC, with the id of the request it belongs to. JSON escapes line breaks, so nothing that
 * somebody sent can begin a line of its own. For the output of the process; where it goes is the operator's matter.
 */
export class JsonLogger implements LoggerService {
  constructor(private readonly write: (line: string) => void = (line) => void process.stdout.write(line)) {}

  /** Nest's own news about starting, which says nothing that `info` does not. */
  log(): void {
    return undefined;
  }

  error(message: unknown, ...more: readonly unknown[]): void {
    this.line('error', message, more);
  }

  fatal(message: unknown, ...more: readonly unknown[]): void {
    this.line('error', message, more);
  }

  warn(message: unknown, ...more: readonly unknown[]): void {
    this.line('warn', message, more);
  }

  /** Something worth knowing, with facts that are codes, numbers and routes; never what somebody typed. */
  info(context: string, message: string, facts: Facts = {}): void {
    this.put('info', context, message, facts);
  }

  /** Nest hands over the message, sometimes a stack, and at last the context. */
  private line(level: Level, message: unknown, more: readonly unknown[]): void {
    const texts = more.filter((each) => typeof each === 'string');
    const context = texts.findLast((text) => !text.includes('\n')) ?? 'Application';
    const stack = texts.find((text) => text.includes('\n'));
    const words = typeof message === 'string' ? message : loggableError(message);
    this.put(level, context, words, stack === undefined ? {} : { stack });
  }

  private put(level: Level, context: string, message: string, facts: Facts): void {
    const request = currentRequestId();
    const line = { at: new Date().toISOString(), level, context, message, ...facts, ...(request && { request }) };
    this.write(`${JSON.stringify(line)}\n`);
  }
}
