import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { countedNames, destroyedText } from './destroyed-words.js';

describe('what was destroyed, in words', () => {
  it('is in words of the glossary, first whom it was about, without what was not there', () => {
    expect(destroyedText({ assessments: 2, children: 1, referrals: 1, reviews: 0 })).toBe(
      '1 record of a child, 1 referral and 2 assessments',
    );
    expect(destroyedText({ outbox_mails: 1234 })).toBe('1,234 emails');
    expect(destroyedText({})).toBe('');
  });

  it('has words for everything that the functions that destroy count', () => {
    const migrations = path.join(import.meta.dirname, '../database/migrations');
    const functions = globSync('*.ts', { cwd: migrations })
      .map((file) => readFileSync(path.join(migrations, file), 'utf8'))
      .join('\n');
    const counted = [
      ...functions.matchAll(/jsonb_build_object\(\s*'([a-z_]+)', (?:n|1|cardinality\(\w+\)|answers)/g),
    ].map(([, name]) => name ?? '');
    expect(counted).toEqual(
      expect.arrayContaining(['referrals', 'children', 'allocations', 'access_requests', 'outbox_mails']),
    );
    expect(counted.filter((name) => !countedNames.includes(name))).toEqual([]);
  });
});
