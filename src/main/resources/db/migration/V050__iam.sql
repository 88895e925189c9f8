create sequence iam_seq start with 1 increment by 50;

-- One row per account that IAM knows; its revision changes with every write, so that caches know when they are stale.
create table iam_account (
  id varchar(32) primary key,
  account varchar(12) not null,
  revision bigint not null,
  alias varchar(63),
  constraint iam_alias_once unique (alias)
);

create table iam_entity (
  seq bigint primary key,
  kind varchar(24) not null,
  version integer not null,
  account varchar(12) not null,
  aws_partition varchar(16) not null,
  unique_id varchar(32) not null unique,
  name varchar(128) not null,
  name_key varchar(128) not null,
  path varchar(512) not null,
  created_at timestamp(6) with time zone not null,
  description varchar(1000),
  boundary_arn varchar(2048),
  trust_policy varchar(131072),
  max_session_seconds integer,
  default_version integer,
  last_version integer,
  updated_at timestamp(6) with time zone,
  role_seq bigint,
  constraint iam_name_once unique (account, aws_partition, kind, name_key)
);

create index iam_entity_role on iam_entity (role_seq);

create table iam_tag (
  entity_seq bigint not null references iam_entity,
  tag_key varchar(128) not null,
  tag_value varchar(256) not null,
  primary key (entity_seq, tag_key)
);

create table iam_inline_policy (
  entity_seq bigint not null references iam_entity,
  name varchar(128) not null,
  document varchar(131072) not null,
  primary key (entity_seq, name)
);

create table iam_attachment (
  entity_seq bigint not null references iam_entity,
  policy_arn varchar(2048) not null,
  primary key (entity_seq, policy_arn)
);

create index iam_attachment_policy on iam_attachment (policy_arn);

create table iam_membership (
  user_seq bigint not null references iam_entity,
  group_seq bigint not null references iam_entity,
  primary key (user_seq, group_seq)
);

create index iam_membership_group on iam_membership (group_seq);

create table iam_policy_version (
  entity_seq bigint not null references iam_entity,
  number integer not null,
  document varchar(131072) not null,
  created_at timestamp(6) with time zone not null,
  primary key (entity_seq, number)
);
