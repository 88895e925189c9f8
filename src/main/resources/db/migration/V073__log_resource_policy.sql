-- The resource is empty for policies of the account.
create table log_resource_policy (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  name varchar(512) not null,
  resource_arn varchar(1024) not null,
  document varchar(51200) not null,
  revision_id varchar(64) not null,
  updated_at bigint not null,
  constraint log_resource_policy_name unique (account, region, resource_arn, name)
);
