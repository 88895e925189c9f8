-- What Reachability Analyzer is asked. A path's source and destination are ids; the filters are JSON as the API has them.
create table network_insights_path (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  source varchar(255) not null,
  source_arn varchar(1283) not null,
  destination varchar(255),
  destination_arn varchar(1283),
  source_ip varchar(15),
  destination_ip varchar(15),
  protocol varchar(8) not null,
  destination_port integer,
  filter_at_source varchar(1000),
  filter_at_destination varchar(1000)
);

create index network_insights_path_scope on network_insights_path (account, region, seq);
