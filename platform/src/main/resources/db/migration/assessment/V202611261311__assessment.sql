create schema assessment;

-- The assessment of one year (年度考核), in versions: a closed one is opened again only as the next version. rules: the scheme
-- and its indicators as they held when it was drafted. said: why it was opened again, sealed under its own key.
create table assessment.assessment (
    id         uuid primary key,
    change_id  uuid not null,
    year       integer not null,
    version    integer not null,
    drafted_by text not null,
    drafted_on date not null,
    rules      text not null,
    said       bytea,
    unique (year, version)
);

-- Its steps: appended, the last version counts. said: why, sealed under the assessment's key.
create table assessment.step (
    assessment_id uuid not null references assessment.assessment (id),
    version       integer not null,
    act           text not null,
    state         text not null check (state in ('DRAFT', 'SHOWN', 'DECIDED', 'PUBLISHED', 'CLOSED')),
    account       text not null,
    day           date not null,
    due           date,
    provisional   boolean not null,
    said          bytea,
    change_id     uuid not null,
    primary key (assessment_id, version)
);

-- What an agency was given, item by item: appended, the last version counts. counted and whole: what the platform counted;
-- points null = there was nothing to measure. said: reason and evidence, sealed under the assessment's key.
create table assessment.item (
    assessment_id uuid not null references assessment.assessment (id),
    agency        text not null,
    kind          text not null check (kind in ('INDICATOR', 'DEDUCTION', 'BONUS')),
    key           text not null,
    version       integer not null,
    cause         text not null check (cause in ('COMPUTED', 'BY_HAND', 'CONTEST')),
    counted       bigint,
    whole         bigint,
    most          integer not null check (most > 0),
    points        numeric(6, 2) check (points between 0 and most),
    account       text not null,
    day           date not null,
    said          bytea,
    change_id     uuid not null,
    primary key (assessment_id, agency, kind, key, version)
);

-- An agency contests an item it was shown (申辩), and the answer. said: reason, sealed under the assessment's key.
create table assessment.contest (
    id            uuid primary key,
    assessment_id uuid not null references assessment.assessment (id),
    agency        text not null,
    kind          text not null,
    key           text not null,
    account       text not null,
    day           date not null,
    due           date not null,
    provisional   boolean not null,
    said          bytea not null,
    change_id     uuid not null
);
create index contest_assessment on assessment.contest (assessment_id, agency);

create table assessment.answer (
    contest_id uuid primary key references assessment.contest (id),
    accepted   boolean not null,
    account    text not null,
    day        date not null,
    said       bytea not null,
    change_id  uuid not null
);

-- The end of it: everything above in one text, sealed under the assessment's key; its digest stands in the order of facts.
create table assessment.closing (
    assessment_id uuid primary key references assessment.assessment (id),
    digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
    content       bytea not null,
    change_id     uuid not null
);

-- Nothing of an assessment is ever changed or taken away, and once it is closed nothing is added.
create function assessment.only_appended() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% are never changed or deleted', tg_table_schema, tg_table_name;
end $$;

create function assessment.not_once_closed() returns trigger language plpgsql as $$
begin
    if exists (select 1 from assessment.closing where assessment_id = new.assessment_id) then
        raise exception 'assessment % is closed', new.assessment_id;
    end if;
    return new;
end $$;

create function assessment.not_once_closed_answer() returns trigger language plpgsql as $$
begin
    if exists (select 1 from assessment.contest c join assessment.closing e on e.assessment_id = c.assessment_id
               where c.id = new.contest_id) then
        raise exception 'the assessment of contest % is closed', new.contest_id;
    end if;
    return new;
end $$;

create trigger only_appended before update or delete or truncate on assessment.assessment execute function assessment.only_appended();
create trigger only_appended before update or delete or truncate on assessment.step execute function assessment.only_appended();
create trigger only_appended before update or delete or truncate on assessment.item execute function assessment.only_appended();
create trigger only_appended before update or delete or truncate on assessment.contest execute function assessment.only_appended();
create trigger only_appended before update or delete or truncate on assessment.answer execute function assessment.only_appended();
create trigger only_appended before update or delete or truncate on assessment.closing execute function assessment.only_appended();
create trigger not_once_closed before insert on assessment.step for each row execute function assessment.not_once_closed();
create trigger not_once_closed before insert on assessment.item for each row execute function assessment.not_once_closed();
create trigger not_once_closed before insert on assessment.contest for each row execute function assessment.not_once_closed();
create trigger not_once_closed before insert on assessment.answer for each row execute function assessment.not_once_closed_answer();
