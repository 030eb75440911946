import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Link, UiUrl } from '../links.js';

/** "Change", with what is changed for those who hear the link alone. */
@Component({
  selector: 'ui-action-link',
  imports: [RouterLink, UiUrl],
  // On one line, because a space before the hidden words would be underlined.
  template: `<a class="govuk-link" [routerLink]="action().link | uiUrl"
    >{{ action().text }}
    @if (hiddenText(); as text) {
      <span class="govuk-visually-hidden">{{ text }}</span>
    }
  </a>`,
})
export class ActionLink {
  readonly action = input.required<Link>();
  readonly cardHeading = input<string>();

  protected readonly hiddenText = computed(() => {
    const { visuallyHiddenText } = this.action();
    const card = this.cardHeading();
    return `${visuallyHiddenText ? ` ${visuallyHiddenText}` : ''}${card ? ` (${card})` : ''}`;
  });
}
