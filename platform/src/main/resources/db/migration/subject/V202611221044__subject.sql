create schema subject;

-- Organisations stand in clear; of persons and sole traders there is only a sealed name and keyed hashes.
create table subject.subject (
    id        uuid primary key,
    kind      text not null,
    code      text unique,
    name      text,
    sealed    bytea,
    change_id uuid not null,
    check ((kind in ('PERSON', 'SOLE_TRADER')) = (sealed is not null)),
    check ((sealed is null) = (code is not null and name is not null))
);

-- Keyed hashes by which persons and sole traders are found again; key_id names the key.
create table subject.identifier (
    kind       text not null,
    hash       bytea not null,
    key_id     text not null,
    subject_id uuid not null references subject.subject (id),
    primary key (kind, hash)
);

-- Present and former names of organisations.
create table subject.name (
    subject_id uuid not null references subject.subject (id),
    name       text not null,
    change_id  uuid not null,
    primary key (subject_id, name)
);
