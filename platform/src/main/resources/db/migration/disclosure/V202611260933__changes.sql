-- What a copy held and how late it knew: whatever happened to it later must reach its recipient. known_at is the moment
-- of the one order the copy was read at, not the clock's when it was sent: a change may have come in between. held are
-- the records and listings it showed; null for copies older than this column, which may have shown all of a subject.
alter table disclosure.delivery add column known_at timestamptz;
alter table disclosure.delivery add column held uuid[];
create index delivery_client on disclosure.delivery (client, subject_id);

-- That a client has taken a withdrawal in: the fact's place in the one order and which of its changes.
create table disclosure.acknowledgement (
    client          text not null,
    position        bigint not null,
    part            integer not null,
    reference       uuid not null,
    acknowledged_at timestamptz not null,
    primary key (client, position, part)
);
create index acknowledgement_reference on disclosure.acknowledgement (reference, client);
