import { forwardOnly } from '../forward-only.js';

export const NotesOfProvidersAndServiceIdentity = forwardOnly(
  'NotesOfProvidersAndServiceIdentity1795478400114',
  `
  -- The provider of the support for which a note was written; null: written for school or council.
  alter table notes add column provider_id uuid,
    add constraint notes_provider_fkey foreign key (authority_id, provider_id) references providers (authority_id, id);

  -- The colour of the council (null: that of the product), and who changed its names and colour last.
  alter table authorities add column brand_colour text,
    add column version integer not null default 1,
    add column changed_by uuid,
    add column changed_at timestamptz,
    add constraint authorities_brand_colour_is_hex check (brand_colour ~ '^#[0-9a-f]{6}$'),
    add constraint authorities_service_name_filled check (service_name <> ''),
    add constraint authorities_version_positive check (version > 0),
    add constraint authorities_changed_by_fkey foreign key (changed_by) references users (id),
    add constraint authorities_change_is_whole check ((changed_by is null) = (changed_at is null));
  create policy authorities_change_of_authority on authorities for update
    using (id = (select scope_authority_id())) with check (id = (select scope_authority_id()));
  `,
);
