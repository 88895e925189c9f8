-- An analysis with what it found, which is told from ends_at on: JSON as the API has it.
create table network_insights_analysis (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  path_id varchar(64) not null,
  ends_at timestamp(6) with time zone not null,
  request varchar(100000) not null,
  failure varchar(1000),
  path_found boolean not null,
  result varchar(1000000) not null
);

create index network_insights_analysis_scope on network_insights_analysis (account, region, seq);
create index network_insights_analysis_path on network_insights_analysis (path_id);
