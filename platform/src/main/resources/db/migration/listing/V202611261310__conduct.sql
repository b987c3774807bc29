-- Which conduct of the pack's behaviours (失信行为) somebody is proposed for: what statistics and the notice of the decision name.
create table listing.determination_conduct (
    subject_id       uuid not null,
    determination_id uuid not null,
    behaviour        text not null,
    primary key (subject_id, determination_id, behaviour),
    foreign key (subject_id, determination_id) references listing.determination (subject_id, id)
);
