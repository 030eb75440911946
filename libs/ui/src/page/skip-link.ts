import { Component, input } from '@angular/core';

/** The first thing on each page: lets keyboard users pass the navigation. */
@Component({
  selector: 'ui-skip-link',
  template: `<a class="govuk-skip-link" [attr.href]="'#' + targetId()" (click)="skip($event)">{{ text() }}</a>`,
})
export class SkipLink {
  readonly targetId = input('main-content');
  readonly text = input('Skip to main content');

  protected skip(event: Event): void {
    // The router would take the fragment for a navigation.
    event.preventDefault();
    const target = document.getElementById(this.targetId());
    if (!target) return;
    target.setAttribute('tabindex', '-1');
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    target.focus();
  }
}
