import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';

/** A link inside the application. */
export interface Link {
  readonly text: string;
  /** Absolute path, with query string and fragment where needed: `/referrals?status=submitted`. */
  readonly link: string;
  /** Said after the text by a screen reader, where the text alone is not enough: "Change" + " date of birth". */
  readonly visuallyHiddenText?: string | undefined;
}

/** Turns an address with a query string into what `[routerLink]` takes: `[routerLink]="task.link | uiUrl"`. */
@Pipe({ name: 'uiUrl' })
export class UiUrl implements PipeTransform {
  private readonly router = inject(Router);

  transform(link: string): UrlTree {
    return this.router.parseUrl(link);
  }
}
