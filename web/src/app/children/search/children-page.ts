import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { ChildList, ChildListItem, DuplicatePair } from '@panel/api-client';
import { listDuplicatesResource } from '@panel/api-client/children/children.resource';
import { ChildrenService } from '@panel/api-client/children/children.service';
import { Button, Cell, dayText, ErrorSummary, Table, type TableColumn, TextInput } from '@panel/ui';
import { firstValueFrom } from 'rxjs';
import { mistake } from '../../home/page/form-mistakes.js';
import { Submission } from '../../home/page/submission.js';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import { Loading } from '../../shell/loading.js';
import { ProblemMessage } from '../../shell/problem-message.js';
import { groundsText } from '../child-words.js';

/** Finds a child, by what never stands in an address; and shows which records may be one child. */
@Component({
  imports: [Button, Cell, ErrorSummary, FormField, Loading, ProblemMessage, RouterLink, Table, TextInput],
  providers: [FormProblems],
  template: `
    <ui-error-summary [errors]="submission.errors()" />
    <h1 class="govuk-heading-l">Children</h1>
    <form novalidate (submit)="search($event)">
      <ui-input
        id="search"
        label="Find a child"
        labelSize="s"
        hint="Name, a part of it, or UPN. That you searched is recorded; what for is not"
        [width]="20"
        [spellcheck]="false"
        [formField]="form.search"
        [error]="submission.errorOf('search')"
      />
      <button ui-button>Search</button>
    </form>
    @if (found(); as found) {
      @if (found.items.length > 0) {
        <ui-table
          [caption]="countText()"
          captionSize="m"
          isStacked
          firstCellIsHeader
          [columns]="columns"
          [rows]="found.items"
          [rowKey]="idOf"
        />
        @if (found.isCut) {
          <p class="govuk-body">There are more. Type more of the name.</p>
        }
      } @else {
        <p class="govuk-body">No child has this name or UPN.</p>
      }
    }
    <h2 class="govuk-heading-m">Possible duplicates</h2>
    @if (duplicates.error(); as error) {
      <app-problem [error]="error" (tryAgain)="duplicates.reload()" />
    } @else if (duplicates.hasValue()) {
      @if (pairs().length > 0) {
        <p class="govuk-body">
          These records may be about one child. Compare and merge them, or say that they are two children. Siblings can
          be linked as such.
        </p>
        <ui-table
          caption="Possible duplicates"
          isCaptionHidden
          isStacked
          [columns]="pairColumns"
          [rows]="pairs()"
          [rowKey]="pairKey"
        >
          <ng-template uiCell="compare" [uiCellOf]="pairs()" let-row>
            <a class="govuk-link" [routerLink]="['/children', row.first.id, 'merge', row.second.id]">
              Compare<span class="govuk-visually-hidden"> {{ row.first.name }} and {{ row.second.name }}</span>
            </a>
            <br />
            <a class="govuk-link" [routerLink]="['/children', row.first.id, 'told-apart', row.second.id]">
              Two children<span class="govuk-visually-hidden"> {{ row.first.name }} and {{ row.second.name }}</span>
            </a>
          </ng-template>
        </ui-table>
      } @else {
        <p class="govuk-body">No two records look like one child.</p>
      }
    } @else {
      <app-loading />
    }
  `,
})
export class ChildrenPage {
  private readonly service = inject(ChildrenService);
  private readonly live = inject(LiveRegion);
  protected readonly submission = new Submission();
  protected readonly duplicates = listDuplicatesResource();
  protected readonly pairs = computed(() => (this.duplicates.hasValue() ? this.duplicates.value().items : []));
  protected readonly found = signal<ChildList | null>(null);
  protected readonly countText = computed(() => {
    const count = this.found()?.items.length ?? 0;
    return count === 1 ? '1 child' : `${count} children`;
  });
  private readonly answers = signal({ search: '' });
  protected readonly form = form(this.answers, (path) => {
    validate(path.search, ({ value }) => (value().trim() === '' ? mistake('Enter a name or a UPN') : undefined));
  });

  protected readonly columns: readonly TableColumn<ChildListItem>[] = [
    { key: 'name', text: 'Name', value: ({ name }) => name, link: ({ id }) => `/children/${id}` },
    { key: 'bornOn', text: 'Born', value: ({ bornOn }) => dayText(bornOn) },
    { key: 'upn', text: 'UPN', isUnbroken: true, value: ({ upn }) => upn },
    { key: 'school', text: 'School', value: ({ schoolName }) => schoolName ?? 'Not known' },
  ];
  protected readonly pairColumns: readonly TableColumn<DuplicatePair>[] = [
    { key: 'first', text: 'One record', value: ({ first }) => childText(first) },
    { key: 'second', text: 'The other', value: ({ second }) => childText(second) },
    { key: 'why', text: 'Why', value: ({ grounds }) => groundsText(grounds) },
    { key: 'compare', text: 'Compare', value: () => 'Compare' },
  ];
  protected readonly idOf = ({ id }: ChildListItem): string => id;
  protected readonly pairKey = ({ first, second }: DuplicatePair): string => `${first.id} ${second.id}`;

  protected async search(event: Event): Promise<void> {
    event.preventDefault();
    await this.submission.run(this.form, async () => {
      this.found.set(await firstValueFrom(this.service.searchChildren(this.answers())));
      this.live.announce(this.countText());
    });
  }
}

function childText({ name, bornOn, upn, schoolName }: ChildListItem): string {
  return `${name}, born ${dayText(bornOn)}, UPN ${upn}, ${schoolName ?? 'no school known'}`;
}
