import { HttpErrorResponse } from '@angular/common/http';
import { jest } from '@jest/globals';
import { Problem, toProblem } from './problem.js';

const answer = (status: number, error: unknown): HttpErrorResponse => new HttpErrorResponse({ status, error });

describe('a failed request', () => {
  it('keeps what the API says, field by field', () => {
    const problem = toProblem(
      answer(422, {
        status: 422,
        code: 'fields_invalid',
        title: 'Some answers need your attention',
        detail: 'Correct the fields.',
        errors: [{ pointer: '/upn', code: 'upn_wrong', detail: 'Check the UPN' }],
      }),
    );
    expect(problem).toMatchObject({
      status: 422,
      code: 'fields_invalid',
      detail: 'Correct the fields.',
      errors: [{ pointer: '/upn', code: 'upn_wrong', detail: 'Check the UPN' }],
    });
    expect(problem.isPassing).toBe(false);
  });

  it('says that the service cannot be reached when there is no answer', () => {
    const problem = toProblem(answer(0, new ProgressEvent('error')));
    expect(problem.code).toBe('unreachable');
    expect(problem.isPassing).toBe(true);
  });

  it.each([null, 'a page of a proxy', 42, [], { errors: 'none', title: 7 }, { errors: [null] }])(
    'survives the body %j of something that is not the API',
    (body) => {
      const problem = toProblem(answer(502, body));
      expect(problem.title).toBe('Something went wrong');
      expect(problem.isPassing).toBe(true);
    },
  );

  it('is handed on as it is when it is a problem already', () => {
    const problem = new Problem(409, 'a', 'b', 'c');
    expect(toProblem(problem)).toBe(problem);
  });

  it('is the network when the browser has none, whatever failed', () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(toProblem(new TypeError('Failed to fetch dynamically imported module')).code).toBe('unreachable');
    online.mockRestore();
  });

  it('keeps an unexpected error as its cause', () => {
    const error = new TypeError('x is undefined');
    expect(toProblem(error).cause).toBe(error);
  });
});
