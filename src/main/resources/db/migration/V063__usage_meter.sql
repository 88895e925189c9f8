-- Bytes that are charged for, by calendar month.
create table usage_meter (
  account varchar(12) not null,
  region varchar(32) not null,
  meter varchar(32) not null,
  resource varchar(64) not null,
  usage_month varchar(7) not null,
  bytes bigint not null,
  primary key (account, region, meter, resource, usage_month)
);
