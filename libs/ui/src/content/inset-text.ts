import { Component } from '@angular/core';

/** A quotation, an example or further information: `<ui-inset-text>…</ui-inset-text>`. */
@Component({
  selector: 'ui-inset-text',
  template: `<div class="govuk-inset-text"><ng-content /></div>`,
})
export class InsetText {}
