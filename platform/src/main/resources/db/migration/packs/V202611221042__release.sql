create schema packs;

-- A release of a city's rules. Its content never changes; proposed by one officer, activated by another.
create table packs.release (
    id            uuid primary key,
    name          text not null unique,
    city          text not null,
    effective     date not null,
    content       text not null,
    content_hash  bytea not null,
    proposed_by   text not null,
    proposed_in   uuid not null
);

create table packs.activation (
    release_id   uuid primary key references packs.release (id),
    activated_by text not null,
    change_id    uuid not null
);
