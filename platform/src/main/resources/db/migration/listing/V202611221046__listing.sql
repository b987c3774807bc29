create schema listing;

-- A subject's place on a list.
create table listing.listing (
    subject_id uuid not null,
    id         uuid not null,
    list_id    text not null,
    origin     text not null check (origin in ('DETERMINED_HERE', 'RECEIVED')),
    change_id  uuid not null,
    primary key (subject_id, id)
);
create index listing_id on listing.listing (id);
create index listing_list on listing.listing (list_id, id);

-- Its versions: appended, never updated. public_from is the first day on the portal, null = not published.
create table listing.version (
    subject_id      uuid not null,
    listing_id      uuid not null,
    version         integer not null,
    change_id       uuid not null,
    list_id         text not null,
    origin          text not null,
    state           text not null,
    determined_by   text not null,
    decided_on      date not null,
    served_on       date,
    source_attested boolean not null,
    valid_from      date not null,
    valid_until     date,
    public_from     date,
    payload         bytea not null,
    primary key (subject_id, listing_id, version)
);
create index version_change on listing.version (change_id);

-- The records a listing rests on.
create table listing.evidence (
    subject_id uuid not null,
    listing_id uuid not null,
    record_id  uuid not null,
    primary key (subject_id, listing_id, record_id)
);
create index evidence_record on listing.evidence (record_id);

-- Intervals in which its joint measures stand still.
create table listing.suspension (
    subject_id uuid not null,
    listing_id uuid not null,
    version    integer not null,
    change_id  uuid not null,
    suspended  boolean not null,
    primary key (subject_id, listing_id, version)
);
