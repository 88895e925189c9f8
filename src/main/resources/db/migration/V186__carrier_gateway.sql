create table carrier_gateway (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  vpc_id varchar(64) not null unique
);

create index carrier_gateway_scope on carrier_gateway (account, region, seq);
