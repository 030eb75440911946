import { Component } from '@angular/core';
@Component({ selector: 'app-root', template: '<h1 class="govuk-heading-l">Hello</h1>' })
export class App {}
