import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, validate } from '@angular/forms/signals';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { FormProblems, fieldErrorsOf, fieldIdOf } from './form-problems.js';
import { Problem } from './problem.js';

const invalid = new Problem(422, 'fields_invalid', 'Some answers need your attention', 'Correct them.', [
  { pointer: '/cycles/1/strategy', code: 'missing', detail: 'Enter what was tried' },
  { pointer: '', code: 'inconsistent', detail: 'The dates do not follow each other' },
]);

describe('the place of a field problem', () => {
  it.each([
    ['/upn', 'upn'],
    ['/cycles/0/strategy', 'cycles-0-strategy'],
    ['#/bornOn', 'bornOn'],
    ['/a~1b/c~0d', 'a/b-c~d'],
    ['', ''],
    ['/', ''],
  ])('%s is the control %s', (pointer, id) => expect(fieldIdOf(pointer)).toBe(id));

  it('is a link where the API names a field, and none where it means the whole', () => {
    expect(fieldErrorsOf(invalid)).toEqual([
      { fieldId: 'cycles-1-strategy', message: 'Enter what was tried' },
      { message: 'The dates do not follow each other' },
    ]);
  });

  it('is the whole form when no field is named', () => {
    const conflict = new Problem(409, 'contract_full', 'No places left', 'The last place was taken.');
    expect(fieldErrorsOf(conflict)).toEqual([{ message: 'The last place was taken.' }]);
  });
});

describe('the problems of a form', () => {
  function setUp() {
    TestBed.configureTestingModule({ providers: [FormProblems, provideHttpClient(), provideHttpClientTesting()] });
    const answers = signal({ name: '', cycles: [{ strategy: 'x' }, { strategy: '' }] });
    const tree = TestBed.runInInjectionContext(() =>
      form(answers, (path) => {
        validate(path.name, ({ value }) => (value() ? undefined : { kind: 'missing', message: 'Enter a name' }));
        validate(path.name, ({ value }) => (value() ? undefined : { kind: 'second', message: 'Really' }));
        validate(path.cycles, ({ value }) =>
          value().every(({ strategy }) => strategy) ? undefined : { kind: 'gap', message: 'Fill every cycle' },
        );
      }),
    );
    const problems = TestBed.inject(FormProblems);
    const title = (): string => {
      TestBed.inject(ApplicationRef).tick();
      return document.title;
    };
    return { answers, tree, problems, title };
  }

  it('are those of the last submission: they stay while someone types, and go when all is well', () => {
    const { answers, tree, problems } = setUp();
    expect(problems.check(tree)).toBe(false);
    expect(problems.errors()).toEqual([
      { fieldId: 'name', message: 'Enter a name' },
      { fieldId: 'name', message: 'Really' },
      { fieldId: 'cycles', message: 'Fill every cycle' },
    ]);
    expect(problems.messageFor('name')).toBe('Enter a name');

    answers.set({ name: 'Ada', cycles: [] });
    expect(problems.messageFor('name')).toBe('Enter a name');
    expect(problems.check(tree)).toBe(true);
    expect(problems.errors()).toEqual([]);
  });

  it('make a new list at each submission, so that the summary takes focus again', () => {
    const { tree, problems } = setUp();
    problems.check(tree);
    const before = problems.errors();
    problems.check(tree);
    expect(problems.errors()).not.toBe(before);
  });

  it('stand in the title of the window', () => {
    const { answers, tree, problems, title } = setUp();
    problems.check(tree);
    expect(title()).toMatch(/^Error: /);
    answers.set({ name: 'Ada', cycles: [] });
    problems.check(tree);
    expect(title()).not.toMatch(/^Error: /);
  });

  it('of the API stand on their fields, with a link only where the field is on the page', () => {
    const { problems } = setUp();
    problems.show(invalid);
    expect(problems.errors()[0]).toEqual({ message: 'Enter what was tried' });

    document.body.innerHTML = '<input id="cycles-1-strategy">';
    problems.show(invalid);
    expect(problems.errors()[0]).toEqual({ fieldId: 'cycles-1-strategy', message: 'Enter what was tried' });
    expect(problems.messageFor('cycles-1-strategy')).toBe('Enter what was tried');
  });

  it('have a prefix where two forms are on one page', () => {
    const { tree, problems } = setUp();
    problems.check(tree, { idPrefix: 'again-' });
    expect(problems.messageFor('again-name')).toBe('Enter a name');
  });

  it('do not hide an error of ours', () => {
    const { problems } = setUp();
    const error = new TypeError('x is undefined');
    expect(() => problems.show(error)).toThrow(error);
  });
});
