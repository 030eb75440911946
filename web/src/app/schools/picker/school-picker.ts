import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { School } from '@panel/api-client';
import { listSchoolsResource } from '@panel/api-client/schools/schools.resource';
import { Button, Select, TextInput } from '@panel/ui';
import { LiveRegion } from '../../shell/live-region.js';

/**
 * One school of the register. A list to choose from while it is short enough; beyond that, words to find it by first:
 * `<app-school-picker id="schoolId" label="Which school?" [formField]="form.schoolId" [error]="…" />`.
 */
@Component({
  selector: 'app-school-picker',
  imports: [Button, Select, TextInput],
  template: `
    @if (isLarge()) {
      <ui-input
        [id]="id() + '-search'"
        label="Find a school"
        hint="Part of the name or town, or the beginning of the URN"
        [width]="20"
        [(value)]="words"
      />
      <button ui-button kind="secondary" type="button" (click)="find()">Find schools</button>
    }
    <ui-select [id]="id()" [label]="label()" [options]="options()" [error]="error()" [(value)]="value" />
  `,
  // The id is that of the control inside.
  host: { '[attr.id]': 'null' },
})
export class SchoolPicker implements FormValueControl<string> {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly error = input<string>();
  readonly value = model.required<string>();

  private readonly live = inject(LiveRegion);
  protected readonly words = signal('');
  private readonly search = signal('');
  private readonly all = listSchoolsResource(signal({}));
  private readonly found = listSchoolsResource(computed(() => ({ search: this.search() })));
  protected readonly isLarge = computed(() => this.all.hasValue() && this.all.value().isCut);

  protected readonly options = computed(() => {
    const schools = this.isLarge() && this.search() !== '' ? this.found : this.all;
    const items = schools.hasValue() ? schools.value().items.filter(({ isClosed }) => !isClosed) : [];
    const first = this.isLarge() && this.search() === '' ? 'Find a school first' : 'Choose a school';
    return [
      { value: '', text: first },
      ...(this.isLarge() && this.search() === ''
        ? []
        : items.map((school) => ({ value: school.id, text: textOf(school) }))),
    ];
  });

  protected find(): void {
    this.value.set('');
    this.search.set(this.words().trim());
    this.live.announce('The list has the schools that fit what you typed');
  }
}

function textOf({ name, town, urn }: School): string {
  return town === '' ? `${name} (URN ${urn})` : `${name}, ${town} (URN ${urn})`;
}
