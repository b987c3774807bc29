create schema vault;

-- Which keys this database needs, each with a proof that the key file holds the right one.
create table vault.key_proof (
    key_id text primary key,
    proof  bytea not null
);

-- The key of one record, person or file, wrapped by a master key. Shredding deletes the row.
create table vault.data_key (
    owner      uuid primary key,
    master_key text not null,
    wrapped    bytea not null
);

create table vault.shredded (
    owner     uuid primary key,
    change_id uuid not null,
    day       date not null,
    actor     text not null,
    ground    text not null
);

create table vault.file (
    id     uuid primary key,
    length bigint not null
);

create table vault.file_chunk (
    file_id uuid not null references vault.file (id) on delete cascade,
    number  integer not null,
    content bytea not null,
    primary key (file_id, number)
);
alter table vault.file_chunk alter column content set storage external;
