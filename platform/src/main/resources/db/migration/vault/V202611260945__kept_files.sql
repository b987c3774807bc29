-- A file arrives chunk by chunk, each in a transaction of its own, and is kept by the transaction that refers to it.
-- begun: real time; what is not kept a day later was left behind by a process that died, and is taken away.
alter table vault.file add column kept boolean not null default true;
alter table vault.file add column begun timestamptz;
create index file_left_behind on vault.file (begun) where not kept;
