import { Component, computed, input } from '@angular/core';

/** How far a calculation is: `<ui-progress-bar label="Analysing children" [done]="45" [total]="90" />`. */
@Component({
  selector: 'ui-progress-bar',
  template: `
    <div class="app-progress">
      <p class="app-progress__label" [id]="id() + '-label'">{{ label() }}</p>
      <div
        class="app-progress__track"
        role="progressbar"
        aria-valuemin="0"
        aria-valuemax="100"
        [attr.aria-valuenow]="percent()"
        [attr.aria-valuetext]="text()"
        [attr.aria-labelledby]="id() + '-label'"
      >
        <div class="app-progress__bar" [style.inline-size.%]="percent()"></div>
      </div>
      <p class="app-progress__text" aria-hidden="true">{{ text() }}</p>
    </div>
  `,
  host: { '[attr.id]': 'null' },
})
export class ProgressBar {
  readonly id = input('progress');
  readonly label = input.required<string>();
  readonly done = input.required<number>();
  /** 0 while it is not known yet. */
  readonly total = input.required<number>();

  /** How far it is in other words than counts: "Uploading, 45%". */
  readonly words = input<string>();

  protected readonly percent = computed(() =>
    this.total() > 0 ? Math.floor((100 * Math.min(this.done(), this.total())) / this.total()) : 0,
  );
  protected readonly text = computed(() => this.words() ?? this.countText());
  private readonly countText = computed(() =>
    this.total() > 0
      ? `${this.done().toLocaleString('en-GB')} of ${this.total().toLocaleString('en-GB')} (${this.percent()}%)`
      : 'Waiting to start',
  );
}
