-- Names in versions: of organisations in clear, of persons and sole traders sealed under their key. The first version is
-- written when the second comes; until then the name stands with the subject alone.
create table subject.name_version (
    subject_id uuid not null references subject.subject (id),
    version    integer not null,
    name       text,
    sealed     bytea,
    valid_from date,
    change_id  uuid not null,
    primary key (subject_id, version),
    check ((name is null) <> (sealed is null))
);

-- Codes an organisation had before its present one: who asks by an old code means the same organisation.
create table subject.former_code (
    code       text primary key,
    subject_id uuid not null references subject.subject (id),
    until      date not null,
    change_id  uuid not null
);

-- That two subjects are one, or (merged = false) that saying so was wrong. Nothing is moved: whoever reads one reads both.
create table subject.merger (
    subject_id uuid not null references subject.subject (id),
    version    integer not null,
    into_id    uuid not null references subject.subject (id),
    merged     boolean not null,
    change_id  uuid not null,
    primary key (subject_id, version),
    check (subject_id <> into_id)
);
create index merger_into on subject.merger (into_id);

-- All subjects that are one with this one, as known at a moment; this one alone where it was never merged.
create function subject.group_of(one uuid, known timestamptz) returns uuid[]
    language sql stable parallel safe as $$
    select case when not exists (select 1 from subject.merger where subject_id = one or into_id = one)
        then array[one]
        else (
            with merged as (
                select m.subject_id, m.into_id
                from subject.merger m join audit.change c on c.id = m.change_id
                where m.merged and c.moment <= known
                  and not exists (select 1 from subject.merger later join audit.change lc on lc.id = later.change_id
                                  where later.subject_id = m.subject_id and later.version > m.version
                                    and lc.moment <= known)),
            root as (select coalesce((select into_id from merged where subject_id = one), one) as id)
            select array_agg(member) from (
                select id as member from root
                union select subject_id from merged where into_id = (select id from root)) members)
        end
    $$;

-- What a decision or a registration says two subjects have to do with each other, and nothing else does.
create table subject.relation (
    subject_id uuid not null references subject.subject (id),
    other_id   uuid not null references subject.subject (id),
    kind       text not null,
    reference  uuid not null,
    change_id  uuid not null,
    primary key (subject_id, other_id, kind, reference)
);
create index relation_other on subject.relation (other_id);

-- That a subject is no more: an organisation or sole trader cancelled, a person dead; or (closed = false) that it was wrong.
create table subject.closure (
    subject_id uuid not null references subject.subject (id),
    version    integer not null,
    closed     boolean not null,
    kind       text not null,
    day        date not null,
    change_id  uuid not null,
    primary key (subject_id, version)
);

-- A change to who or what a subject is, proposed by one officer and decided by another. payload is sealed.
create table subject.amendment (
    id          uuid primary key,
    subject_id  uuid not null references subject.subject (id),
    other_id    uuid,
    kind        text not null,
    payload     bytea not null,
    agency_id   text not null,
    proposed_by text not null,
    change_id   uuid not null
);
create index amendment_subject on subject.amendment (subject_id);
create table subject.amendment_decision (
    amendment_id uuid primary key references subject.amendment (id),
    granted      boolean not null,
    proposed_by  text not null,
    decided_by   text not null,
    change_id    uuid not null,
    check (decided_by <> proposed_by)
);

-- Questions to the population register: whom by keyed hash alone, what for, and whether it said yes.
create table subject.identity_check (
    id        uuid primary key,
    hash      bytea not null,
    key_id    text not null,
    purpose   text not null,
    matter    text not null,
    agency_id text not null,
    account   text not null,
    answer    text not null,
    change_id uuid not null
);
