-- How many flows of a window each interface captures, where that is not as configured; '*' stands for all.
create table capture_capacity (
  account varchar(12) not null,
  region varchar(32) not null,
  flows integer not null,
  primary key (account, region)
);
