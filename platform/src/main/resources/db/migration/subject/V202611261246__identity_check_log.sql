-- By what authority the register was asked, and the asker's name as the person reads it; older questions have neither.
alter table subject.identity_check
    add column authority    text,
    add column account_name text;
create index identity_check_hash on subject.identity_check (hash);
