-- Aliases of keys in upstreams, and the keys that they stand for.
create table learnt_alias (
  arn varchar(700) primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  target varchar(700) not null
);
create index learnt_alias_target on learnt_alias (target);

-- Grants of keys in upstreams. A grant is stored as the resource policy with the same effect.
create table learnt_grant (
  id varchar(256) primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  resource varchar(700) not null,
  token varchar(8192),
  policy varchar(40000) not null
);
create index learnt_grant_resource on learnt_grant (resource);
