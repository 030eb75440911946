import { Component } from '@angular/core';

/** While a page waits for its data; silent for the first half second, which is nearly always enough. */
@Component({
  selector: 'app-loading',
  template: '<p class="govuk-body app-loading" role="status">Loading…</p>',
})
export class Loading {}
