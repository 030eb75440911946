import { type SchemaPathTree, validate } from '@angular/forms/signals';
import type { SaveToolkitResource, ToolkitResource } from '@panel/api-client';
import { dateMistake, mistake, typedDate } from '../home/page/form-mistakes.js';
import { mustHaveText, mustNotBeLonger } from '../referrals/required-text.js';

/** A resource as it is typed; links one a line: words, then the address. */
export interface ToolkitAnswers {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly needs: readonly string[];
  readonly phases: readonly string[];
  readonly declineReasons: readonly string[];
  readonly links: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export const BODY_MAX = 10_000;
const TITLE_MAX = 200;
const SUMMARY_MAX = 500;

export function emptyToolkitAnswers(today: string): ToolkitAnswers {
  return {
    title: '',
    summary: '',
    body: '',
    needs: [],
    phases: [],
    declineReasons: [],
    links: '',
    validFrom: today,
    validTo: '',
  };
}

export function answersOfResource(resource: ToolkitResource): ToolkitAnswers {
  const { title, summary, body, needs, phases, declineReasons, links, validFrom, validTo } = resource;
  const lines = links.map(({ text, url }) => `${text} ${url}`).join('\n');
  return { title, summary, body, needs, phases, declineReasons, links: lines, validFrom, validTo: validTo ?? '' };
}

export function toolkitSchema(path: SchemaPathTree<ToolkitAnswers>): void {
  mustHaveText(path.title, 'Enter a title');
  mustNotBeLonger(path.title, TITLE_MAX, 'Title');
  mustHaveText(path.summary, 'Enter a summary');
  mustNotBeLonger(path.summary, SUMMARY_MAX, 'Summary');
  mustHaveText(path.body, 'Enter what the school can do');
  mustNotBeLonger(path.body, BODY_MAX, 'Text');
  validate(path.links, ({ value }) =>
    linesOf(value()).every((line) => linkOf(line) !== null)
      ? undefined
      : mistake('Write one link a line: its words, then an address that begins with https://'),
  );
  validate(path.validFrom, ({ value }) => dateMistake(value(), 'the first day on which it is in use'));
  validate(path.validTo, ({ value }) =>
    value() === '' ? undefined : dateMistake(value(), 'the last day on which it is in use'),
  );
}

export function resourceBody(answers: ToolkitAnswers): SaveToolkitResource {
  const { title, summary, body, needs, phases, declineReasons, links, validFrom, validTo } = answers;
  return {
    title: title.trim(),
    summary: summary.trim(),
    body: body.trim(),
    needs: [...needs],
    phases: [...phases],
    declineReasons: [...declineReasons],
    links: linesOf(links).flatMap((line) => linkOf(line) ?? []),
    validFrom: typedDate(validFrom),
    validTo: typedDate(validTo) || null,
  };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function linkOf(line: string): { readonly text: string; readonly url: string } | null {
  const [, words, url] = /^\s*(\S.*?)\s+(https:\/\/\S+)\s*$/.exec(line) ?? [];
  return words !== undefined && url !== undefined && URL.canParse(url) ? { text: words, url } : null;
}
