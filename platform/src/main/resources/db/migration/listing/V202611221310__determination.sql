-- A determination (认定): who is proposed for which list. agency_id owns the list, proposed_for is the proposer's agency.
create table listing.determination (
    subject_id   uuid not null,
    id           uuid not null,
    list_id      text not null,
    agency_id    text not null,
    proposed_for text not null,
    proposed_by  text not null,
    change_id    uuid not null,
    primary key (subject_id, id)
);
create index determination_id on listing.determination (id);
create index determination_list on listing.determination (list_id, id);

create table listing.determination_evidence (
    subject_id       uuid not null,
    determination_id uuid not null,
    record_id        uuid not null,
    primary key (subject_id, determination_id, record_id),
    foreign key (subject_id, determination_id) references listing.determination (subject_id, id)
);

-- Its steps: appended, never updated. day is the day of the act (of service, of receipt), due the end of the clock it
-- starts.
create table listing.determination_step (
    subject_id       uuid not null,
    determination_id uuid not null,
    version          integer not null,
    change_id        uuid not null,
    act              text not null,
    state            text not null,
    account          text not null,
    day              date not null,
    due              date,
    primary key (subject_id, determination_id, version),
    foreign key (subject_id, determination_id) references listing.determination (subject_id, id)
);

-- A decision to enter somebody, taken by another than the proposer and documented.
create table listing.decision (
    subject_id       uuid not null,
    listing_id       uuid not null,
    determination_id uuid not null unique,
    proposed_by      text not null,
    decided_by       text not null,
    decided_on       date not null,
    document_hash    bytea not null,
    change_id        uuid not null,
    primary key (subject_id, listing_id),
    foreign key (subject_id, determination_id) references listing.determination (subject_id, id),
    check (decided_by <> proposed_by)
);

-- No listing without a decision: what is determined here has one, the database sees to it.
alter table listing.listing add column decided_id uuid
    generated always as (case when origin = 'DETERMINED_HERE' then id end) stored;
alter table listing.listing add constraint no_listing_without_a_decision
    foreign key (subject_id, decided_id) references listing.decision (subject_id, listing_id);

-- Ending a listing before its time takes two officers too.
create table listing.ending (
    id           uuid primary key,
    subject_id   uuid not null,
    listing_id   uuid not null,
    state        text not null check (state in ('ENDED', 'ANNULLED')),
    proposed_by  text not null,
    change_id    uuid not null,
    foreign key (subject_id, listing_id) references listing.listing (subject_id, id)
);
create index ending_listing on listing.ending (listing_id);
create table listing.ending_decision (
    ending_id   uuid primary key references listing.ending (id),
    granted     boolean not null,
    proposed_by text not null,
    decided_by  text not null,
    change_id   uuid not null,
    check (decided_by <> proposed_by)
);
