import { createHash } from 'node:crypto';

import { Logger } from '@nestjs/common';

/** Whether a password is known from a theft elsewhere. Asked in addition to the list in the product, never instead. */
export abstract class BreachedPasswords {
  abstract contains(password: string): Promise<boolean>;
}

/** The default: nothing is asked outside. */
export class NoBreachedPasswords extends BreachedPasswords {
  contains(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

const longestWaitMilliseconds = 2_000;
/** A range has some 40 kB; more is not the service we know. */
const longestAnswer = 1_000_000;

/**
 * A service with the range interface of Have I Been Pwned: it learns five of forty digits of a hash, which some 800 known
 * passwords share. When it does not answer in time, the password is taken (docs/adr/0011).
 */
export class BreachedPasswordRanges extends BreachedPasswords {
  private readonly logger = new Logger('BreachedPasswords');

  constructor(private readonly url: string) {
    super();
  }

  async contains(password: string): Promise<boolean> {
    const hash = createHash('sha1').update(password, 'utf8').digest('hex').toUpperCase();
    try {
      const suffixes = await this.range(hash.slice(0, 5));
      return suffixes.has(hash.slice(5));
    } catch (error) {
      this.logger.warn(`not asked: ${error instanceof Error ? error.name : 'unknown'}`);
      return false;
    }
  }

  private async range(prefix: string): Promise<ReadonlySet<string>> {
    const answer = await fetch(`${this.url.replace(/\/+$/, '')}/${prefix}`, {
      // The same length for every range, and no address but the one that was set.
      headers: { 'Add-Padding': 'true' },
      redirect: 'error',
      signal: AbortSignal.timeout(longestWaitMilliseconds),
    });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const text = await answer.text();
    if (text.length > longestAnswer) throw new Error('too long');
    // Padding has the count 0: such a line says nothing.
    const lines = text.split(/\r?\n/).map((line) => line.split(':'));
    return new Set(lines.flatMap(([suffix, count]) => (suffix && Number(count) > 0 ? [suffix.toUpperCase()] : [])));
  }
}
