import { Component, computed, inject, input, linkedSignal, model, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { FormValueControl } from '@angular/forms/signals';
import type { School, SchoolList } from '@panel/api-client';
import { SchoolsService } from '@panel/api-client/schools/schools.service';
import { Button, type Option, Radios, Select } from '@panel/ui';
import { Combobox } from '@panel/ui/forms/combobox';
import { type ClosedSchool, closedSchoolsNamed, schoolText, searchWord } from './school-choices.js';

/** As many as can be looked over at once. */
const fewSchools = 10;

/**
 * One open school of a list: `<app-school-picker id="schoolId" label="Which school?" [list]="schools.value()"
 * [formField]="form.schoolId" [error]="…" />`. Radios while it is short, words to find it by beyond that. A closed school cannot
 * be chosen; who types its name learns which school came after it.
 */
@Component({
  selector: 'app-school-picker',
  imports: [Button, Combobox, Radios, Select],
  template: `
    @if (isShort()) {
      <ui-radios [id]="id()" [label]="label()" [options]="options()" [error]="error()" [(value)]="value" />
    } @else {
      @defer (on immediate) {
        <ui-combobox
          [id]="id()"
          [label]="label()"
          [hint]="hint"
          things="schools"
          [options]="options()"
          [error]="error()"
          [(value)]="value"
          (typing)="typed.set($event)"
        />
      } @placeholder {
        <div class="app-combobox-space"></div>
      } @error {
        <!-- The list that every browser has, when the other one does not come. -->
        <ui-select [id]="id()" [label]="label()" [options]="optionsToSelect()" [error]="error()" [(value)]="value" />
      }
    }
    @for (school of closed(); track school.id) {
      <div class="govuk-inset-text">
        <p class="govuk-body" role="status">{{ school.text }}</p>
        @for (successor of school.successors; track successor.id) {
          @if (isOffered(successor.id)) {
            <button ui-button type="button" kind="secondary" (click)="value.set(successor.id)">
              Choose {{ successor.name }}
            </button>
          }
        }
      </div>
    }
  `,
  // The id is that of the control inside.
  host: { '[attr.id]': 'null' },
})
export class SchoolPicker implements FormValueControl<string> {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  /** What the person may choose from; cut when the register is larger than a list can be. */
  readonly list = input.required<SchoolList>();
  readonly error = input<string>();
  readonly value = model.required<string>();

  private readonly service = inject(SchoolsService);
  protected readonly typed = signal('');
  protected readonly hint = 'Type a part of the name or town, or the URN';

  /** In a register that is larger than the list: what fits the words, asked of the server. */
  private readonly word = computed(() => (this.list().isCut ? searchWord(this.typed()) : ''));
  private readonly searched = rxResource({
    params: () => this.word() || undefined,
    stream: ({ params: search }) => this.service.listSchools<SchoolList>({ search }),
  });
  private readonly found = computed(() => (this.searched.hasValue() ? this.searched.value().items : undefined));
  /** What was found before stays while the next answer is on its way. */
  private readonly schools = linkedSignal<readonly School[] | undefined, readonly School[]>({
    source: this.found,
    computation: (found, previous) => found ?? previous?.value ?? [],
  });
  private readonly all = computed(() => (this.list().isCut && this.word() !== '' ? this.schools() : this.list().items));

  protected readonly options = computed<readonly Option[]>(() =>
    this.all()
      .filter(({ isClosed }) => !isClosed)
      .map((school) => ({ value: school.id, text: schoolText(school) })),
  );
  protected readonly isShort = computed(() => !this.list().isCut && this.options().length <= fewSchools);
  protected readonly optionsToSelect = computed<readonly Option[]>(() => [
    { value: '', text: 'Choose a school' },
    ...this.options(),
  ]);
  /** In a short list all that have closed; in a long one those whose name is typed. */
  protected readonly closed = computed<readonly ClosedSchool[]>(() =>
    this.value() === '' ? closedSchoolsNamed(this.isShort() ? undefined : this.typed(), this.all()) : [],
  );

  protected isOffered(schoolId: string): boolean {
    return this.options().some(({ value }) => value === schoolId);
  }
}
