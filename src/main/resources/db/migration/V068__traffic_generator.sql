-- Running generators of background traffic. What one sends follows from its plan and the number of the next flow.
create table traffic_generator (
  id varchar(64) primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  started_at timestamp(6) with time zone not null,
  sources varchar(32000) not null,
  destinations varchar(32000) not null,
  milli_rate bigint not null,
  scan_percent integer not null,
  ports varchar(1000) not null,
  scanned_ports varchar(1000) not null,
  seed bigint not null,
  next_flow bigint not null,
  sent bigint not null,
  skipped bigint not null,
  problem varchar(1000)
);

create index traffic_generator_scope on traffic_generator (account, region);
