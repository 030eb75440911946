import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Tag, type TagColour } from '../content/tag.js';
import { UiUrl } from '../links.js';

/** A task and how far it is. */
export interface Task {
  readonly text: string;
  /** Without a link the task cannot be started yet. */
  readonly link?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: string;
  /** Plain text (for "Completed") when there is no colour. */
  readonly statusColour?: TagColour | undefined;
  /** Grey text: "Cannot start yet". */
  readonly cannotStartYet?: boolean | undefined;
}

/** The parts of a long job, in any order. */
@Component({
  selector: 'ui-task-list',
  imports: [RouterLink, Tag, UiUrl],
  template: `
    <ul class="govuk-task-list">
      @for (task of tasks(); track $index) {
        <li class="govuk-task-list__item" [class.govuk-task-list__item--with-link]="task.link">
          <div class="govuk-task-list__name-and-hint">
            @if (task.link; as link) {
              <a
                class="govuk-link govuk-task-list__link"
                [routerLink]="link | uiUrl"
                (click)="followed.emit(task)"
                [attr.aria-describedby]="(task.hint ? partId($index, 'hint') + ' ' : '') + partId($index, 'status')"
                >{{ task.text }}</a
              >
            } @else {
              <div>{{ task.text }}</div>
            }
            @if (task.hint; as hint) {
              <div class="govuk-task-list__hint" [id]="partId($index, 'hint')">{{ hint }}</div>
            }
          </div>
          <div
            class="govuk-task-list__status"
            [class.govuk-task-list__status--cannot-start-yet]="task.cannotStartYet"
            [id]="partId($index, 'status')"
          >
            @if (task.statusColour; as colour) {
              <ui-tag [text]="task.status" [colour]="colour" />
            } @else {
              {{ task.status }}
            }
          </div>
        </li>
      }
    </ul>
  `,
})
export class TaskList {
  readonly tasks = input.required<readonly Task[]>();
  /** Two task lists on a page need different prefixes. */
  readonly idPrefix = input('task-list');

  /** A task whose link was pressed, before its page opens. */
  readonly followed = output<Task>();

  protected partId(index: number, part: 'hint' | 'status'): string {
    return `${this.idPrefix()}-${index + 1}-${part}`;
  }
}
