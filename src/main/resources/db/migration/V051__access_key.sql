create table iam_access_key (
  seq bigint primary key,
  id varchar(32) not null unique,
  account varchar(12) not null,
  aws_partition varchar(16) not null,
  user_seq bigint,
  secret bytea not null,
  active boolean not null,
  created_at timestamp(6) with time zone not null
);

create index iam_access_key_owner on iam_access_key (account, user_seq);

-- When an access key or a role was last used: written now and then, apart from the rows it tells of.
create table iam_last_use (
  id varchar(32) primary key,
  account varchar(12) not null,
  used_at timestamp(6) with time zone not null,
  service varchar(32) not null,
  region varchar(32) not null
);
