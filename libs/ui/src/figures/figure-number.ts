import { booleanAttribute, Component, input } from '@angular/core';

/** One number that matters: `<ui-figure-number value="90" label="children reviewed" />`. */
@Component({
  selector: 'ui-figure-number',
  template: `
    <div class="app-figure-number" [class.app-figure-number--small]="isSmall()">
      <p class="app-figure-number__value">
        {{ value() }} <span class="app-figure-number__label">{{ label() }}</span>
      </p>
      @if (note(); as text) {
        <p class="app-figure-number__note">{{ text }}</p>
      }
    </div>
  `,
})
export class FigureNumber {
  /** Formatted: `£356,795.80`, `71%`. */
  readonly value = input.required<string>();
  readonly label = input.required<string>();
  /** The interval, the base, or the source. */
  readonly note = input<string>();
  readonly isSmall = input(false, { transform: booleanAttribute });
}
