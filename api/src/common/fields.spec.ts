import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

import { Email, FreeAnswers, ListOf, Text } from './fields.js';

class Entry {
  @Text({ max: 10 })
  name: string;
}

class WithList {
  @ListOf(() => Entry)
  entries: Entry[];
}

class WithAnswers {
  @FreeAnswers({ maxCharacters: 20 })
  answers: Record<string, unknown>;
}

class WithEmail {
  @Email()
  email: string;
}

const isTaken = (entries: unknown): boolean => validateSync(plainToInstance(WithList, { entries })).length === 0;

describe('a list of entries', () => {
  it('takes entries, and none', () => {
    expect(isTaken([{ name: 'One' }, { name: 'Two' }])).toBe(true);
    expect(isTaken([])).toBe(true);
  });

  it.each([
    ['no list', 'One'],
    ['a text in it', ['One']],
    ['null in it', [null]],
    ['a wrong entry', [{ name: 7 }]],
  ])('refuses %s', (_, entries) => expect(isTaken(entries)).toBe(false));

  it.each([[[[]]], [[[[[]]]]], [[[{ name: 'One' }]]]])('refuses a list where an entry should be: %j', (entries) => {
    expect(isTaken(entries)).toBe(false);
  });
});

describe('an email address', () => {
  const problemsOf = (email: string): string[] =>
    validateSync(plainToInstance(WithEmail, { email })).flatMap(({ constraints }) => Object.values(constraints ?? {}));

  it('is taken as it is written, in lower case', () => {
    expect(problemsOf(' Jo@School.example ')).toEqual([]);
  });

  it.each(['\ud800', 'jo\ud800@school.example', 'jo@\udfff.example'])(
    'is refused with half a character: %j',
    (email) => {
      expect(problemsOf(email)).toContain('Enter an email address in the correct format, like name@example.com');
    },
  );
});

describe('free answers', () => {
  const isKept = (answers: unknown): boolean => validateSync(plainToInstance(WithAnswers, { answers })).length === 0;

  it('are kept as they are, up to a length', () => {
    expect(isKept({ text: 'Short' })).toBe(true);
    expect(isKept({ text: 'Longer than what is kept' })).toBe(false);
  });

  it.each([undefined, null, 7, 'text', ['text'], { text: '\ud800' }])('are no %j', (answers) => {
    expect(isKept(answers)).toBe(false);
  });
});
