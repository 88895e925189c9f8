create table network_acl (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  vpc_id varchar(64) not null,
  default_acl boolean not null
);

create index network_acl_scope on network_acl (account, region, seq);
create index network_acl_vpc on network_acl (vpc_id);

create table network_acl_entry (
  acl_seq bigint not null references network_acl,
  egress boolean not null,
  rule_number integer not null,
  allowed boolean not null,
  protocol integer not null,
  from_port integer not null,
  to_port integer not null,
  cidr varchar(64) not null,
  primary key (acl_seq, egress, rule_number)
);

create table network_acl_association (
  seq bigint primary key,
  version integer not null,
  association_id varchar(64) not null unique,
  subnet_id varchar(64) not null unique,
  acl_seq bigint not null references network_acl
);

create index network_acl_association_acl on network_acl_association (acl_seq);
