create table elastic_ip (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  public_ip varchar(64) not null unique
);

create index elastic_ip_scope on elastic_ip (account, region, seq);
