import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QueueItem } from '@panel/api-client';
import { Button } from '@panel/ui';
import { LiveRegion } from '../../shell/live-region.js';
import { QueueMemory } from './queue-memory.js';
import { casesText } from './queue-words.js';

/** Which cases are ticked, and what can be done with all of them at once. */
@Component({
  selector: 'app-selected-cases',
  imports: [Button, RouterLink],
  template: `
    <div class="govuk-button-group">
      <button ui-button type="button" kind="secondary" (click)="selectPage()">
        Select all {{ items().length }} on this page
      </button>
      @if (count() > 0) {
        <button ui-button type="button" kind="secondary" (click)="clear()">Clear the selection</button>
        <a ui-button kind="secondary" routerLink="/queue/act/assign">Assign {{ selectedText() }}</a>
        <a ui-button kind="secondary" routerLink="/queue/act/accept">Accept {{ selectedText() }}</a>
        <a ui-button kind="secondary" routerLink="/queue/act/mark-urgent">Mark {{ selectedText() }} urgent</a>
        <a ui-button kind="secondary" routerLink="/queue/act/unmark-urgent">Mark {{ selectedText() }} not urgent</a>
      }
    </div>
    @if (count() > 0) {
      <p class="govuk-body">{{ selectedText() }} selected{{ elsewhere() }}</p>
    }
  `,
})
export class SelectedCases {
  /** The page of the list that is shown. */
  readonly items = input.required<readonly QueueItem[]>();

  private readonly memory = inject(QueueMemory);
  private readonly live = inject(LiveRegion);

  protected readonly count = computed(() => this.memory.selected().length);
  protected readonly selectedText = computed(() => casesText(this.count()));
  /** Nobody acts unknowingly on what they do not see. */
  protected readonly elsewhere = computed(() => {
    const here = this.items().map(({ id }) => id);
    const others = this.memory.selected().filter(({ id }) => !here.includes(id)).length;
    return others > 0 ? `, ${others} of them not on this page` : '';
  });

  protected selectPage(): void {
    this.memory.select(this.items(), true);
    this.live.announce(`${this.selectedText()} selected`);
  }

  protected clear(): void {
    this.memory.selected.set([]);
    this.live.announce('Nothing is selected');
  }
}
