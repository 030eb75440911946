import { computed, inject, type Signal, type WritableSignal } from '@angular/core';
import type { Referral, ReferralForm } from '@panel/api-client';
import { readReferralResource } from '@panel/api-client/referrals/referrals.resource';
import { ReferralsService } from '@panel/api-client/referrals/referrals.service';
import type { ReferralVerb } from '@panel/case-rules';
import { Router } from '@angular/router';
import { firstValueFrom, type Observable } from 'rxjs';
import { FormDraft, type KeptForm } from '../../form-drafts/form-draft.js';
import { FormProblems } from '../../shell/form-problems.js';
import { toProblem } from '../../shell/problem.js';
import { doneState } from '../case/done-message.js';
import { asProblem } from '../field-messages.js';
import { ifMatch } from '../request-headers.js';

type Send = (
  service: ReferralsService,
  referralId: string,
  options: ReturnType<typeof ifMatch>,
) => Observable<Referral>;

/** One thing that is done to a referral, on a page of its own. A field of its page, which provides `FormProblems`. */
export class ReferralVerbForm {
  readonly problems = inject(FormProblems);
  readonly referral;

  /** What is typed and not sent, where the form has something to type. */
  get kept(): KeptForm | undefined {
    return this.draft;
  }

  private draft: (Pick<FormDraft<object>, 'sending'> & KeptForm) | undefined;
  private readonly service = inject(ReferralsService);
  private readonly router = inject(Router);

  constructor(
    readonly verb: ReferralVerb,
    private readonly referralId: Signal<string>,
  ) {
    this.referral = readReferralResource(referralId);
  }

  /** Keeps what is typed until it is done. Called while the page is made. */
  keep<T extends object>(form: ReferralForm, answers: WritableSignal<T>): this {
    const which = computed(() => (this.referral.hasValue() ? { form, referralId: this.referralId() } : undefined));
    this.draft = new FormDraft(which, answers);
    return this;
  }

  /** Does it to the version that the person has seen, then shows the case (or `next`) with the message. */
  async perform(done: string | null, send: Send, next = `/referrals/${this.referralId()}`): Promise<void> {
    if (!this.referral.hasValue()) return;
    const id = this.referralId();
    try {
      const { version } = this.referral.value();
      const sending = (): Promise<Referral> => firstValueFrom(send(this.service, id, ifMatch(version)));
      await (this.draft ? this.draft.sending(sending) : sending());
    } catch (error) {
      this.showFailure(error);
      return;
    }
    await (done === null ? this.router.navigateByUrl(next) : this.router.navigateByUrl(next, doneState(done)));
  }

  private showFailure(error: unknown): void {
    const { status, code } = toProblem(error);
    const isChanged = status === 412 || code === 'referral_move_refused';
    if (isChanged) this.referral.reload();
    if (status !== 412) return this.problems.show(error);
    const message = 'Somebody else has changed this referral since you opened it. Look at it again, then try once more';
    this.problems.show(asProblem([{ pointer: '', message }]));
  }
}
