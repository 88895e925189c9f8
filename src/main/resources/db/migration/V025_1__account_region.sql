-- Accounts that have used a Region, and so have been given a default VPC there.
create table account_region (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  constraint account_region_once unique (account, region)
);
