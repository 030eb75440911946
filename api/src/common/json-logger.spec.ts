import { QueryFailedError } from 'typeorm';

import { JsonLogger } from './json-logger.js';
import { loggableError } from './log-error.js';

function written(use: (logger: JsonLogger) => void): string[] {
  const lines: string[] = [];
  use(new JsonLogger((line) => lines.push(line)));
  return lines;
}

describe('a line of the log', () => {
  it('is one line of JSON in UTC, whatever is in the message', () => {
    const [line = ''] = written((logger) =>
      logger.error('one\r\n{"level":"info"}\u2028two', 'stack\n at x', 'Problem'),
    );
    expect(line.endsWith('\n')).toBe(true);
    expect(line.trimEnd()).not.toMatch(/[\r\n]/);
    expect(JSON.parse(line)).toMatchObject({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      level: 'error',
      context: 'Problem',
      message: 'one\r\n{"level":"info"}\u2028two',
      stack: 'stack\n at x',
    });
  });

  it('holds facts beside the message', () => {
    const [line = ''] = written((logger) => logger.info('Request', 'answered', { status: 200 }));
    expect(JSON.parse(line)).toMatchObject({ level: 'info', context: 'Request', message: 'answered', status: 200 });
  });

  it('says of an error what may be logged of it', () => {
    const [line = ''] = written((logger) => logger.error(new SyntaxError('Marker is no JSON'), 'at x\nat y'));
    expect(JSON.parse(line)).toMatchObject({
      context: 'Application',
      message: expect.stringMatching(/^SyntaxError\n/),
    });
    expect(line).not.toContain('Marker');
  });

  it('is not written for Nest’s news about starting', () => {
    expect(written((logger) => logger.log())).toEqual([]);
  });
});

describe('what is logged of an error', () => {
  it('is the message of a programmer and where it was thrown', () => {
    const text = loggableError(new Error('the insert gave no id'));
    expect(text).toMatch(/^Error the insert gave no id\n\s+at .*json-logger\.spec/);
  });

  it('never quotes what the database quotes of a value', () => {
    const driver = Object.assign(new Error('invalid input syntax for type uuid: "Robin Marker"'), {
      severity: 'ERROR',
      code: '22P02',
      table: 'children',
      detail: 'Key (upn)=(Marker) already exists.',
    });
    const text = loggableError(new QueryFailedError('select $1', ['Marker'], driver));
    expect(text).toMatch(/^QueryFailedError 22P02 children\n/);
    expect(text).not.toContain('Marker');
    expect(loggableError(driver)).not.toContain('Marker');
  });

  it('never quotes broken JSON or an address', () => {
    for (const attempt of [() => JSON.parse('{"name": Marker}') as unknown, () => new URL('marker://[Marker')]) {
      try {
        attempt();
      } catch (error) {
        expect(loggableError(error)).not.toContain('Marker');
      }
    }
  });

  it('is something for what is no error', () => {
    expect(loggableError('Marker')).toBe('something that is no error was thrown');
  });
});
