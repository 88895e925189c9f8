-- Data protection policies and index policies of log groups, one of each type per group.
create table log_group_policy (
  seq bigint primary key,
  group_seq bigint not null references log_group,
  type varchar(32) not null,
  document varchar(51200) not null,
  updated_at bigint not null,
  constraint log_group_policy_type unique (group_seq, type)
);

create table log_account_policy (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  type varchar(32) not null,
  name varchar(512) not null,
  document varchar(51200) not null,
  selection_criteria varchar(25000),
  updated_at bigint not null,
  constraint log_account_policy_name unique (account, region, type, name)
);
