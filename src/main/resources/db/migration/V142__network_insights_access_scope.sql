-- What Network Access Analyzer is asked, and what it found. Content and components are JSON as the API has them.
create table network_insights_access_scope (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  content varchar(1000000) not null
);

create index network_insights_access_scope_scope on network_insights_access_scope (account, region, seq);

create table network_insights_access_scope_analysis (
  seq bigint primary key,
  version integer not null,
  id varchar(64) not null unique,
  account varchar(12) not null,
  region varchar(32) not null,
  created_at timestamp(6) with time zone not null,
  scope_id varchar(64) not null,
  ends_at timestamp(6) with time zone not null,
  failure varchar(1000),
  warning varchar(1000),
  finding_count integer not null,
  analyzed_eni_count integer not null
);

create index network_insights_access_scope_analysis_scope
  on network_insights_access_scope_analysis (account, region, seq);
create index network_insights_access_scope_analysis_of on network_insights_access_scope_analysis (scope_id);

create table network_insights_finding (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  analysis_id varchar(64) not null,
  finding_number integer not null,
  components varchar(1000000) not null,
  constraint network_insights_finding_once unique (analysis_id, finding_number)
);
