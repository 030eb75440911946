import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@panel/ui';

/** The end of a page that asks "are you sure": a button that does it and a link that does not. */
@Component({
  selector: 'app-confirm-form',
  imports: [Button, RouterLink],
  template: `
    <form novalidate (submit)="confirm($event)">
      <ng-content />
      <div class="govuk-button-group">
        <button ui-button [kind]="kind()">{{ text() }}</button>
        <a class="govuk-link" [routerLink]="cancelLink()">Cancel</a>
      </div>
    </form>
  `,
})
export class ConfirmForm {
  readonly text = input.required<string>();
  readonly kind = input<'primary' | 'warning'>('primary');
  readonly cancelLink = input.required<string>();
  readonly confirmed = output();

  protected confirm(event: Event): void {
    event.preventDefault();
    this.confirmed.emit();
  }
}
