-- A person's birth date, where the certificate shows it: sealed under the person's key, asked only for the age.
alter table subject.subject add column sealed_birth bytea check (sealed_birth is null or kind = 'PERSON');
