create schema catalogue;

-- What was deleted because it had been kept long enough: how many things of a kind, by which rule of which release. What
-- became of each stands with its key (vault.shredded) and in the one order.
create table catalogue.deletion (
    id        uuid primary key,
    rule      text not null,
    kept      text not null,
    release   text not null,
    day       date not null,
    things    integer not null,
    change_id uuid not null
);
create index deletion_day on catalogue.deletion (day desc);

-- Days whose rules were carried out to the end. A day that is missing was broken off: the next look goes on with it.
create table catalogue.retention_run (
    day date primary key,
    id  uuid not null
);
