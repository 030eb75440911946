import { createParamDecorator, type ExecutionContext, Injectable, Param, type PipeTransform } from '@nestjs/common';
import { isReferralSection, readAnswers, type ReferralSection } from '@panel/case-rules';
import type { Request } from 'express';

import { validationPipe } from '../common/validation.js';
import { referralNotFound } from './referral.problems.js';
import { sectionClasses } from './referral-sections.dto.js';

/** The answers of a section after the class of that section has checked them. */
export interface SectionAnswers {
  readonly section: ReferralSection;
  readonly answers: object;
}

interface Sent {
  readonly section: unknown;
  readonly body: unknown;
}

const FromRequest = createParamDecorator((_: unknown, context: ExecutionContext): Sent => {
  const request = context.switchToHttp().getRequest<Request<Record<string, string>, unknown, unknown>>();
  return { section: request.params['section'], body: request.body };
});

/** Which class checks the body stands in the path, which no decorator of Nest knows. */
@Injectable()
class SectionAnswersPipe implements PipeTransform<Sent, Promise<SectionAnswers>> {
  private readonly validation = validationPipe();

  async transform({ section, body }: Sent): Promise<SectionAnswers> {
    if (typeof section !== 'string' || !isReferralSection(section)) throw referralNotFound();
    await this.validation.transform(body, { type: 'body', metatype: sectionClasses[section] });
    // What has passed is what was sent: texts and lists of texts, nothing else.
    return { section, answers: readAnswers(section, body) };
  }
}

export const AnswersOfSection = (): ParameterDecorator => FromRequest(SectionAnswersPipe);

/** A section by its name in the path. What there is not looks like a referral that there is not. */
@Injectable()
class SectionPipe implements PipeTransform<string, ReferralSection> {
  transform(value: string): ReferralSection {
    if (!isReferralSection(value)) throw referralNotFound();
    return value;
  }
}

export const Section = (): ParameterDecorator => Param('section', SectionPipe);
