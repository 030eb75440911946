import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { toProblem } from './problem.js';

/** Every failed request fails with a `Problem`. */
export const mapProblems: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob))
        return throwError(() => toProblem(error));
      return from(withReadBody(error)).pipe(switchMap((readable) => throwError(() => toProblem(readable))));
    }),
  );

/** Who asks for a file is refused with a file too: the problem is inside. */
async function withReadBody(error: HttpErrorResponse): Promise<HttpErrorResponse> {
  const { status, statusText, headers, url } = error;
  const text = error.error instanceof Blob ? await error.error.text() : '';
  return new HttpErrorResponse({ error: parsed(text), status, statusText, headers, ...(url !== null && { url }) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's page: toProblem has words for it
  }
}
