import type { AnalysisStatus } from '@panel/case-rules';
import type { CohortResult, RateCard } from '@panel/cost-avoidance';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a run stores: the result of the library as it is, and the rate card as it was on the day of the start. */
export type StoredResult = CohortResult;

export interface StoredRateCard extends RateCard {
  readonly name: string;
  readonly priceYear: string;
  readonly source: string;
}

@Entity('analysis_runs')
export class AnalysisRunEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('date', { name: 'period_from' })
  periodFrom: string;

  @Column('date', { name: 'period_to' })
  periodTo: string;

  @Column('uuid', { name: 'rate_card_id' })
  rateCardId: string;

  @Column('text', { name: 'methodology_version' })
  methodologyVersion: string;

  /** The rate card as it was when the run was started: the run replays from what it stores. */
  @Column('jsonb')
  parameters: StoredRateCard;

  @Column('text', { default: 'queued' })
  status: AnalysisStatus;

  @Column('integer', { default: 1 })
  version: number;

  @Column('integer', { name: 'progress_done', default: 0 })
  progressDone: number;

  @Column('integer', { name: 'progress_total', default: 0 })
  progressTotal: number;

  /** SHA-256 over the canonical inputs, written with the result. */
  @Column('text', { name: 'inputs_hash', nullable: true })
  inputsHash: string | null;

  @Column('jsonb', { nullable: true })
  result: StoredResult | null;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('uuid', { name: 'started_by' })
  startedBy: string;

  @Column('timestamptz', { name: 'queued_at' })
  queuedAt: Date;

  /** When the queue last took the run over, or the worker last showed a sign of life: the sweeper looks at it. */
  @Column('timestamptz', { name: 'enqueued_at', nullable: true })
  enqueuedAt: Date | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
