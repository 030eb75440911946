import { Component, input, output, signal } from '@angular/core';

/** One condition that is applied now: "Status: Submitted". */
export interface FilterTag {
  /** Handed back when it is removed. */
  readonly key: string;
  readonly text: string;
}

let count = 0;

/** Conditions for a list: fields inside, "Apply" below, and what is applied now as tags that remove it. */
@Component({
  selector: 'ui-filter',
  template: `
    <div class="app-filter">
      <div class="app-filter__header">
        <h2 class="govuk-heading-m app-filter__heading">{{ heading() }}</h2>
        <button
          type="button"
          class="govuk-button govuk-button--secondary app-filter__toggle"
          [attr.aria-expanded]="isOpen()"
          [attr.aria-controls]="bodyId"
          (click)="isOpen.set(!isOpen())"
        >
          {{ isOpen() ? 'Hide filters' : 'Show filters' }}
        </button>
      </div>
      @if (tags().length > 0) {
        <div class="app-filter__selected">
          <h3 class="govuk-heading-s app-filter__selected-heading">Selected filters</h3>
          <button type="button" class="app-filter__clear" (click)="cleared.emit()">Clear filters</button>
          <ul class="app-filter__tags">
            @for (tag of tags(); track tag.key) {
              <li>
                <button type="button" class="app-filter__tag" (click)="removed.emit(tag.key)">
                  <span class="govuk-visually-hidden">Remove this filter: </span>{{ tag.text }}
                </button>
              </li>
            }
          </ul>
        </div>
      }
      <form
        class="app-filter__options"
        [class.app-filter__options--closed]="!isOpen()"
        [id]="bodyId"
        novalidate
        (submit)="apply($event)"
      >
        <ng-content />
        <button class="govuk-button app-filter__apply">{{ applyText() }}</button>
      </form>
    </div>
  `,
})
export class Filter {
  readonly heading = input('Filter');
  readonly applyText = input('Apply filters');
  readonly tags = input<readonly FilterTag[]>([]);
  readonly applied = output();
  readonly removed = output<string>();
  readonly cleared = output();

  protected readonly bodyId = `filter-${++count}`;
  /** Matters on narrow screens only; wide ones always show the fields. */
  protected readonly isOpen = signal(false);

  protected apply(event: Event): void {
    event.preventDefault();
    this.applied.emit();
  }
}
