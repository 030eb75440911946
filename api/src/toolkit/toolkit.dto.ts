import { DECLINE_REASONS, TOOLKIT_PHASES } from '@panel/case-rules';
import { SEN_TYPES } from '@panel/reference';

import { DateOnly, Instant, ListOf, OneOf, Text, TextList, Texts, Uuid, WholeNumber, YesNo } from '../common/fields.js';

const needs = SEN_TYPES.map(({ code }) => code);

export class ToolkitLink {
  @Text({ max: 200, min: 1 })
  text: string;

  @Text({ max: 500, min: 1, description: 'A web address that begins with https://.' })
  url: string;
}

export class SaveToolkitResource {
  @Text({ max: 200, min: 1 })
  title: string;

  @Text({ max: 500, min: 1 })
  summary: string;

  @Text({ max: 10_000, min: 1, description: 'Paragraphs, with an empty line between them.' })
  body: string;

  @Texts({ max: 10, entries: 20, description: 'Codes of the needs it is for; empty: for all.' })
  needs: string[];

  @Texts({ max: 20, entries: 10, description: 'Phases it is for; empty: for all.' })
  phases: string[];

  @Texts({ max: 60, entries: 10, description: 'Reasons of a decline after which it helps.' })
  declineReasons: string[];

  @ListOf(() => ToolkitLink, { max: 10 })
  links: ToolkitLink[];

  @DateOnly()
  validFrom: string;

  @DateOnly({ nullable: true })
  validTo: string | null;
}

export class ToolkitResourceSummary {
  @Uuid()
  id: string;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 500 })
  summary: string;

  @TextList()
  needs: string[];

  @TextList()
  phases: string[];

  @TextList()
  declineReasons: string[];

  @DateOnly()
  validFrom: string;

  @DateOnly({ nullable: true })
  validTo: string | null;

  @YesNo({ description: 'True: taken out of use by a person.' })
  isRetired: boolean;

  @YesNo({ description: 'True: in use today.' })
  isCurrent: boolean;
}

export class ToolkitResource extends ToolkitResourceSummary {
  @Text({ max: 10_000 })
  body: string;

  @ListOf(() => ToolkitLink)
  links: ToolkitLink[];

  @WholeNumber()
  version: number;

  @Instant()
  changedAt: string;

  @Text({ max: 200 })
  changedByName: string;
}

export class ToolkitPage {
  @ListOf(() => ToolkitResourceSummary)
  items: ToolkitResourceSummary[];
}

export class ToolkitParameters {
  @Text({ max: 100, optional: true, description: 'Words that all stand in it.' })
  search?: string;

  @OneOf(needs, { optional: true })
  need?: string;

  @OneOf(TOOLKIT_PHASES, { optional: true, name: 'ToolkitPhase' })
  phase?: string;

  @OneOf(DECLINE_REASONS, { optional: true, name: 'DeclineReason' })
  declineReason?: string;

  @OneOf(['current', 'all'], {
    optional: true,
    name: 'ToolkitState',
    description: 'All: retired ones, past ones and coming ones too, for who keeps the toolkit.',
  })
  state?: 'current' | 'all';
}
