import { Injectable, Param, type PipeTransform } from '@nestjs/common';

import { allocationNotFound } from '../allocations/allocation.problems.js';
import { referralNotFound } from '../referrals/referral.problems.js';
import { type AllocationForm, isAllocationForm, isReferralForm, type ReferralForm } from './case-forms.js';

@Injectable()
class ReferralFormPipe implements PipeTransform<string, ReferralForm> {
  transform(form: string): ReferralForm {
    if (!isReferralForm(form)) throw referralNotFound();
    return form;
  }
}

@Injectable()
class AllocationFormPipe implements PipeTransform<string, AllocationForm> {
  transform(form: string): AllocationForm {
    if (!isAllocationForm(form)) throw allocationNotFound();
    return form;
  }
}

/** A form of a case by its name in the path. What there is not looks like a case that there is not. */
export const FormOfReferral = (): ParameterDecorator => Param('form', ReferralFormPipe);

/** A form of a provider by its name in the path. */
export const FormOfAllocation = (): ParameterDecorator => Param('form', AllocationFormPipe);
