create table security_group (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  vpc_id varchar(64) not null,
  name varchar(255) not null,
  name_key varchar(255) not null,
  description varchar(255) not null,
  default_group boolean not null,
  constraint security_group_name unique (vpc_id, name_key)
);

create index security_group_scope on security_group (account, region, seq);

create table security_group_rule (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  group_seq bigint not null references security_group,
  group_id varchar(64) not null,
  egress boolean not null,
  protocol integer not null,
  from_port integer not null,
  to_port integer not null,
  peer varchar(64) not null,
  description varchar(255)
);

create index security_group_rule_scope on security_group_rule (account, region, seq);
create index security_group_rule_group on security_group_rule (group_seq);
create index security_group_rule_peer on security_group_rule (peer);
