-- Pairs of neighbouring characters in a name: what a search for part of it must share with it. Full width counts as
-- half, capitals as small.
create function subject.bigrams(name text) returns text[]
    language sql immutable strict parallel safe
    return (select coalesce(array_agg(distinct substr(plain.text, place, 2)), '{}')
            from (select upper(normalize(name, NFKC)) as text) plain,
                 generate_series(1, length(plain.text) - 1) as place);

-- Names of organisations only: of persons there is none in clear.
create index name_bigrams on subject.name using gin (subject.bigrams(name));
