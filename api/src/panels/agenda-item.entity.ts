import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { PanelPaper } from './panel-paper.js';

@Entity('agenda_items')
export class AgendaItemEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'panel_id' })
  panelId: string;

  @Column('uuid', { name: 'referral_id' })
  referralId: string;

  @Column('integer')
  position: number;

  /** What the panel reads about the case, frozen when the papers are published; null until then. */
  @Column('jsonb', { nullable: true })
  paper: PanelPaper | null;
}
