import { afterNextRender, Component, computed, inject, Injector, input } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { GraduatedResponseCycle } from '@panel/api-client';
import { CYCLES_MAX, CYCLES_MIN, emptyCycleAnswers } from '@panel/case-rules';
import { Button, Fieldset, focusField } from '@panel/ui';
import { FormProblems } from '../../shell/form-problems.js';
import { LiveRegion } from '../../shell/live-region.js';
import type { DraftPage } from '../draft/leave-guard.js';
import { SectionDraft } from '../draft/section-draft.js';
import { SectionForm } from '../draft/section-form.js';
import { ifMatch } from '../request-headers.js';
import { CycleFields } from './cycle-fields.js';

@Component({
  providers: [FormProblems],
  imports: [Button, CycleFields, Fieldset, SectionForm],
  template: `
    <app-section-form [draft]="draft" [referralId]="referralId()" heading="What the school has done">
      <p class="govuk-body">
        Tell us about at least two cycles of assess, plan, do, review. The panel must see what you have tried and what
        came of it before it adds support.
      </p>
      @if (draft.problems.messageFor('cycles'); as message) {
        <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {{ message }}</p>
      }
      @for (cycle of form.cycles; track $index) {
        <div [attr.id]="$index === cycleToFill() ? 'cycles' : null">
          <ui-fieldset [legend]="'Cycle ' + ($index + 1)" legendSize="m">
            <app-cycle-fields
              [cycle]="cycle"
              [index]="$index"
              [problems]="draft.problems"
              [canRemove]="form.cycles.length > fewest"
              (removed)="removeCycle($index)"
            />
          </ui-fieldset>
        </div>
      }
      @if (form.cycles.length < most) {
        <button ui-button type="button" kind="secondary" (click)="addCycle()">Add another cycle</button>
      }
    </app-section-form>
  `,
})
export class GraduatedResponsePage implements DraftPage {
  readonly referralId = input.required<string>();

  readonly draft = new SectionDraft(
    'graduatedResponse',
    this.referralId,
    { cycles: Array.from({ length: CYCLES_MIN }, () => ({ ...emptyCycleAnswers() })) },
    (service, answers, version) => service.saveGraduatedResponse(this.referralId(), answers, ifMatch(version)),
  );
  protected readonly form = form(this.draft.answers);

  /** Where the message "at least two cycles" leads: to the first cycle in which nothing is written. */
  protected readonly cycleToFill = computed(() => Math.max(0, this.draft.answers().cycles.findIndex(isBlank)));

  protected readonly fewest = CYCLES_MIN;
  protected readonly most = CYCLES_MAX;

  private readonly injector = inject(Injector);
  private readonly live = inject(LiveRegion);

  protected addCycle(): void {
    this.draft.answers.update(({ cycles }) => ({ cycles: [...cycles, { ...emptyCycleAnswers() }] }));
    this.focusCycle(this.form.cycles.length - 1);
  }

  protected removeCycle(index: number): void {
    this.draft.answers.update(({ cycles }) => ({ cycles: cycles.filter((_, place) => place !== index) }));
    // The messages name cycles by their place, which has changed.
    this.draft.problems.clear();
    this.live.announce(`Cycle ${index + 1} removed`);
    this.focusCycle(Math.min(index, this.form.cycles.length - 1));
  }

  /** Focus would be lost with the button that was pressed, or stay above the new questions. */
  private focusCycle(index: number): void {
    afterNextRender(() => focusField(`cycles-${index}-strategy`), { injector: this.injector });
  }
}

function isBlank(cycle: GraduatedResponseCycle): boolean {
  return Object.values(cycle).every((text: string) => text.trim() === '');
}
