import { forwardOnly } from '../forward-only.js';
import { tenantTable } from '../row-security.js';

export const AccessPackDocuments = forwardOnly(
  'AccessPackDocuments1795478400055',
  `
  -- The files of a pack: each version of each document, what was decided about it, and where its bytes go in the archive.
  create table access_pack_documents (
    id uuid not null default uuidv7(),
    authority_id integer not null,
    access_pack_id uuid not null,
    -- No foreign key: a case goes with its files whatever pack names them.
    document_version_id uuid not null,
    position integer not null,
    name text not null,
    unavailable text,
    decision text,
    withheld_reason text,
    decided_by uuid,
    decided_at timestamptz,
    starts_at bigint,
    constraint access_pack_documents_pkey primary key (id),
    constraint access_pack_documents_pack_fkey foreign key (authority_id, access_pack_id)
      references access_packs (authority_id, id) on delete cascade,
    constraint access_pack_documents_decided_by_fkey foreign key (decided_by) references users (id),
    constraint access_pack_documents_position_key unique (access_pack_id, position),
    constraint access_pack_documents_unavailable_known check (unavailable in ('removed', 'quarantined', 'infected', 'failed')),
    constraint access_pack_documents_decision_known check (decision in ('include', 'withhold')),
    constraint access_pack_documents_unavailable_is_out check (unavailable is null or decision is null),
    constraint access_pack_documents_decided_is_whole check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
    constraint access_pack_documents_withheld_has_reason check ((decision = 'withhold') = (withheld_reason is not null) or decision is null),
    constraint access_pack_documents_reason_filled check (withheld_reason <> ''),
    constraint access_pack_documents_placed_is_included check (starts_at is null or decision = 'include')
  );
  create index access_pack_documents_by_pack on access_pack_documents (authority_id, access_pack_id, position);
  ${tenantTable('access_pack_documents')}

  create function access_pack_documents_are_frozen() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from access_packs k where k.id = old.access_pack_id and k.status = 'released') then
      raise exception 'the documents of a released access pack cannot be changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$;
  create trigger access_pack_documents_frozen before update or delete on access_pack_documents
    for each row execute function access_pack_documents_are_frozen();

  -- What was decided about files goes with the files of the pack, whoever destroys them.
  create function access_pack_documents_go_with_their_pack() returns trigger language plpgsql as $$
  begin
    delete from access_pack_documents d where d.authority_id = new.authority_id and d.access_pack_id = new.id;
    return null;
  end $$;
  create trigger access_pack_documents_go after update of status on access_packs
    for each row when (new.status in ('superseded', 'destroyed')) execute function access_pack_documents_go_with_their_pack();
  `,
);
