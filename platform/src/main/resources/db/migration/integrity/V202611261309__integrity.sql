create schema integrity;

-- Entries of the ledgers of government integrity. parent: what an entry belongs to (the round of a score, the campaign of a
-- subject, the listing of a defaulter's case); due: its last day, null without one. content: sealed under the entry's own key.
create table integrity.entry (
    id         uuid primary key,
    ledger     text not null check (ledger in ('DECISION', 'PROMISE', 'DEFAULTER', 'ROUND', 'SCORE', 'CAMPAIGN',
                                               'CAMPAIGN_SUBJECT', 'ACTIVITY')),
    parent     uuid,
    agency     text not null,
    subject_id uuid,
    opened_on  date not null,
    due        date,
    change_id  uuid not null,
    content    bytea
);
create index entry_ledger on integrity.entry (ledger, id);
create index entry_agency on integrity.entry (ledger, agency, id);
-- One entry for each body of a round, each subject of a campaign, each listing.
create unique index entry_parent on integrity.entry (parent, agency, subject_id) nulls not distinct
    where parent is not null;

-- What happened to them: appended, never changed.
create table integrity.step (
    entry_id    uuid not null references integrity.entry (id),
    version     integer not null,
    change_id   uuid not null,
    name        text not null,
    happened_on date not null,
    actor       text not null,
    said        bytea,
    primary key (entry_id, version)
);

-- Files handed in with an entry; the name is sealed under the entry's key, the file under its own.
create table integrity.material (
    id        uuid primary key,
    entry_id  uuid not null references integrity.entry (id),
    file_id   uuid not null,
    name      bytea not null,
    change_id uuid not null
);
create index material_entry on integrity.material (entry_id, id);
