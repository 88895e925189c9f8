-- Each account and Region that takes part in a connection has a row of its own; both rows tell the same of it.
create table vpc_peering_connection (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  requester_account varchar(12) not null,
  requester_region varchar(32) not null,
  requester_vpc_id varchar(64) not null,
  accepter_account varchar(12) not null,
  accepter_region varchar(32) not null,
  accepter_vpc_id varchar(64) not null,
  phase varchar(16) not null,
  phase_since timestamp(6) with time zone not null,
  ended_by varchar(12),
  requester_dns boolean not null,
  accepter_dns boolean not null,
  constraint vpc_peering_connection_side unique (account, region, id)
);

create index vpc_peering_connection_scope on vpc_peering_connection (account, region, seq);
create index vpc_peering_connection_requester on vpc_peering_connection (requester_vpc_id);
create index vpc_peering_connection_accepter on vpc_peering_connection (accepter_vpc_id);
