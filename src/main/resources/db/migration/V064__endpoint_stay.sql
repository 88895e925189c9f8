create sequence endpoint_stay_seq start with 1 increment by 50;

-- When an interface endpoint was in an Availability Zone: that is charged for by the hour, also of endpoints that are gone.
create table endpoint_stay (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  endpoint_id varchar(64) not null,
  zone varchar(32) not null,
  entered_at timestamp(6) with time zone not null,
  left_at timestamp(6) with time zone
);

create index endpoint_stay_endpoint on endpoint_stay (endpoint_id);
create index endpoint_stay_scope on endpoint_stay (account, region);
