import { inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/**
 * The secret of the link by which somebody came: in the fragment of the address, which browsers keep to themselves, so
 * that it gets into no log and no Referer. Call it in a field of the page.
 */
export function linkToken(): string {
  return inject(ActivatedRoute).snapshot.fragment ?? '';
}
