-- Sessions of people that were ended by signing out, until they would have ended by themselves.
create table if not exists ombud.ended_sessions (
    session text        not null primary key,
    until   timestamptz not null
);
