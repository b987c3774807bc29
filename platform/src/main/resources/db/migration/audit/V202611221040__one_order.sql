create schema audit;

-- The head of the chain: locked by each transaction that publishes facts, as its last act.
create table audit.head (
    only_one boolean primary key default true check (only_one),
    position bigint not null,
    moment   timestamptz not null,
    hash     bytea not null
);

insert into audit.head (position, moment, hash)
values (0, timestamptz '1970-01-01 00:00:00+00', decode(repeat('00', 32), 'hex'));

-- One transaction in the order. Rows of history elsewhere carry its id.
create table audit.change (
    id             uuid primary key,
    moment         timestamptz not null unique,
    first_position bigint not null unique,
    last_position  bigint not null,
    actor          text not null
);

-- What happened: ids, days and codes only. Content and salt are destroyed together when the law demands deletion.
create table audit.fact (
    position   bigint primary key,
    change_id  uuid not null references audit.change (id),
    type       text not null,
    subject_id uuid,
    reference  uuid not null,
    content    text,
    salt       bytea,
    digest     bytea not null,
    hash       bytea not null,
    check ((content is null) = (salt is null))
);

create index fact_subject on audit.fact (subject_id, position);
create index fact_reference on audit.fact (reference, position);
create index fact_change on audit.fact (change_id);
